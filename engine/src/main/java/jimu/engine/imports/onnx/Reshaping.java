package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jimu.engine.imports.onnx.Held.Extent;
import jimu.engine.imports.onnx.Held.View;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Permute;
import jimu.engine.layer.core.Reshape;
import jimu.engine.layer.core.Unflatten;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;

/** Changes of shape: how a view gets another one, and by which blocks. */
final class Reshaping {
    private Reshaping() {}

    /** Axes {@code from} of one shape that hold the same numbers as axes {@code to} of another; both are ranges. */
    private record Run(int from, int fromEnd, int to, int toEnd) {}

    /** The value under another shape of as many numbers. */
    static View reshaped(View view, List<Dim> target, OnnxNode node, Importing importing) throws Refusal {
        if (target.equals(view.shape().dims())) {
            return view;
        }
        Optional<View> within = Orders.isStraight(view.order())
                ? Optional.of(new View(view.root(), target, Orders.straight(target.size()), Optional.of(node)))
                : withinOrder(view, target, node);
        if (within.isPresent()) {
            return within.get();
        }
        Wire wire = importing.plain(view);
        return new View(wire, target, Orders.straight(target.size()), Optional.of(node));
    }

    /** Where every run of axes that changes is one in the shape below too, the order of axes can stay aside. */
    private static Optional<View> withinOrder(View view, List<Dim> target, OnnxNode node) {
        Optional<List<Run>> runs = runs(view.shape().dims(), target);
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        List<List<Dim>> pieces = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (Run run : runs.get()) {
            for (int i = run.from() + 1; i < run.fromEnd(); i++) {
                if (view.order().get(i) != view.order().get(i - 1) + 1) {
                    return Optional.empty();
                }
            }
            if (run.from() == run.fromEnd()) {
                return Optional.empty();
            }
            starts.add(view.order().get(run.from()));
            pieces.add(target.subList(run.to(), run.toEnd()));
        }
        List<Integer> byPlace = new ArrayList<>(Orders.straight(starts.size()));
        byPlace.sort(Comparator.comparing(starts::get));
        List<Dim> dims = new ArrayList<>();
        int[] begins = new int[starts.size()];
        for (int piece : byPlace) {
            begins[piece] = dims.size();
            dims.addAll(pieces.get(piece));
        }
        List<Integer> order = new ArrayList<>();
        for (int piece = 0; piece < begins.length; piece++) {
            for (int i = 0; i < pieces.get(piece).size(); i++) {
                order.add(begins[piece] + i);
            }
        }
        return Optional.of(new View(view.root(), dims, order, Optional.of(node)));
    }

    /** The value with its axes in another order. */
    static View permuted(View view, List<Integer> order, OnnxNode node) {
        return new View(view.root(), view.dims(), Orders.then(view.order(), order), Optional.of(node));
    }

    /** The blocks that give a view's numbers its shape. */
    static Wire blocks(View view, Importing importing) throws Refusal {
        OnnxNode node = view.node().orElseThrow();
        Wire wire = shaped(view.root(), view.dims(), node, importing);
        return Orders.isStraight(view.order()) ? wire : importing.block(node, new Permute(view.order()), wire);
    }

    private static Wire shaped(Wire from, List<Dim> to, OnnxNode node, Importing importing) throws Refusal {
        List<Dim> before = from.shape().dims();
        if (before.equals(to)) {
            return from;
        }
        boolean rows = !to.isEmpty()
                && !before.isEmpty()
                && to.get(0).equals(before.get(0))
                && to.get(0).batched();
        if (rows && to.size() == 2 && before.size() > 2) {
            return importing.block(node, new Flatten(), from);
        }
        Optional<List<Run>> runs = runs(before, to);
        if (runs.isEmpty()
                || (rows
                        && runs.get().stream()
                                        .filter(run -> changes(run, before, to))
                                        .count()
                                > 1)) {
            return sample(from, to, rows, node, importing);
        }
        Wire wire = from;
        for (int i = runs.get().size() - 1; i >= 0; i--) {
            wire = changed(wire, runs.get().get(i), before, to, node, importing);
        }
        return wire;
    }

    private static boolean changes(Run run, List<Dim> from, List<Dim> to) {
        return !from.subList(run.from(), run.fromEnd()).equals(to.subList(run.to(), run.toEnd()));
    }

    /** A sample's numbers under another shape. */
    private static Wire sample(Wire from, List<Dim> to, boolean rows, OnnxNode node, Importing importing)
            throws Refusal {
        if (!rows || to.stream().skip(1).anyMatch(Dim::batched)) {
            throw Refusal.of("reshape", node, from.shape(), new TensorShape(to));
        }
        List<Integer> sizes = new ArrayList<>();
        for (Dim dim : to.subList(1, to.size())) {
            sizes.add(Math.toIntExact(dim.factor()));
        }
        return importing.block(node, new Reshape(sizes), from);
    }

    /** A run of axes made one, then split. */
    private static Wire changed(Wire wire, Run run, List<Dim> from, List<Dim> to, OnnxNode node, Importing importing)
            throws Refusal {
        if (!changes(run, from, to)) {
            return wire;
        }
        Wire merged = run.fromEnd() - run.from() > 1
                ? importing.block(node, new Flatten(run.from(), run.fromEnd() - 1), wire)
                : wire;
        if (run.toEnd() - run.to() == 1) {
            return merged;
        }
        List<Integer> sizes = new ArrayList<>();
        for (Dim dim : to.subList(run.to(), run.toEnd())) {
            sizes.add(dim.batched() ? -1 : Math.toIntExact(dim.factor()));
        }
        return importing.block(node, new Unflatten(run.from(), sizes), merged);
    }

    /** Cuts two shapes into runs of axes with as many numbers each, as short as can be; none if the shapes do not match. */
    private static Optional<List<Run>> runs(List<Dim> from, List<Dim> to) {
        List<Run> runs = new ArrayList<>();
        int a = 0;
        int b = 0;
        while (a < from.size() && b < to.size()) {
            int aEnd = a + 1;
            int bEnd = b + 1;
            while (!product(from, a, aEnd).equals(product(to, b, bEnd))) {
                Extent left = product(from, a, aEnd);
                Extent right = product(to, b, bEnd);
                boolean more = left.batched() == right.batched() ? left.factor() < right.factor() : right.batched();
                if (more ? aEnd == from.size() : bEnd == to.size()) {
                    return Optional.empty();
                }
                if (more) {
                    aEnd++;
                } else {
                    bEnd++;
                }
            }
            runs.add(new Run(a, aEnd, b, bEnd));
            a = aEnd;
            b = bEnd;
        }
        return closed(runs, a, b, from, to);
    }

    /** Axes of size 1 at the end belong to the last run. */
    private static Optional<List<Run>> closed(List<Run> runs, int a, int b, List<Dim> from, List<Dim> to) {
        boolean ones = from.subList(a, from.size()).stream().allMatch(Dim.of(1)::equals)
                && to.subList(b, to.size()).stream().allMatch(Dim.of(1)::equals);
        if (!ones || runs.isEmpty()) {
            return ones && a == from.size() && b == to.size() ? Optional.of(runs) : Optional.empty();
        }
        Run last = runs.remove(runs.size() - 1);
        runs.add(new Run(last.from(), from.size(), last.to(), to.size()));
        return Optional.of(runs);
    }

    private static Extent product(List<Dim> dims, int from, int to) {
        long factor = 1;
        boolean batched = false;
        for (Dim dim : dims.subList(from, to)) {
            factor = Math.multiplyExact(factor, dim.factor());
            batched |= dim.batched();
        }
        return new Extent(factor, batched);
    }
}
