package jimu.engine.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import jimu.engine.train.Run;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import jimu.engine.train.TrainingException;

/** How long after it was told to stop a prepared run of AlexNet has ended, with the weights of its last whole step in hand. */
final class Stopping {
    private static final int REPEATS = 10;
    private static final double MILLIS = 1e-6;
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(600);
    private static final int WARM_STEPS = 2;

    private Stopping() {}

    /** Milliseconds by when it was told to stop: within its first step, or within a later one. */
    static Map<String, Spread> measure() throws TrainingException {
        Random random = new Random(1);
        Map<String, Spread> measured = new LinkedHashMap<>();
        measured.put("stopping AlexNet in its first step", times(0, random));
        measured.put("stopping AlexNet in a later step", times(WARM_STEPS, random));
        return measured;
    }

    private static Spread times(int steps, Random random) throws TrainingException {
        BenchNetwork network = BenchNetwork.named("alexnet");
        Document document = network.net()
                .document()
                .withTraining(new TrainingSettings(1000, network.batch(), Choice.of("Adam"), 1));
        Noise noise = new Noise(4 * network.batch());
        LoadedData data =
                new LoadedData("noise", noise.fields(), noise, new Noise(0), new Noise(0), Preprocessing.NONE);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            Run run = Trainer.start(document, data, TrainOptions.with(Backends.all()));
            AtomicBoolean started = new AtomicBoolean();
            while (!started.get() || run.ring().written() < steps) {
                LockSupport.parkNanos(STEP_NANOS / 1000);
                run.drainEvents(event -> started.compareAndSet(false, event instanceof TrainEvent.Started));
            }
            LockSupport.parkNanos((long) (random.nextDouble() * STEP_NANOS));
            long told = System.nanoTime();
            run.stop();
            run.await();
            times.add((System.nanoTime() - told) * MILLIS);
        }
        return Spread.of(times);
    }

    /** Pictures x (3, 224, 224) of one number each, and classes y. */
    private record Noise(int size) implements Dataset {
        private static final int PIXELS = 3 * 224 * 224;

        @Override
        public String name() {
            return "noise";
        }

        @Override
        public List<Field> fields() {
            return List.of(
                    new Field("x", TensorType.float32(3, 224, 224), List.of()),
                    new Field("y", new TensorType(DType.INT32, TensorShape.SCALAR), List.of("even", "odd")));
        }

        @Override
        public void copy(String field, int sample, float[] to, int at) {
            Arrays.fill(to, at, at + PIXELS, sample % 7 - 3);
        }

        @Override
        public void copy(String field, int sample, int[] to, int at) {
            to[at] = sample % 2;
        }
    }
}
