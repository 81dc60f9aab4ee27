package jimu.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import jimu.engine.data.Affine;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.data.series.WindowedSeries;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Source;
import jimu.engine.message.Messages;
import jimu.engine.op.Op;
import jimu.engine.op.VectorLoss;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.KernelSet;
import jimu.engine.train.Predictor;

/** Finds for a loss what suits its answers: classes, numbers or distances. */
final class Assessors {
    /** How many numbers of answers are kept at most: 64 MB of them. */
    private static final long NUMBERS = 1L << 24;

    private final Inference inference;
    private final LoadedData data;
    private final Dataset samples;
    private final Predictor predictor;

    Assessors(Inference inference, LoadedData data, Dataset samples, List<KernelSet> sets) {
        this.inference = inference;
        this.data = data;
        this.samples = samples;
        predictor = new Predictor(inference, new WeightSnapshot(java.util.Map.of()), data.preprocessing(), sets);
    }

    Assessor of(FlatBlock loss) {
        Known known = inference.known(loss.path()).orElseThrow();
        Op op = LossRead.operation(known);
        ClassLayout layout = ClassLayout.of(known.inputs().get(0).shape());
        Reading reading = Reading.of(loss);
        if (op instanceof VectorLoss vectors) {
            int length = layout.last();
            int rows = layout.each() / length;
            int pairs = rows * VectorAssessor.pairs(vectors.function());
            return new VectorAssessor(
                    loss.path(),
                    vectors.function(),
                    threshold(loss),
                    List.of(Messages.text("evaluate.different"), Messages.text("evaluate.alike")),
                    rows,
                    length,
                    Kept.of(samples.size(), pairs, NUMBERS));
        } else if (reading.exclusive() && layout.classes() > 1) {
            Kept kept = Kept.of(samples.size(), layout.positions(), NUMBERS / layout.classes());
            return new ClassAssessor(loss.path(), names(loss, layout.classes()), layout, reading, kept);
        }
        Kept kept = Kept.of(samples.size(), layout.each(), NUMBERS / 4);
        return new NumberAssessor(
                loss.path(),
                names(loss, 2),
                layout.each(),
                reading.exclusive() ? Reading.PLAIN : reading,
                units(loss),
                kept,
                (all, answers) -> forecast(loss, all, answers));
    }

    private static OptionalDouble threshold(FlatBlock loss) {
        Loss layer = (Loss) loss.layer();
        return layer.targetPort().isPresent() && !layer.metrics().isEmpty()
                ? OptionalDouble.of(layer.metrics().get(0).threshold())
                : OptionalDouble.empty();
    }

    private Optional<Affine> units(FlatBlock loss) {
        return Inference.predictions(loss).stream()
                .findFirst()
                .flatMap(predictor::scale)
                .map(Affine::inverse);
    }

    /** The field with which a loss compares, if it comes straight from the data. */
    private Optional<Field> field(FlatBlock loss) {
        return ((Loss) loss.layer())
                .targetPort().stream()
                        .flatMap(port -> loss.inputs().getOrDefault(port, List.of()).stream())
                        .flatMap(from -> inference.graph().block(from.path()).stream())
                        .filter(block -> block.layer() instanceof Source)
                        .map(block -> ((Source) block.layer()).field())
                        .flatMap(name -> fields().filter(field -> field.name().equals(name)))
                        .findFirst();
    }

    private Stream<Field> fields() {
        return data.fields().stream();
    }

    /** The names of so many classes: those of the data as far as there are any, then numbers. */
    private List<String> names(FlatBlock loss, int count) {
        List<String> known = field(loss).map(Field::classes).orElse(List.of());
        List<String> names = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            names.add(c < known.size() ? known.get(c) : Integer.toString(c));
        }
        return names;
    }

    /** The series with its forecasts, if a loss compares with what follows windows of one and all answers were kept. */
    private Optional<Forecast> forecast(FlatBlock loss, Kept kept, float[] answers) {
        boolean next = field(loss).map(Field::name).equals(Optional.of(WindowedSeries.NEXT));
        if (!next || kept.stride() > 1 || !(samples instanceof WindowedSeries windows)) {
            return Optional.empty();
        }
        int horizon = kept.perSample();
        int window = Math.toIntExact(
                windows.field(WindowedSeries.SEQUENCE).type().shape().dim(0).factor());
        int[] rows = new int[windows.size()];
        for (int sample = 0; sample < rows.length; sample++) {
            rows[sample] = windows.start(sample) + window;
        }
        int first = windows.start(0);
        float[] actual = new float[rows[rows.length - 1] + horizon - first];
        System.arraycopy(windows.series().target(), first, actual, 0, actual.length);
        return Optional.of(new Forecast(first, actual, horizon, rows, answers));
    }
}
