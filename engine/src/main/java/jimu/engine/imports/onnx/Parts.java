package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.engine.imports.onnx.Blocks.Weights;
import jimu.engine.imports.onnx.Held.Extent;
import jimu.engine.imports.onnx.Held.Filled;
import jimu.engine.imports.onnx.Held.Numbers;
import jimu.engine.imports.onnx.Held.Sizes;
import jimu.engine.imports.onnx.Held.View;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Layer;
import jimu.engine.layer.core.Embedding;
import jimu.engine.layer.core.Narrow;
import jimu.engine.layer.core.Select;
import jimu.engine.layer.merge.Concat;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;

/** Operators that take values apart or put them together. */
final class Parts {
    private Parts() {}

    static void concat(OnnxNode node, Importing importing) throws Refusal {
        List<Sizes> rows = new ArrayList<>();
        List<NumberArray> arrays = new ArrayList<>();
        boolean computed = false;
        for (int i = 0; i < node.inputs().size(); i++) {
            computed |= importing.isComputed(node, i);
            importing.optional(node, i).flatMap(Constants::sizes).ifPresent(rows::add);
            importing.array(node, i).ifPresent(arrays::add);
        }
        if (computed) {
            wires(node, importing);
        } else if (rows.size() == node.inputs().size()) {
            importing.give(
                    node,
                    new Sizes(rows.stream().flatMap(row -> row.sizes().stream()).toList(), 1));
        } else if (arrays.size() == node.inputs().size()) {
            int axis = axis(node.integer("axis", 0), arrays.get(0).shape().rank());
            importing.give(node, new Numbers(ArrayMath.concatenated(arrays, axis)));
        } else {
            throw Refusal.of("folding", node);
        }
    }

    private static void wires(OnnxNode node, Importing importing) throws Refusal {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            wires.add(importing.wire(node, i));
        }
        if (wires.size() == 1) {
            importing.give(node, View.of(wires.get(0)));
            return;
        }
        int axis = axis(node.integer("axis", 1), wires.get(0).shape().rank());
        importing.give(node, View.of(tree(node, new Concat(axis), wires, importing)));
    }

    /** The layer has eight inputs; more are put together in steps. */
    private static Wire tree(OnnxNode node, Layer layer, List<Wire> wires, Importing importing) throws Refusal {
        int most = layer.inputs().size();
        List<Wire> left = wires;
        while (left.size() > most) {
            List<Wire> next = new ArrayList<>(importing.blocks().add(node, layer, left.subList(0, most), Weights.NONE));
            next.addAll(left.subList(most, left.size()));
            left = next;
        }
        return importing.blocks().add(node, layer, left, Weights.NONE).get(0);
    }

    /** Gather: rows of a table by a wire's indices, or one place of a wire, or of constants. */
    static void gather(OnnxNode node, Importing importing) throws Refusal {
        Held from = importing.value(node, 0);
        int rank = importing.shape(from).rank();
        int axis = axis(node.integer("axis", 0), rank);
        if (importing.isComputed(node, 1)) {
            embedding(node, axis, importing);
            return;
        }
        NumberArray indices = importing.constant(node, 1);
        if (importing.isComputed(node, 0)) {
            if (indices.length() != 1) {
                throw Refusal.of("gather", node);
            }
            View one = selected(importing.view(node, 0), axis, indices.longs()[0], node, importing);
            importing.give(node, one);
            if (indices.shape().rank() == 1) {
                List<Dim> dims = new ArrayList<>(one.shape().dims());
                dims.add(axis, Dim.of(1));
                importing.give(node, Reshaping.reshaped(one, dims, node, importing));
            }
            return;
        }
        Optional<List<Extent>> sizes = importing.sizes(node, 0);
        if (sizes.isPresent()) {
            List<Extent> chosen = new ArrayList<>();
            for (long index : indices.longs()) {
                chosen.add(
                        sizes.get().get((int) (index < 0 ? index + sizes.get().size() : index)));
            }
            importing.give(node, new Sizes(chosen, indices.shape().rank()));
        } else {
            importing.give(node, new Numbers(ArrayMath.gathered(importing.constant(node, 0), indices, axis)));
        }
    }

    private static void embedding(OnnxNode node, int axis, Importing importing) throws Refusal {
        NumberArray table = importing.constant(node, 0);
        if (axis != 0 || table.shape().rank() != 2) {
            throw Refusal.of("gather", node);
        }
        Layer layer = new Embedding(
                Math.toIntExact(table.shape().dim(0).factor()),
                Math.toIntExact(table.shape().dim(1).factor()),
                OptionalInt.empty());
        importing.block(
                node,
                layer,
                List.of(importing.wire(node, 1)),
                new Weights(Map.of("weight", table), List.of(node.inputs().get(0))));
    }

    /** One place along an axis, which falls away. */
    private static View selected(View view, int axis, long index, OnnxNode node, Importing importing) throws Refusal {
        int below = view.order().get(axis);
        View straight =
                new View(view.root(), view.dims(), Orders.straight(view.dims().size()), view.node());
        Wire wire = importing.plain(straight);
        Wire chosen = importing.block(node, new Select(below, Math.toIntExact(index)), wire);
        List<Integer> order = Orders.without(view.order(), below);
        return new View(chosen, chosen.shape().dims(), order, Optional.of(node));
    }

    /** Slice: of constants any, of a wire one place or the whole of each axis. */
    static void slice(OnnxNode node, Importing importing) throws Refusal {
        TensorShape shape = importing.shape(importing.value(node, 0));
        List<Long> starts = importing.integers(node, 1, "starts").orElseThrow(() -> Refusal.of("constant", node, 2));
        List<Long> ends = importing.integers(node, 2, "ends").orElseThrow(() -> Refusal.of("constant", node, 3));
        List<Long> axes = importing
                .integers(node, 3, "axes")
                .orElse(Orders.straight(starts.size()).stream()
                        .map(Integer::longValue)
                        .toList());
        List<Long> steps = importing.integers(node, 4, "steps").orElse(Collections.nCopies(axes.size(), 1L));
        importing.give(node, importing.value(node, 0));
        OnnxNode running = node.instead("Slice", List.of(node.output()), Map.of());
        for (int i = 0; i < axes.size(); i++) {
            int axis = axis(axes.get(i), shape.rank());
            Dim dim = shape.dim(axis);
            long step = steps.get(i);
            long start = bounded(starts.get(i), dim.factor(), step);
            long end = bounded(ends.get(i), dim.factor(), step);
            long count = step > 0 ? (end - start + step - 1) / step : (start - end - step - 1) / -step;
            boolean whole = start == 0 && step == 1 && ends.get(i) >= dim.factor();
            if (!whole || (dim.batched() && ends.get(i) < Integer.MAX_VALUE)) {
                sliced(running, axis, start, step, (int) Math.max(0, count), importing);
            }
        }
    }

    private static long bounded(long place, long size, long step) {
        long at = place < 0 ? place + size : place;
        return step > 0 ? Math.max(0, Math.min(size, at)) : Math.max(-1, Math.min(size - 1, at));
    }

    private static void sliced(OnnxNode node, int axis, long start, long step, int count, Importing importing)
            throws Refusal {
        Optional<List<Extent>> sizes = importing.sizes(node, 0);
        if (sizes.isPresent()) {
            List<Extent> chosen = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                chosen.add(sizes.get().get((int) (start + i * step)));
            }
            importing.give(node, new Sizes(chosen, 1));
        } else if (importing.value(node, 0) instanceof Filled filled) {
            importing.give(node, new Filled(filled.shape().with(axis, Dim.of(count)), filled.number()));
        } else if (!importing.isComputed(node, 0)) {
            importing.give(node, new Numbers(ArrayMath.sliced(importing.constant(node, 0), axis, start, step, count)));
        } else if (count == 1 && !importing.view(node, 0).shape().dim(axis).batched()) {
            View one = selected(importing.view(node, 0), axis, start, node, importing);
            List<Dim> dims = new ArrayList<>(one.shape().dims());
            dims.add(axis, Dim.of(1));
            importing.give(node, Reshaping.reshaped(one, dims, node, importing));
        } else if (step == 1 && Linears.part(node, axis, start, count, importing)) {
            return;
        } else if (step == 1
                && count > 0
                && !importing.view(node, 0).shape().dim(axis).batched()) {
            importing.give(node, narrowed(importing.view(node, 0), axis, start, count, node, importing));
        } else {
            throw Refusal.of("slice", node, axis, start, start + count);
        }
    }

    /** A run along an axis. */
    private static View narrowed(View view, int axis, long start, int count, OnnxNode node, Importing importing)
            throws Refusal {
        View straight =
                new View(view.root(), view.dims(), Orders.straight(view.dims().size()), view.node());
        int below = view.order().get(axis);
        Layer layer = new Narrow(below, Math.toIntExact(start), count);
        Wire part = importing.block(node, layer, importing.plain(straight));
        return new View(part, part.shape().dims(), view.order(), Optional.of(node));
    }

    /** Split: parts of given sizes, or as many equal ones as there are outputs. */
    static void split(OnnxNode node, Importing importing) throws Refusal {
        TensorShape shape = importing.shape(importing.value(node, 0));
        int axis = axis(node.integer("axis", 0), shape.rank());
        int count = node.outputs().size();
        long size = shape.dim(axis).factor();
        long equal = (size + count - 1) / count;
        Optional<List<Long>> given = importing.integers(node, 1, "split");
        long start = 0;
        for (int i = 0; i < count; i++) {
            long length = given.isPresent() ? given.get().get(i) : Math.min(equal, size - start);
            OnnxNode part = node.instead("Slice", node.inputs(), Map.of())
                    .giving(List.of(node.outputs().get(i)));
            importing.put(node.outputs().get(i), importing.value(node, 0));
            sliced(part.instead("Slice", part.outputs(), Map.of()), axis, start, 1, (int) length, importing);
            start += length;
        }
    }

    /** The axis counted from 0. */
    static int axis(long axis, int rank) {
        return (int) (axis < 0 ? axis + rank : axis);
    }
}
