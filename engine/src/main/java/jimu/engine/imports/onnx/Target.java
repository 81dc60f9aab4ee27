package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.imports.onnx.Held.Extent;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;

/**
 * Finds the shape that a Reshape asks for.
 *
 * @param from the shape before
 * @param batch the batch size that the file is made for, or 0 if it leaves that open
 * @param zeroStays whether 0 stands for the size that an axis has already
 */
record Target(TensorShape from, long batch, boolean zeroStays) {
    /** The sizes with 0 and −1 put in; none if they do not hold as many numbers. */
    Optional<List<Dim>> resolved(List<Extent> wanted) {
        List<Extent> sizes = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            boolean stays = wanted.get(i).equals(Extent.of(0)) && zeroStays;
            if (stays && i >= from.rank()) {
                return Optional.empty();
            }
            sizes.add(stays ? Extent.of(from.dim(i)) : wanted.get(i));
        }
        Optional<List<Dim>> open = filled(sizes);
        if (open.isPresent()) {
            return open;
        }
        return places(sizes).stream()
                .map(place -> filled(counted(sizes, place)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<Extent> counted(List<Extent> sizes, int place) {
        List<Extent> counted = new ArrayList<>(sizes);
        counted.set(place, new Extent(sizes.get(place).factor() / batch, true));
        return counted;
    }

    /**
     * The axes that may count samples in a file for one batch size, the likeliest first: one of just that size where the samples may
     * lie; one where as much lies outside as before, but hardly the last; one that ends there; any.
     */
    private List<Integer> places(List<Extent> sizes) {
        long outside = 1;
        int axis = 0;
        while (axis < from.rank() && !from.dim(axis).batched()) {
            outside = Math.multiplyExact(outside, from.dim(axis++).factor());
        }
        long inside = axis < from.rank() ? from.dim(axis).factor() : 1;
        List<List<Integer>> ranked =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long before = 1;
        for (int i = 0; i < sizes.size() && batch > 0; i++) {
            Extent size = sizes.get(i);
            if (!size.batched() && size.factor() > 0 && size.factor() % batch == 0) {
                boolean there = before == outside || before == outside * inside;
                boolean last = i > 0 && i == sizes.size() - 1;
                boolean ends = before * size.factor() == outside * batch;
                int rank = size.factor() == batch && there ? 0 : before == outside && !last ? 1 : ends ? 2 : 3;
                ranked.get(rank).add(i);
            }
            before *= Math.max(1, Math.abs(size.factor()));
        }
        return ranked.stream().flatMap(List::stream).toList();
    }

    /** The sizes with what is left at −1. */
    private Optional<List<Dim>> filled(List<Extent> sizes) {
        Dim whole = from.product();
        long known = 1;
        boolean batched = false;
        int open = -1;
        for (int i = 0; i < sizes.size(); i++) {
            Extent size = sizes.get(i);
            if (size.factor() == -1 && !size.batched()) {
                if (open >= 0) {
                    return Optional.empty();
                }
                open = i;
            } else if (size.factor() < 1 || (batched && size.batched())) {
                return Optional.empty();
            } else {
                known = Math.multiplyExact(known, size.factor());
                batched |= size.batched();
            }
        }
        List<Dim> dims = new ArrayList<>();
        for (Extent size : sizes) {
            dims.add(size.factor() == -1 ? Dim.of(1) : new Dim(size.factor(), size.batched()));
        }
        if (open >= 0 && whole.factor() % known == 0 && (!batched || whole.batched())) {
            dims.set(open, new Dim(whole.factor() / known, whole.batched() && !batched));
        }
        return new TensorShape(dims).product().equals(whole) ? Optional.of(dims) : Optional.empty();
    }
}
