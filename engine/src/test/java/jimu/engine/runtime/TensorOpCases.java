package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.op.AxisReduction;
import jimu.engine.op.Binary;
import jimu.engine.op.Concatenation;
import jimu.engine.op.Lookup;
import jimu.engine.op.MatrixProduct;
import jimu.engine.op.Op;
import jimu.engine.op.Reduction;
import jimu.engine.op.Scale;
import jimu.engine.op.Slice;
import jimu.engine.op.Transpose;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** Random cases of the operations that move, merge and sum up whole tensors. */
final class TensorOpCases extends Draw {
    TensorOpCases(Random random, DType floating) {
        super(random, floating);
    }

    Stream<OpCase> round() {
        return Stream.concat(
                Stream.of(scale(), transpose(), slice(), concatenation(), reduction(), product(), lookup()),
                Stream.of(Binary.Function.values()).map(this::binary));
    }

    private OpCase binary(Binary.Function function) {
        long[] common = sizes(between(1, 4));
        long[] a = common.clone();
        long[] b = common.clone();
        for (int axis = 0; axis < common.length; axis++) {
            int stretched = between(0, 5);
            a[axis] = stretched == 0 ? 1 : a[axis];
            b[axis] = stretched == 1 ? 1 : b[axis];
        }
        int missing = between(0, common.length - 1);
        long[] shorter = java.util.Arrays.copyOfRange(b, missing, b.length);
        return of(new Binary(function), type(a), type(shorter));
    }

    private OpCase scale() {
        return of(new Scale(random.nextDouble() * 4 - 2), type(sizes(between(1, 3))));
    }

    private OpCase transpose() {
        int rank = between(1, 5);
        List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        Collections.shuffle(order.subList(random.nextBoolean() || rank == 1 ? 0 : 1, rank), random);
        return of(new Transpose(order), type(sizes(rank)));
    }

    private OpCase slice() {
        TensorType x = type(sizes(between(1, 4)));
        int axis = between(0, x.shape().rank() - 1);
        int size = (int) x.shape().dim(axis).factor();
        int from = between(0, size - 1);
        return of(new Slice(axis, from, between(from + 1, size)), x);
    }

    private OpCase concatenation() {
        long[] sizes = sizes(between(1, 4));
        int axis = between(0, sizes.length - 1);
        TensorType[] parts = new TensorType[between(2, 4)];
        for (int i = 0; i < parts.length; i++) {
            long[] part = sizes.clone();
            part[axis] = between(1, 4);
            parts[i] = type(part);
        }
        return of(new Concatenation(axis), parts);
    }

    private OpCase reduction() {
        TensorType x = type(sizes(between(1, 4)));
        List<Integer> axes =
                new ArrayList<>(IntStream.range(0, x.shape().rank()).boxed().toList());
        Collections.shuffle(axes, random);
        Reduction reduction = random.nextBoolean() ? Reduction.MEAN : Reduction.SUM;
        return of(new AxisReduction(reduction, axes.subList(0, between(1, axes.size()))), x);
    }

    private OpCase product() {
        boolean transposeA = random.nextBoolean();
        boolean transposeB = random.nextBoolean();
        int n = between(1, 5);
        int k = between(1, 5);
        int m = between(1, 5);
        int outer = between(1, 3);
        int inner = between(1, 3);
        int stretched = between(0, 3);
        TensorType a = transposeA
                ? type(stretched == 0 ? 1 : outer, inner, k, n)
                : type(outer, stretched == 1 ? 1 : inner, n, k);
        long[] b = transposeB ? new long[] {m, k} : new long[] {k, m};
        return of(
                new MatrixProduct(transposeA, transposeB),
                a,
                stretched == 2 ? type(b) : type(outer, inner, b[0], b[1]));
    }

    private OpCase lookup() {
        int rows = between(1, 6);
        TensorType indices = new TensorType(DType.INT32, TensorShape.of(sizes(between(1, 2))));
        TensorType table = type(rows, between(1, 5));
        double[] chosen = random.ints(indices.shape().elements(1), 0, rows)
                .asDoubleStream()
                .toArray();
        double[] values = random.doubles(table.shape().elements(1)).toArray();
        return new OpCase(new Lookup(OptionalInt.empty()), List.of(indices, table), List.of(chosen, values), 2);
    }

    private OpCase of(Op op, TensorType... types) {
        List<double[]> values = Stream.of(types)
                .map(type -> random.doubles(type.shape().elements(1), -1.5, 1.5).toArray())
                .toList();
        return new OpCase(op, List.of(types), values, types.length);
    }

    private long[] sizes(int rank) {
        return random.longs(rank, 1, 7).toArray();
    }
}
