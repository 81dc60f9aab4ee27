package jimu.engine.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jimu.engine.data.Preprocessing;
import jimu.engine.io.FileException;
import jimu.engine.io.NumberArray;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/** The weights of the best moment of a run so far. Used by the run's thread alone. */
interface BestWeights {
    /** What was said of them; empty before the first. */
    Optional<TrainEvent.Best> event();

    /** Keeps the weights as they are now. */
    void keep(TrainEvent.Best best) throws FileException;

    /** Takes over what another run of the same network kept. */
    void take(TrainState.Best best) throws FileException;

    /** Puts them in place of the current ones. */
    void restore() throws FileException;

    /** Them, read when they are asked for. */
    StoredArrays arrays();

    /** Sees to it that the run's folder has them. */
    void finish() throws FileException;

    /** Them with what was said of them. */
    default Optional<TrainState.Best> state() {
        return event().map(best -> new TrainState.Best(best, arrays()));
    }

    /** None yet: of a large network they will lie in the run's folder alone, else also in {@code memory}. */
    static BestWeights of(Weights weights, Memory memory, Preprocessing preprocessing, Optional<RunFolder> folder) {
        return isLarge(weights) && folder.isPresent()
                ? new InFile(weights, preprocessing, folder.get())
                : new InMemory(weights, memory, preprocessing, folder);
    }

    private static boolean isLarge(Weights weights) {
        return weights.flatValues().length() >= InFile.LARGE;
    }

    /** A copy in memory; the folder gets it too, but not every moment. */
    final class InMemory implements BestWeights {
        private static final long PERIOD_NANOS = 2_000_000_000;

        private final Weights weights;
        private final Preprocessing preprocessing;
        private final Optional<RunFolder> folder;
        private final Tensor parameters;
        private final Tensor buffers;
        private Optional<TrainEvent.Best> event = Optional.empty();
        private boolean stale;
        private boolean begun;
        private long written;

        private InMemory(Weights weights, Memory memory, Preprocessing preprocessing, Optional<RunFolder> folder) {
            this.weights = weights;
            this.preprocessing = preprocessing;
            this.folder = folder;
            parameters = memory.allocate(
                    weights.flatValues().dtype(), weights.flatValues().length());
            buffers = memory.allocate(
                    weights.flatBuffers().dtype(), weights.flatBuffers().length());
        }

        @Override
        public Optional<TrainEvent.Best> event() {
            return event;
        }

        @Override
        public void keep(TrainEvent.Best best) throws FileException {
            event = Optional.of(best);
            parameters.write(0, weights.flatValues(), 0, parameters.length());
            buffers.write(0, weights.flatBuffers(), 0, buffers.length());
            stale = true;
            if (!begun || System.nanoTime() - written >= PERIOD_NANOS) {
                finish();
            }
        }

        @Override
        public void take(TrainState.Best best) throws FileException {
            event = Optional.of(best.event());
            stale = true;
            put(best.weights(), weights.slices(parameters, buffers));
        }

        @Override
        public void restore() {
            weights.flatValues().write(0, parameters, 0, parameters.length());
            weights.flatBuffers().write(0, buffers, 0, buffers.length());
            weights.changed();
        }

        @Override
        public StoredArrays arrays() {
            return places(weights, weights.slices(parameters, buffers));
        }

        @Override
        public void finish() throws FileException {
            if (stale && folder.isPresent()) {
                folder.get().keepBest(arrays(), preprocessing);
                written = System.nanoTime();
                begun = true;
            }
            stale = false;
        }
    }

    /** The file in the run's folder and nothing else. */
    final class InFile implements BestWeights {
        /** Parameters from which a copy in memory would be a burden, and writing a file none beside an epoch. */
        static final long LARGE = 1 << 24;

        private final Weights weights;
        private final Preprocessing preprocessing;
        private final RunFolder folder;
        private Optional<TrainEvent.Best> event = Optional.empty();
        private StoredArrays stored = StoredArrays.NONE;
        private boolean written;

        private InFile(Weights weights, Preprocessing preprocessing, RunFolder folder) {
            this.weights = weights;
            this.preprocessing = preprocessing;
            this.folder = folder;
        }

        @Override
        public Optional<TrainEvent.Best> event() {
            return event;
        }

        @Override
        public void keep(TrainEvent.Best best) throws FileException {
            event = Optional.of(best);
            write(places(weights, weights.slices(weights.flatValues(), weights.flatBuffers())));
        }

        @Override
        public void take(TrainState.Best best) {
            event = Optional.of(best.event());
            stored = best.weights();
            written = false;
        }

        @Override
        public void restore() throws FileException {
            put(stored, weights.slices(weights.flatValues(), weights.flatBuffers()));
            weights.changed();
        }

        @Override
        public StoredArrays arrays() {
            return stored;
        }

        @Override
        public void finish() throws FileException {
            if (event.isPresent() && !written) {
                write(stored);
            }
        }

        private void write(StoredArrays arrays) throws FileException {
            folder.keepBest(arrays, preprocessing);
            stored = StoredArrays.in(folder.bestWeights());
            written = true;
        }
    }

    private static StoredArrays places(Weights weights, Map<String, Tensor> slices) {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        Map<String, TensorShape> shapes = weights.shapes();
        slices.forEach((name, values) ->
                arrays.put(name, NumberArray.of(shapes.getOrDefault(name, TensorShape.SCALAR), values)));
        return StoredArrays.of(arrays);
    }

    private static void put(StoredArrays from, Map<String, Tensor> slices) throws FileException {
        for (Map.Entry<String, Tensor> place : slices.entrySet()) {
            float[] numbers = from.read(place.getKey()).floats();
            place.getValue().write(0, numbers, 0, numbers.length);
        }
    }
}
