package jimu.engine.layer.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.core.Input;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class RNNTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(rnn(Map.of("hidden_size", 3)), 2, sequence(4, 3)),
                LayerExample.of(rnn(Map.of("hidden_size", 3, "nonlinearity", "relu")), 2, sequence(4, 3)),
                LayerExample.of(
                        rnn(Map.of("hidden_size", 2, "num_layers", 2, "bidirectional", true)),
                        3,
                        sequence(4, 2),
                        sequence(4, 2)),
                LayerExample.of(rnn(Map.of("hidden_size", 3, "batch_first", true, "bias", false)), 2, Net.input(5, 2)));
    }

    @Test
    void stepsComeBeforeSamplesUnlessBatchFirstIsSet() {
        assertEquals(
                "5 × N × 20",
                new Net()
                        .add("x", sequence(5, 10))
                        .then("rnn", rnn(Map.of("hidden_size", 20)))
                        .type("rnn"));
        assertEquals(
                "N × 5 × 20",
                new Net()
                        .add("x", Net.input(5, 10))
                        .then("rnn", rnn(Map.of("hidden_size", 20, "batch_first", true)))
                        .type("rnn"));
    }

    @Test
    void theLastStateHasAnEntryForEachLayerAndDirection() {
        Net net = new Net().add("x", sequence(5, 10)).then("rnn", rnn(Map.of("num_layers", 3, "bidirectional", true)));
        assertEquals(
                "{output=5 × N × 128, h_n=6 × N × 64}",
                net.infer().known("rnn").orElseThrow().outputs().toString());
    }

    @Test
    void samplesInTheWrongPlaceAreToldWithTheSwitch() {
        assertEquals(
                List.of(
                        "RNN \"rnn\" reads the first axis as steps, but there the samples N are: it needs 28 × N × 28 and gets"
                                + " N × 28 × 28. It comes from Input \"x\" (field x, shape [28, 28]): N × 28 × 28. Set batch_first"
                                + " to true."),
                new Net().add("x", Net.input(28, 28)).then("rnn", new RNN()).problems());
        assertEquals(
                List.of(
                        "RNN \"rnn\" reads the second axis as steps (batch_first is true), but there the samples N are: it needs"
                                + " N × 28 × 28 and gets 28 × N × 28. It comes from Input \"x\" (field x, shape [28, 28], batch_axis 1):"
                                + " 28 × N × 28. Set batch_first to false."),
                new Net()
                        .add("x", sequence(28, 28))
                        .then("rnn", rnn(Map.of("batch_first", true)))
                        .problems());
    }

    @Test
    void picturesAreNoSequences() {
        assertEquals(
                List.of(
                        "RNN \"rnn\" needs a sequence steps × N × input_size and gets N × 1 × 28 × 28. It comes from Input"
                                + " \"x\" (field x): N × 1 × 28 × 28. Connect an output with one"
                                + " axis of steps and one of features; a picture becomes a sequence of rows without its axis of"
                                + " channels."),
                new Net().add("x", Net.input(1, 28, 28)).then("rnn", new RNN()).problems());
    }

    @Test
    void aPinnedInputSizeMustMatch() {
        assertEquals(
                List.of(
                        "RNN \"rnn\" is pinned to 9 features a step and gets 10 (5 × N × 10). 10 = size of the field \"x\", from Input \"x\". Let input_size follow the input, or"
                                + " change the blocks before it until 9 features arrive."),
                new Net()
                        .add("x", sequence(5, 10))
                        .then("rnn", rnn(Map.of("input_size", 9)))
                        .problems());
    }

    @Test
    void aStateOfAnotherShapeIsRefused() {
        assertEquals(
                List.of(
                        "RNN \"rnn\" needs a state 2 × N × 64 at its port h_0 and gets 1 × N × 64. It comes from Input \"h\""
                                + " (field x, shape [1, 64], batch_axis 1): 1 × N × 64. A state has an entry for each"
                                + " layer and direction, then the samples, then hidden_size."),
                new Net()
                        .add("x", sequence(5, 10))
                        .add("h", sequence(1, 64))
                        .add("rnn", rnn(Map.of("num_layers", 2)), "x", "h")
                        .problems());
    }

    @Test
    void twoAxesAreOneSequenceEvenIfTheStepsAreTheBatchWhichAHintTells() {
        Net net = new Net().add("x", Net.input(10)).then("rnn", new RNN());
        assertEquals("N × 64", net.type("rnn"));
        assertEquals(
                "RNN \"rnn\" gets N × 10 without an axis of steps, so it reads the whole batch as one sequence, from sample to"
                        + " sample. It comes from Input \"x\" (field x, shape [10]): N × 10. If each sample is a sequence, give it an axis of steps: N × steps × 10.",
                net.infer().findings().stream()
                        .filter(finding -> finding.path().equals("rnn"))
                        .map(Net::sentence)
                        .findFirst()
                        .orElseThrow());
    }

    static Input sequence(Integer steps, Integer features) {
        return new Input("x", List.of(steps, features), 1, DType.FLOAT32);
    }

    private static RNN rnn(Map<String, ?> values) {
        try {
            return (RNN) LayerCatalog.find("RNN").orElseThrow().create(values);
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
