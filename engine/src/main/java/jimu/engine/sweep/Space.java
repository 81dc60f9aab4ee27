package jimu.engine.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Document;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.infer.Totals;
import jimu.engine.layer.ParameterException;
import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;
import jimu.engine.sweep.Search.RandomSearch;
import jimu.engine.train.Readiness;

/** A plan laid over a document: the variants that it tries, in order. The same plan and document give the same ones. */
public final class Space {
    /** The most runs that a sweep may have. */
    public static final int MOST = 10_000;

    private static final int PATIENCE = 1000;
    private static final Totals NOTHING = new Totals(0, 0, 0, 0, true);

    private final Document document;
    private final List<Axis> axes;
    private final List<List<Object>> settings;

    private Space(Document document, List<Axis> axes, List<List<Object>> settings) {
        this.document = document;
        this.axes = axes;
        this.settings = settings;
    }

    /**
     * The variants of a document.
     *
     * @throws SweepException if a knob is unknown or named twice, its values are not of its kind, or there are too many
     *     combinations
     */
    public static Space of(Document document, SweepPlan plan) throws SweepException {
        if (plan.knobs().isEmpty()) {
            throw SweepException.of("empty");
        }
        List<Axis> axes = new ArrayList<>();
        for (Map.Entry<String, Values> entry : plan.knobs().entrySet()) {
            Knob knob = Knobs.find(document, entry.getKey());
            if (axes.stream().anyMatch(axis -> axis.knob().name().equals(knob.name()))) {
                throw SweepException.of("twice", knob.name());
            }
            axes.add(Axis.of(knob, entry.getValue()));
        }
        for (Axis axis : axes) {
            check(document, axis, axes);
        }
        List<List<Object>> settings = plan.search() instanceof RandomSearch random
                ? drawn(axes, random, plan.limits().runs().orElse(MOST))
                : grid(axes, plan.limits().runs().orElse(Integer.MAX_VALUE));
        return new Space(document, axes, settings);
    }

    /** Refuses values of the wrong kind, unless another knob may change what kind is right. */
    private static void check(Document document, Axis axis, List<Axis> axes) throws SweepException {
        String name = axis.knob().name();
        boolean depends =
                axes.stream().anyMatch(other -> name.startsWith(other.knob().name() + "."));
        List<Object> samples = axis.values().orElse(List.of(axis.at(0)));
        for (Object value : depends ? List.of() : samples) {
            try {
                axis.knob().set(document, value);
            } catch (ParameterException e) {
                throw SweepException.of("value", name, ValuesText.of(value), String.valueOf(e.getMessage()));
            }
        }
    }

    private static List<List<Object>> grid(List<Axis> axes, int limit) throws SweepException {
        for (Axis axis : axes) {
            if (axis.values().isEmpty()) {
                throw SweepException.of("continuous", axis.knob().name());
            }
        }
        long size = Math.min(combinations(axes), limit);
        if (size > MOST) {
            throw SweepException.of("many", size, MOST);
        }
        List<List<Object>> settings = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            settings.add(at(axes, i));
        }
        return settings;
    }

    /** The combination of that number, the last knob changing first. */
    private static List<Object> at(List<Axis> axes, long number) {
        Object[] values = new Object[axes.size()];
        long rest = number;
        for (int i = values.length - 1; i >= 0; i--) {
            List<Object> all = axes.get(i).values().orElseThrow();
            values[i] = all.get((int) (rest % all.size()));
            rest /= all.size();
        }
        return List.of(values);
    }

    private static List<List<Object>> drawn(List<Axis> axes, RandomSearch random, int limit) throws SweepException {
        long wanted = Math.min(random.count(), combinations(axes));
        if (Math.min(wanted, limit) > MOST) {
            throw SweepException.of("many", Math.min(wanted, limit), MOST);
        }
        List<RandomStream> streams = axes.stream()
                .map(axis -> new RandomStream(
                        random.seed(),
                        Purpose.EXPERIMENT,
                        "sweep." + axis.knob().name()))
                .toList();
        Set<List<Object>> seen = new HashSet<>();
        List<List<Object>> settings = new ArrayList<>();
        long attempts = PATIENCE * wanted + PATIENCE;
        for (long draw = 0; draw < attempts && settings.size() < Math.min(wanted, limit); draw++) {
            Object[] values = new Object[axes.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = axes.get(i).at(streams.get(i).uniform(draw));
            }
            if (seen.add(List.of(values))) {
                settings.add(List.of(values));
            }
        }
        return settings;
    }

    /** How many combinations there are; the largest long if they cannot be counted. */
    private static long combinations(List<Axis> axes) {
        long product = 1;
        for (Axis axis : axes) {
            long size = axis.size();
            product = product > Long.MAX_VALUE / size ? Long.MAX_VALUE : product * size;
        }
        return product;
    }

    /** The knobs, in the plan's order. */
    public List<Knob> knobs() {
        return axes.stream().map(Axis::knob).toList();
    }

    /** How many variants there are. */
    public int size() {
        return settings.size();
    }

    /** The values of a variant by the knobs' names; the first is 1. */
    public Map<String, Object> values(int number) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < axes.size(); i++) {
            values.put(axes.get(i).knob().name(), settings.get(number - 1).get(i));
        }
        return values;
    }

    /** The variant of that number, from 1 to {@link #size}, its shapes inferred. */
    public Variant variant(int number) {
        Map<String, Object> values = values(number);
        Document changed = document;
        // What is chosen comes before its parameters.
        List<Axis> order = axes.stream()
                .sorted(Comparator.comparing(axis -> axis.knob().name().contains(".")))
                .toList();
        for (Axis axis : order) {
            try {
                changed = axis.knob().set(changed, settings.get(number - 1).get(axes.indexOf(axis)));
            } catch (ParameterException e) {
                return new Variant(number, values, changed, Optional.ofNullable(e.getMessage()), NOTHING);
            }
        }
        Inference inference = ShapeInference.infer(changed);
        Optional<String> obstacle =
                Readiness.check(inference).stream().findFirst().map(Finding::advice);
        return new Variant(number, values, changed, obstacle, inference.totals());
    }
}
