package jimu.engine.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;

/** Whence one dimension of a layer's output comes. */
public sealed interface Origin {
    /** An axis of an input, from 0; inputs count among the connected ones. */
    record Axis(int input, int axis) {}

    /** The axes of inputs that it is made of; none where it is set rather than made. */
    default List<Axis> from() {
        return List.of();
    }

    /** It is an axis of an input. */
    record Same(Axis axis) implements Origin {
        @Override
        public List<Axis> from() {
            return List.of(axis);
        }
    }

    /** Axes joined into one. */
    record Product(List<Axis> from) implements Origin {
        public Product {
            from = List.copyOf(from);
        }
    }

    /** Axes one behind the other. */
    record Sum(List<Axis> from) implements Origin {
        public Sum {
            from = List.copyOf(from);
        }
    }

    /** What is left of axes that are split: their product divided by the sizes given beside it. */
    record Rest(List<Axis> from, long others) implements Origin {
        public Rest {
            from = List.copyOf(from);
        }
    }

    /** A parameter, or an element of one, so many times. */
    record Chosen(String parameter, OptionalInt element, long times) implements Origin {}

    /**
     * It follows from an axis by a formula.
     *
     * @param formula how its line begins among the formulas of the layer, such as {@code H'}
     * @param axis the axis
     * @param because the parameter that makes most of the difference
     */
    record Computed(String formula, Axis axis, String because) implements Origin {
        @Override
        public List<Axis> from() {
            return List.of(axis);
        }
    }

    /** A size in the shape of the data's field. */
    record Given() implements Origin {}

    /** The samples of a batch. */
    record Samples() implements Origin {}

    /** One, which is left of an axis. */
    record Single() implements Origin {}

    /** An axis of an input. */
    static Origin same(int input, int axis) {
        return new Same(new Axis(input, axis));
    }

    /** The first {@code count} axes of the first input. */
    static List<Origin> same(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(axis -> same(0, axis)).toList());
    }

    /** A parameter. */
    static Origin chosen(String parameter) {
        return new Chosen(parameter, OptionalInt.empty(), 1);
    }

    /** A parameter so many times. */
    static Origin chosen(String parameter, long times) {
        return new Chosen(parameter, OptionalInt.empty(), times);
    }

    /** An element of a parameter. */
    static Origin element(String parameter, int element) {
        return new Chosen(parameter, OptionalInt.of(element), 1);
    }

    /** Some axes of the first input joined, from {@code first} to {@code last}, both included. */
    static Origin joined(int first, int last) {
        return first == last ? same(0, first) : new Product(axes(first, last));
    }

    /** The origins of the sizes into which axes of the first input are split, −1 taking what is left. */
    static List<Origin> split(int first, int last, String parameter, List<Integer> sizes) {
        long others = sizes.stream()
                .filter(size -> size != -1)
                .mapToLong(size -> size)
                .reduce(1, Math::multiplyExact);
        return IntStream.range(0, sizes.size())
                .mapToObj(i -> sizes.get(i) != -1
                        ? element(parameter, i)
                        : others == 1 ? joined(first, last) : new Rest(axes(first, last), others))
                .toList();
    }

    /** The origins of axes that are stretched to each other: each is that of the first input in which it is not 1. */
    static List<Origin> stretched(List<TensorShape> shapes) {
        int rank = shapes.stream().mapToInt(TensorShape::rank).max().orElse(0);
        List<Origin> origins = new ArrayList<>();
        for (int back = rank; back > 0; back--) {
            int place = back;
            List<Integer> having = IntStream.range(0, shapes.size())
                    .filter(input -> shapes.get(input).rank() >= place)
                    .boxed()
                    .toList();
            int input = having.stream()
                    .filter(one -> !shapes.get(one).dim(-place).equals(Dim.of(1)))
                    .findFirst()
                    .orElse(having.get(0));
            origins.add(same(input, shapes.get(input).rank() - back));
        }
        return origins;
    }

    private static List<Axis> axes(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(axis -> new Axis(0, axis))
                .toList();
    }
}
