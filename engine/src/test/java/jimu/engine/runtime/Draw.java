package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jimu.engine.op.Margins;
import jimu.engine.op.Op;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** What random cases of operations are drawn from: types, sizes and numbers, all from one source. */
class Draw {
    final Random random;
    final DType floating;

    Draw(Random random, DType floating) {
        this.random = random;
        this.floating = floating;
    }

    /** A case of data, weight and, in half of the cases, bias. */
    OpCase parametric(Op op, TensorType x, TensorType weight, TensorType bias) {
        List<TensorType> types = random.nextBoolean() ? List.of(x, weight, bias) : List.of(x, weight);
        return new OpCase(op, types, types.stream().map(this::values).toList(), types.size());
    }

    Margins margins() {
        return random.nextBoolean()
                ? Margins.symmetric(pair(0, 2))
                : new Margins(between(0, 2), between(0, 2), between(0, 2), between(0, 2));
    }

    int size(int kernel, int dilation) {
        return (kernel - 1) * dilation + 1 + between(0, 5);
    }

    IntPair pair(int low, int high) {
        return new IntPair(between(low, high), between(low, high));
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    TensorType type(long... sizes) {
        return new TensorType(floating, TensorShape.of(sizes));
    }

    /** Numbers in random order, all different. */
    double[] distinct(TensorType type) {
        List<Integer> places = new ArrayList<>(
                IntStream.range(0, (int) type.shape().elements(1)).boxed().toList());
        Collections.shuffle(places, random);
        return places.stream().mapToDouble(place -> place * 0.01 - 1).toArray();
    }

    double[] values(TensorType type) {
        return random.doubles(type.shape().elements(1), -1.5, 1.5).toArray();
    }
}
