package jimu.engine.evaluate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.data.Affine;
import jimu.engine.data.Dataset;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Source;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.KernelSet;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;
import jimu.engine.train.Run;

/**
 * An output of a network over a rectangle of inputs of two numbers, for a picture of where it decides what. Where the output is
 * what a classification loss reads, its numbers are probabilities.
 *
 * @param frame the rectangle
 * @param reading what the numbers are
 * @param width how many numbers each point has
 * @param numbers row by row from the bottom, {@code width} for each point from left to right; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // numbers of a picture; nobody compares them
public record DecisionMap(Frame frame, Reading reading, int width, float[] numbers) {
    private static final int BATCH = 512;

    /**
     * A rectangle in the data's own units, with a grid of points at the middles of its cells.
     *
     * @param left the smallest first number
     * @param right the largest first number, above {@code left}
     * @param bottom the smallest second number
     * @param top the largest second number, above {@code bottom}
     * @param columns how many points lie beside each other
     * @param rows how many points lie above each other
     */
    public record Frame(double left, double right, double bottom, double top, int columns, int rows) {
        private static final double MARGIN = 0.1;

        public Frame {
            if (!(right > left && top > bottom) || columns < 1 || rows < 1) {
                throw new IllegalArgumentException("A frame has an extent and points");
            }
        }

        /** The frame around a field of two numbers, a tenth wider than the data, of {@code side} × {@code side} points. */
        public static Frame around(Dataset samples, String field, int side) {
            float[] point = new float[samples.field(field).elements()];
            double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
            for (int sample = 0; sample < samples.size(); sample++) {
                samples.copy(field, sample, point, 0);
                for (int i = 0; i < 2; i++) {
                    low[i] = Math.min(low[i], point[i]);
                    high[i] = Math.max(high[i], point[i]);
                }
            }
            double[] room = new double[2];
            for (int i = 0; i < 2; i++) {
                boolean wide = high[i] > low[i];
                room[i] = wide ? MARGIN * (high[i] - low[i]) : 1;
                low[i] = Double.isFinite(low[i]) ? low[i] : 0;
                high[i] = Double.isFinite(high[i]) ? high[i] : 0;
            }
            return new Frame(low[0] - room[0], high[0] + room[0], low[1] - room[1], high[1] + room[1], side, side);
        }

        /** The first number of the points in a column. */
        public double x(int column) {
            return left + (right - left) * (column + 0.5) / columns;
        }

        /** The second number of the points in a row, the lowest being 0. */
        public double y(int row) {
            return bottom + (top - bottom) * (row + 0.5) / rows;
        }
    }

    /** The one input of a network on the way to an output, if that has two numbers a sample: only then there is a map. */
    public static Optional<FlatBlock> input(Inference inference, Endpoint output) {
        if (inference.type(output).isEmpty()) {
            return Optional.empty();
        }
        List<FlatBlock> sources = inference.graph().leadingTo(List.of(output)).stream()
                .map(path -> inference.graph().require(path))
                .filter(block -> block.layer() instanceof Source)
                .toList();
        return sources.size() == 1 && isPoint((Source) sources.get(0).layer())
                ? Optional.of(sources.get(0))
                : Optional.empty();
    }

    private static boolean isPoint(Source source) {
        return source.dtype() == DType.FLOAT32 && source.sampleShape().elements(1) == 2;
    }

    /**
     * The map of an output under given weights, through the preprocessing fitted with them. Takes milliseconds for a small network
     * and a frame of a few thousand points.
     *
     * <p>Throws IllegalArgumentException if the network has no such {@link #input}.
     */
    public static DecisionMap of(
            Inference inference,
            Endpoint output,
            WeightSnapshot weights,
            Preprocessing preprocessing,
            List<KernelSet> sets,
            Frame frame) {
        DecisionMap map = all(inference, Set.of(output), weights, preprocessing, sets, frame)
                .get(output);
        if (map == null) {
            throw new IllegalArgumentException("Nothing was computed for " + output);
        }
        return map;
    }

    /** The maps of several outputs at once. */
    public static Map<Endpoint, DecisionMap> all(
            Inference inference,
            Set<Endpoint> outputs,
            WeightSnapshot weights,
            Preprocessing preprocessing,
            List<KernelSet> sets,
            Frame frame) {
        Map<Endpoint, DecisionMap> maps = new LinkedHashMap<>();
        Map<Endpoint, SampleReader> readers = new LinkedHashMap<>();
        int points = frame.columns() * frame.rows();
        FlatBlock input = null;
        for (Endpoint output : new LinkedHashSet<>(outputs)) {
            input = input(inference, output)
                    .orElseThrow(() -> new IllegalArgumentException(output + " does not follow from two numbers"));
            TensorType type = inference.type(output).orElseThrow();
            SampleReader reader = new SampleReader(type);
            readers.put(output, reader);
            maps.put(
                    output,
                    new DecisionMap(
                            frame, Reading.of(inference, output), reader.each(), new float[points * reader.each()]));
        }
        if (input == null) {
            return maps;
        }
        Source source = (Source) input.layer();
        try (Sweep sweep = new Sweep(inference, outputs, weights, sets)) {
            for (int from = 0; from < points; from += BATCH) {
                int count = Math.min(BATCH, points - from);
                Executor executor = sweep.executor(count);
                write(frame, from, count, source, preprocessing, executor, input.path());
                executor.forward(0);
                int first = from;
                maps.forEach((output, map) -> {
                    SampleReader reader = readers.get(output);
                    if (reader != null) {
                        map.read(reader, executor, output, first, count);
                    }
                });
            }
        }
        return maps;
    }

    /** The map of an output under a run's present weights, which come between two batches: not for the JavaFX thread. */
    public static DecisionMap of(Run run, Endpoint output, List<KernelSet> sets, Frame frame) {
        return of(run.inference(), output, run.weights().join(), run.preprocessing(), sets, frame);
    }

    private static void write(
            Frame frame,
            int from,
            int count,
            Source source,
            Preprocessing preprocessing,
            Executor executor,
            String path) {
        Optional<Affine> map = preprocessing.map(source.field());
        float[] point = new float[2];
        boolean first = source.batchAxis() == 0;
        for (int i = 0; i < count; i++) {
            point[0] = (float) frame.x((from + i) % frame.columns());
            point[1] = (float) frame.y((from + i) / frame.columns());
            map.ifPresent(affine -> affine.apply(point, 0, 2));
            if (first) {
                executor.source(path).write(2L * i, point, 0, 2);
            } else {
                executor.source(path).write(i, point, 0, 1);
                executor.source(path).write((long) count + i, point, 1, 1);
            }
        }
    }

    private void read(SampleReader reader, Executor executor, Endpoint output, int from, int count) {
        float[] batch = new float[count * width];
        reader.read(executor.output(output), count, batch);
        if (reading.exclusive()) {
            for (int i = 0; i < count; i++) {
                reading.apply(batch, i * width, width, 1);
            }
        } else {
            reading.apply(batch, 0, batch.length, 1);
        }
        System.arraycopy(batch, 0, numbers, from * width, batch.length);
    }

    /** One of the numbers at a point of the grid, the rows counted from the bottom. */
    public float at(int column, int row, int number) {
        return numbers[(row * frame.columns() + column) * width + number];
    }

    /** The class that is chosen at a point: the largest number's, or of a single probability whether it is above one half. */
    public int winner(int column, int row) {
        if (width == 1) {
            return at(column, row, 0) > (reading.binary() ? 0.5 : 0) ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < width; i++) {
            if (at(column, row, i) > at(column, row, best)) {
                best = i;
            }
        }
        return best;
    }
}
