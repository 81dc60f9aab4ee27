package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import jimu.engine.Net;
import jimu.engine.data.LoadedData;
import jimu.engine.data.SampleOrder;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.runtime.Backends;
import jimu.engine.runtime.Weights;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import jimu.engine.train.Stepper.Outcome;
import jimu.engine.train.optimizer.Adam;
import org.junit.jupiter.api.Test;

class StepperTest {
    private static final Net NET = new Net()
            .add("x", Net.input(4))
            .then("fc1", new Linear(Size.AUTO, 8, true))
            .then("norm", Net.layer("BatchNorm1d", Map.of()))
            .then("relu", new ReLU())
            .then("fc2", new Linear(Size.AUTO, 2, true))
            .add("y", Net.label())
            .add("loss", new CrossEntropyLoss(), "fc2", "y");

    /** How often it is asked whether to halt in one step: before each operation, and before the update. */
    private static final int FEW = 6;

    @Test
    void aStepThatIsHaltedAnywhereLeavesParametersAndBuffersOfTheStepBefore() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger limit = new AtomicInteger(Integer.MAX_VALUE);
        try (Network network = network(() -> asked.incrementAndGet() > limit.get())) {
            Weights weights = network.weights();
            weights.draw(network.inference(), 1);
            Adam adam = new Adam();
            Updater updater = new Updater(adam, Optional.empty(), weights, network.steps());
            Stepper stepper = new Stepper(network, updater, () -> asked.incrementAndGet() > limit.get());
            Pass pass = network.training(12);
            Batches batches = new Batches(Points.data().train(), SampleOrder.sequential(40));
            pass.read(batches, 0);
            assertEquals(Outcome.MADE, stepper.step(pass, adam, 1));
            int whole = asked.get();
            assertTrue(whole >= FEW, () -> "asked " + whole + " times");
            float[] parameters = read(weights.flatValues());
            float[] buffers = read(weights.flatBuffers());
            for (int after = 0; after < whole; after++) {
                asked.set(0);
                limit.set(after);
                pass.read(batches, 12);
                assertEquals(Outcome.HALTED, stepper.step(pass, adam, 2));
                assertArrayEquals(parameters, read(weights.flatValues()));
                assertArrayEquals(buffers, read(weights.flatBuffers()));
            }
        }
    }

    private static Network network(BooleanSupplier halt) {
        LoadedData data = Points.data();
        return new Network(NET.infer(), data, Backends.all(), Map.of(), 1, new Memory(), halt);
    }

    private static float[] read(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.length())];
        tensor.read(0, values, 0, values.length);
        return values;
    }
}
