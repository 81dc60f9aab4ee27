package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class OtherValueTest {
    private static void mends(String key, String words, Patient patient) {
        assertEquals(List.of(key), patient.problems());
        assertEquals(words, String.join("; ", patient.words(key)));
        patient.words(key)
                .forEach(one -> assertEquals(List.of(), patient.mended(key, one).problems(), one));
    }

    private static Patient after(String type, Map<String, ?> values, Integer... sample) {
        return Patient.of(new Net().add("x", Net.input(sample)).then("layer", Net.layer(type, values)));
    }

    @Test
    void anAxisThatTheInputLacksBecomesTheLastOrTheSecond() {
        mends("axis", "set dim to -1; set dim to 1", after("Softmax", Map.of("dim", 4L), 5, 6));
    }

    @Test
    void axesBecomeThoseBehindTheChannels() {
        Patient patient = after("Mean", Map.of("dims", List.of(0L)), 3, 4, 4);
        mends("axis.batched", "set dims to [2, 3]; set dims to [-1]", patient);
        mends("axis.none", "set dims to [2, 3]; set dims to [-1]", after("Mean", Map.of("dims", List.of()), 3, 4, 4));
        mends("axis.twice", "set dims to [1]", after("Mean", Map.of("dims", List.of(1L, -3L)), 3, 4, 4));
    }

    @Test
    void paddingSameTakesAStepOfOne() {
        mends("conv.same", "set stride to 1", after("Conv2d", Map.of("padding", "same", "stride", 2L), 1, 4, 4));
    }

    @Test
    void aLineHasOneNumberForItsPadding() {
        mends("conv.line", "set padding to 1", after("Conv1d", Map.of("padding", List.of(1L, 2L)), 1, 9));
    }

    @Test
    void aPoolIsPaddedByHalfItsWindowOrGetsALargerOne() {
        mends(
                "pool.padding",
                "set padding to 1; set kernel_size to 4",
                after("MaxPool2d", Map.of("kernel_size", 3L, "padding", 2L), 1, 8, 8));
    }

    @Test
    void oneOfSizeAndFactorCounts() {
        mends(
                "upsample.both",
                "set scale_factor to auto; set size to auto",
                after("Upsample", Map.of("size", 8L, "scale_factor", 2.0), 1, 4, 4));
        mends(
                "upsample.align",
                "set mode to bilinear; set align_corners to false",
                after("Upsample", Map.of("align_corners", true), 1, 4, 4));
    }

    @Test
    void batchFirstFollowsTheInput() {
        mends("recurrent.first", "set batch_first to true", after("GRU", Map.of(), 5, 6));
        mends("sequence.shape", "set batch_first to true", after("TransformerEncoderLayer", Map.of("nhead", 2L), 4, 8));
    }

    @Test
    void positionsSufficeForTheSequence() {
        mends(
                "position.length",
                "set max_len to 40",
                after("PositionalEncoding", Map.of("max_len", 8L, "batch_first", true), 40, 8));
    }

    @Test
    void oneSizeIsLeftToWhatIsThere() {
        mends(
                "reshape.size",
                "set unflattened_size to [3, -1]",
                after("Unflatten", Map.of("dim", 1L, "unflattened_size", List.of(3L, 5L)), 12));
    }

    @Test
    void allAxesAreNamedInSomeOrder() {
        mends("permute.dims", "set dims to [0, 2, 1]", after("Permute", Map.of("dims", List.of(0L, 2L)), 4, 5));
    }

    @Test
    void slopesAreAsManyAsChannelsOrOne() {
        mends(
                "prelu.channels",
                "set num_parameters to 4; set num_parameters to 1",
                after("PReLU", Map.of("num_parameters", 3L), 4));
    }

    @Test
    void classWeightsFallAway() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(3))
                .add("y", Net.label())
                .add("loss", Net.layer("CrossEntropyLoss", Map.of("weight", List.of(1.0, 2.0))), "x", "y"));
        mends("loss.weights", "set weight to []", patient);
    }

    @Test
    void sizesOfAnInputAreAtLeastOne() {
        Patient patient = Patient.of(new Net().add("x", Net.input(0, 4)));
        mends("source.size", "set shape to [1, 4]", patient);
    }
}
