package jimu.engine.layer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.LayerTrial;
import jimu.engine.Net;
import jimu.engine.layer.Mode;
import jimu.engine.layer.NumberList;
import jimu.engine.layer.Source;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.op.Reduction;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class CrossEntropyLossTest implements LayerExamples {
    private static final Target PROBABILITIES = new Target("y", List.of(4), 0, DType.FLOAT32);

    private static final NumberList WEIGHTS = NumberList.of(0.5, 1.0, 2.0, 0.25);

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new CrossEntropyLoss(), 3, Net.input(4), Net.label()),
                LayerExample.of(new CrossEntropyLoss(Reduction.SUM, 0.1), 3, Net.input(4), Net.label()),
                LayerExample.of(new CrossEntropyLoss(), 3, Net.input(4), PROBABILITIES),
                LayerExample.of(new CrossEntropyLoss(Reduction.SUM, 0.3), 3, Net.input(4), PROBABILITIES),
                LayerExample.of(new CrossEntropyLoss(WEIGHTS, Reduction.MEAN, 0.2), 3, Net.input(4), Net.label()),
                LayerExample.of(new CrossEntropyLoss(WEIGHTS, Reduction.MEAN, 0.2), 3, Net.input(4), PROBABILITIES),
                LayerExample.of(
                        new CrossEntropyLoss(), 2, Net.input(3, 2, 2), new Target("y", List.of(2, 2), 0, DType.INT32)),
                LayerExample.of(
                        new CrossEntropyLoss(Reduction.MEAN, 1),
                        2,
                        Net.input(3, 2),
                        new Target("y", List.of(3, 2), 0, DType.FLOAT32)));
    }

    @Test
    void theLossIsANumber() {
        assertEquals("scalar", net(Net.input(10), Net.label()).type("loss"));
    }

    @Test
    void indicesOfPicturesGoWithLogitsOfPictures() {
        assertEquals(
                "scalar",
                net(Net.input(10, 4, 4), new Target("y", List.of(4, 4), 0, DType.INT32))
                        .type("loss"));
    }

    @Test
    void oneLogitLeavesNoDoubt() {
        try (LayerTrial trial = new LayerTrial(
                LayerExample.of(new CrossEntropyLoss(), 5, Net.input(1), Net.label()),
                Mode.TRAIN,
                DType.FLOAT32,
                Backends.all())) {
            assertEquals(0, trial.forward().get(0)[0]);
        }
    }

    @Test
    void predictionsNeedAnAxisOfClasses() {
        assertEquals(
                List.of("CrossEntropyLoss \"loss\" needs predictions float32 N × C × … and gets N."
                        + " It comes from Input \"x\" (field x, shape []): N."
                        + " Put a Linear with one output for each class before it."),
                net(Net.input(), Net.label()).problems());
    }

    @Test
    void aTargetOfAnotherShapeIsAProblem() {
        assertEquals(
                List.of("CrossEntropyLoss \"loss\" needs a target N int32 for predictions N × 10 and gets N × 10 int32."
                        + " It comes from Target \"y\" (field y, shape [10]): N × 10 int32."
                        + " Give the Target block that shape, or change the size of the prediction."),
                net(Net.input(10), new Target("y", List.of(10), 0, DType.INT32)).problems());
        assertEquals(
                List.of("CrossEntropyLoss \"loss\" needs a target N × 10 for predictions N × 10 and gets N × 4."
                        + " It comes from Target \"y\" (field y, shape [4], dtype float32): N × 4."
                        + " Give the Target block that shape, or change the size of the prediction."),
                net(Net.input(10), PROBABILITIES).problems());
    }

    @Test
    void predictionsAreNoIntegers() {
        assertEquals(
                List.of("CrossEntropyLoss \"loss\" needs numbers of type float32 and gets int32 (N × 10 int32)."
                        + " It comes from Input \"x\" (field x, shape [10], dtype int32): N × 10 int32."
                        + " Connect an output of type float32."),
                net(new Input("x", List.of(10), 0, DType.INT32), Net.label()).problems());
    }

    @Test
    void smoothingOutOfRangeIsAProblem() {
        assertEquals(
                List.of("CrossEntropyLoss \"loss\": label_smoothing must be between 0 and 1, but is 1.1."
                        + " Give label_smoothing a value that is between 0 and 1."),
                new Net()
                        .add("x", Net.input(10))
                        .add("y", Net.label())
                        .add("loss", new CrossEntropyLoss(Reduction.MEAN, 1.1), "x", "y")
                        .problems());
    }

    private static Net net(Source prediction, Source target) {
        return new Net().add("x", prediction).add("y", target).add("loss", new CrossEntropyLoss(), "x", "y");
    }
}
