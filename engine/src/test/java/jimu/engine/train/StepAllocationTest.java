package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import jimu.engine.Net;
import jimu.engine.data.LoadedData;
import jimu.engine.data.SampleOrder;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.norm.Dropout;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Native;
import jimu.engine.train.clipping.ClipGradNorm;
import jimu.engine.train.optimizer.Adam;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class StepAllocationTest {
    private static final int STEPS = 2000;

    /** The JVM allocates while it compiles; afterwards a step that allocates would do so in each round. */
    private static final int ROUNDS = 30;

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    @Test
    void aStepOfLinearLayersAllocatesNothing() {
        assertEquals(
                0, leastBytes(Stripes.net(new Flatten(), new Linear(Size.AUTO, 8, true), new ReLU(), new Dropout())));
    }

    @Test
    void aStepOfAConvolutionAllocatesNothing() {
        assertEquals(0, leastBytes(Stripes.net()));
    }

    @Test
    void aStepOfAConvolutionOfManyChannelsAllocatesNothing() {
        Net net = new Net()
                .add("x", Net.input(1, 6, 6))
                .then("conv1", new Conv2d())
                .then("conv2", new Conv2d())
                .then("flat", new Flatten())
                .then("fc", new Linear(Size.AUTO, 3, true))
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc", "y");
        assertEquals(0, leastBytes(net));
    }

    @Test
    void aStepOfARecurrentLayerAllocatesNothing() {
        Net net = new Net()
                .add("x", Net.input(1, 6, 6))
                .then("rows", Net.layer("Flatten", Map.of("start_dim", 1, "end_dim", 2)))
                .then("lstm", Net.layer("LSTM", Map.of("hidden_size", 8, "batch_first", true)))
                .then("last", Net.layer("Select", Map.of("dim", 1, "index", -1)))
                .then("fc", new Linear(Size.AUTO, 3, true))
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc", "y");
        assertEquals(0, leastBytes(net));
    }

    @Test
    void aStepOfLeNetAllocatesNothing() {
        Net net = new Net()
                .add("x", Net.input(1, 6, 6))
                .then("conv1", Net.layer("Conv2d", Map.of("out_channels", 6, "kernel_size", 5, "padding", 2)))
                .then("relu1", new ReLU())
                .then("pool1", Net.layer("MaxPool2d", Map.of("kernel_size", 2)))
                .then("conv2", Net.layer("Conv2d", Map.of("out_channels", 16, "kernel_size", 3, "padding", 1)))
                .then("relu2", new ReLU())
                .then("pool2", Net.layer("MaxPool2d", Map.of("kernel_size", 2)))
                .then("flat", new Flatten())
                .then("fc1", new Linear(Size.AUTO, 120, true))
                .then("relu3", new ReLU())
                .then("fc2", new Linear(Size.AUTO, 84, true))
                .then("relu4", new ReLU())
                .then("fc3", new Linear(Size.AUTO, 3, true))
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc3", "y");
        assertEquals(0, leastBytes(net));
    }

    /** The least that two thousand steps allocated in one of the rounds, which end with the first that allocated nothing. */
    private static long leastBytes(Net net) {
        Inference inference = net.infer();
        LoadedData data = Stripes.data();
        WeightSnapshot start = WeightSnapshot.initial(inference, 1);
        StepRing ring = new StepRing();
        Adam adam = new Adam();
        Native.setThreads(StepThreads.count(inference, 8));
        try (Network network = new Network(inference, data, Backends.all(), Map.of(), 1, new Memory(), () -> false)) {
            network.weights().keep(start);
            Updater updater = new Updater(adam, Optional.of(new ClipGradNorm()), network.weights(), network.steps());
            Pass pass = network.training(8);
            Batches batches = new Batches(data.train(), SampleOrder.sequential(40));
            long least = Long.MAX_VALUE;
            long nativeBytes = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS && (least > 0 || nativeBytes > 0); round++) {
                long outside = Pointer.totalBytes() + Memory.totalBytes();
                long before = allocated();
                for (int step = 1; step <= STEPS; step++) {
                    pass.read(batches, step % 32);
                    pass.readAhead(batches, (step + 1) % 32);
                    pass.forward(step);
                    pass.backward();
                    double norm = updater.measure();
                    updater.update(adam, step);
                    network.parametersChanged();
                    ring.add((float) pass.loss(), (float) pass.metric(), 0.1f, (float) norm);
                }
                least = Math.min(least, allocated() - before);
                nativeBytes = Math.min(nativeBytes, Pointer.totalBytes() + Memory.totalBytes() - outside);
            }
            assertTrue(nativeBytes <= 0, nativeBytes + " bytes of native memory");
            return least;
        }
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
