package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jimu.engine.imports.onnx.Held.Extent;
import jimu.engine.imports.onnx.Held.Filled;
import jimu.engine.imports.onnx.Held.Numbers;
import jimu.engine.imports.onnx.Held.Sizes;
import jimu.engine.imports.onnx.Held.View;
import jimu.engine.io.NumberArray;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;

/** Operators that ask for shapes or change them (onnx.ai/onnx/operators). */
final class Shapes {
    private Shapes() {}

    /** Shape: the sizes of a value, or of some of its axes. */
    static void shape(OnnxNode node, Importing importing) throws Refusal {
        TensorShape shape = importing.shape(importing.value(node, 0));
        int rank = shape.rank();
        int start = bounded(node.integer("start", 0), rank);
        int end = bounded(node.integer("end", rank), rank);
        List<Extent> sizes = shape.dims().subList(Math.min(start, end), end).stream()
                .map(Extent::of)
                .toList();
        importing.give(node, new Sizes(sizes, 1));
    }

    private static int bounded(long axis, int rank) {
        return (int) Math.max(0, Math.min(rank, axis < 0 ? axis + rank : axis));
    }

    /** Reshape: 0 keeps a size, −1 takes what is left; a file for one batch size means N. */
    static void reshape(OnnxNode node, Importing importing) throws Refusal {
        Optional<List<Extent>> wanted = node.integers("shape")
                .map(list -> list.stream().map(Extent::of).toList())
                .or(() -> importing.sizes(node, 1));
        if (wanted.isEmpty()) {
            throw Refusal.of("constant", node, 2);
        }
        TensorShape from = importing.shape(importing.value(node, 0));
        boolean zeroStays = node.integer("allowzero", 0) == 0;
        List<Dim> target = new Target(from, importing.batch(), zeroStays)
                .resolved(wanted.get())
                .orElseThrow(() -> Refusal.of("reshape", node, from, text(wanted.get())));
        give(node, target, importing);
    }

    private static String text(List<Extent> sizes) {
        List<String> words = new ArrayList<>();
        sizes.forEach(
                one -> words.add(one.batched() ? one.factor() == 1 ? "N" : one.factor() + "·N" : one.factor() + ""));
        return String.join(" × ", words);
    }

    /** Gives the node's first input another shape. */
    private static void give(OnnxNode node, List<Dim> target, Importing importing) throws Refusal {
        if (importing.isComputed(node, 0)) {
            importing.give(node, Reshaping.reshaped(importing.view(node, 0), target, node, importing));
            return;
        }
        Held value = importing.value(node, 0);
        TensorShape shape = new TensorShape(target);
        Optional<Sizes> sizes = Constants.sizes(value);
        if (sizes.isPresent() && target.size() <= 1) {
            importing.give(node, new Sizes(sizes.get().sizes(), target.size()));
        } else if (value instanceof Filled filled) {
            importing.give(node, new Filled(shape, filled.number()));
        } else {
            importing.give(node, new Numbers(importing.constant(node, 0).withShape(shape)));
        }
    }

    static void flatten(OnnxNode node, Importing importing) throws Refusal {
        TensorShape from = importing.shape(importing.value(node, 0));
        int axis = (int) node.integer("axis", 1);
        int at = axis < 0 ? axis + from.rank() : axis;
        give(
                node,
                List.of(from.slice(0, at).product(), from.slice(at, from.rank()).product()),
                importing);
    }

    static void squeeze(OnnxNode node, Importing importing) throws Refusal {
        List<Dim> dims = importing.shape(importing.value(node, 0)).dims();
        Optional<List<Integer>> axes = importing.integers(node, 1, "axes").map(list -> places(list, dims.size()));
        List<Dim> left = new ArrayList<>();
        for (int i = 0; i < dims.size(); i++) {
            boolean goes =
                    axes.isPresent() ? axes.get().contains(i) : dims.get(i).equals(Dim.of(1));
            if (!goes) {
                left.add(dims.get(i));
            } else if (!dims.get(i).equals(Dim.of(1))) {
                throw Refusal.of("squeeze", node, new TensorShape(dims), i);
            }
        }
        if (importing.isComputed(node, 0) && axes.isPresent()) {
            importing.give(node, squeezed(importing.view(node, 0), axes.get(), node));
            return;
        }
        give(node, left, importing);
    }

    /** The view without axes of size 1, whatever its order. */
    private static View squeezed(View view, List<Integer> axes, OnnxNode node) {
        View left = view;
        List<Integer> last = new ArrayList<>(axes);
        last.sort(Comparator.reverseOrder());
        for (int axis : last) {
            int below = left.order().get(axis);
            List<Dim> dims = new ArrayList<>(left.dims());
            dims.remove(below);
            left = new View(left.root(), dims, Orders.without(left.order(), below), Optional.of(node));
        }
        return left;
    }

    static void unsqueeze(OnnxNode node, Importing importing) throws Refusal {
        TensorShape from = importing.shape(importing.value(node, 0));
        List<Long> axes = importing.integers(node, 1, "axes").orElse(List.of());
        List<Integer> places = places(axes, from.rank() + axes.size());
        List<Dim> dims = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < from.rank() + axes.size(); i++) {
            dims.add(places.contains(i) ? Dim.of(1) : from.dim(next++));
        }
        give(node, dims, importing);
    }

    private static List<Integer> places(List<Long> axes, int rank) {
        return axes.stream().map(axis -> (int) (axis < 0 ? axis + rank : axis)).toList();
    }

    static void transpose(OnnxNode node, Importing importing) throws Refusal {
        int rank = importing.shape(importing.value(node, 0)).rank();
        List<Integer> order = new ArrayList<>(Orders.straight(rank));
        Collections.reverse(order);
        List<Integer> wanted =
                node.integers("perm").map(list -> places(list, rank)).orElse(order);
        if (importing.isComputed(node, 0)) {
            importing.give(node, Reshaping.permuted(importing.view(node, 0), wanted, node));
        } else {
            importing.give(node, new Numbers(ArrayMath.transposed(importing.constant(node, 0), wanted)));
        }
    }

    /** Cast and the like: whole numbers and others are not turned into each other by any block. */
    static void cast(OnnxNode node, Importing importing) throws Refusal {
        Held value = importing.value(node, 0);
        if (value instanceof View view) {
            boolean floating = view.root().type().dtype().isFloating();
            boolean wanted = ElementType.of((int) node.integer("to", 1))
                    .map(ElementType::isFloating)
                    .orElse(false);
            if (floating != wanted) {
                throw Refusal.of("cast", node);
            }
        }
        Optional<NumberArray> array = importing.array(node, 0);
        boolean whole = ElementType.of((int) node.integer("to", 1))
                .filter(type -> !type.isFloating())
                .isPresent();
        if (array.isPresent() && !(value instanceof Sizes)) {
            NumberArray from = array.get();
            importing.give(
                    node,
                    new Numbers(
                            whole
                                    ? NumberArray.of(from.shape(), from.longs())
                                    : NumberArray.of(from.shape(), from.floats())));
        } else {
            importing.give(node, value);
        }
    }

    static void constantOfShape(OnnxNode node, Importing importing) throws Refusal {
        List<Extent> sizes = importing.sizes(node, 0).orElseThrow(() -> Refusal.of("constant", node, 1));
        NumberArray value = node.array("value").orElse(NumberArray.of(TensorShape.of(1), new float[1]));
        boolean whole = value.type() == NumberArray.Type.I64;
        boolean row = whole
                && sizes.size() == 1
                && !sizes.get(0).batched()
                && sizes.get(0).factor() <= 64;
        if (row) {
            int count = (int) sizes.get(0).factor();
            importing.give(node, new Sizes(Collections.nCopies(count, Extent.of(value.longs()[0])), 1));
            return;
        }
        importing.give(node, new Filled(shape(sizes, node), value.floats()[0]));
    }

    /** Expand: a constant of one number stays one; a wire may only be asked for the shape that it has. */
    static void expand(OnnxNode node, Importing importing) throws Refusal {
        List<Extent> sizes = importing.sizes(node, 1).orElseThrow(() -> Refusal.of("constant", node, 2));
        TensorShape wanted = shape(sizes, node);
        Held value = importing.value(node, 0);
        TensorShape result = importing.shape(value).broadcast(wanted).orElseThrow(() -> Refusal.of("expand", node));
        Optional<Double> number = Constants.only(value);
        if (number.isPresent()) {
            importing.give(node, new Filled(result, number.get()));
        } else if (result.equals(importing.shape(value))) {
            importing.give(node, value);
        } else if (!result.batched() && importing.array(node, 0).isPresent()) {
            importing.give(node, new Numbers(ArrayMath.stretched(importing.constant(node, 0), result)));
        } else {
            throw Refusal.of("expand", node);
        }
    }

    private static TensorShape shape(List<Extent> sizes, OnnxNode node) throws Refusal {
        List<Dim> dims = new ArrayList<>();
        for (Extent one : sizes) {
            if (one.factor() < 0) {
                throw Refusal.of("expand", node);
            }
            dims.add(new Dim(one.factor(), one.batched()));
        }
        return new TensorShape(dims);
    }
}
