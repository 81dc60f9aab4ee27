package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.Net;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Mode;
import jimu.engine.layer.ParameterSpec.Kind;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.ContrastiveLoss;
import jimu.engine.op.PairLabel;
import jimu.engine.op.Reduction;
import jimu.engine.plan.Compiler;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SharedWeightsTest {
    private static final Endpoint LOSS = new Endpoint("loss", "loss");

    /** PyTorch 1.13: one nn.Linear called twice, nn.PairwiseDistance, mean of y d² + (1 − y) max(3 − d, 0)². */
    @Test
    void aSiamesePairHasPyTorchsGradients() {
        Linear two = new Linear(Size.AUTO, 2, true);
        Inference siamese = new Net()
                .add("x1", Net.input(3))
                .add("x2", Net.input(3))
                .add("y", new Target("y", List.of(), 0, DType.FLOAT32))
                .add("fc", two, "x1")
                .sharing("twin", two, "fc", "x2")
                .add("loss", new ContrastiveLoss(3, PairLabel.SIMILAR, Reduction.MEAN), "fc", "twin", "y")
                .infer();
        assertEquals(8, siamese.totals().parameters());
        float[] weight = {0.5f, -0.25f, 0.125f, -0.5f, 0.75f, 0.25f};
        WeightSnapshot weights = new WeightSnapshot(Map.of(
                "fc.weight", new Weight(TensorShape.of(2, 3), weight, Kind.PARAMETER),
                "fc.bias", new Weight(TensorShape.of(2), new float[] {0.1f, -0.2f}, Kind.PARAMETER)));
        try (Memory memory = new Memory()) {
            Weights held = new Weights(weights, DType.FLOAT32, memory);
            Executor executor = new Executor(
                    Compiler.compile(siamese, Set.of(LOSS), Mode.TRAIN, Backward.WITH, 2),
                    held,
                    new ExecutorSettings(Backends.all(), Set.of(LOSS), Set.of(), Reuse.MEMORY, 1),
                    memory);
            executor.source("x1").write(0, new float[] {1, 2, -1, 0.5f, -1, 0.25f}, 0, 6);
            executor.source("x2").write(0, new float[] {0.5f, 1, 1, 0.25f, -0.5f, 0.75f}, 0, 6);
            executor.source("y").write(0, new float[] {1, 0}, 0, 2);
            executor.forward(1);
            executor.seed(LOSS).fill(1);
            executor.backward();
            assertArrayEquals(new double[] {2.786584}, read(executor.output(LOSS)), 1e-6);
            assertArrayEquals(
                    new double[] {-0.2936366, 0.08727513, 0.8372722, 0.56212, -1.124238, -1.124241},
                    read(held.gradient("fc.weight")),
                    1e-6);
            assertArrayEquals(new double[] {0, 0}, read(held.gradient("fc.bias")), 1e-6);
        }
    }

    private static double[] read(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.length())];
        tensor.read(0, values, 0, values.length);
        return values;
    }
}
