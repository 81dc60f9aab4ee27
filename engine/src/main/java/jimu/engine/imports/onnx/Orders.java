package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Orders of axes. */
final class Orders {
    private Orders() {}

    /** The order that changes nothing. */
    static List<Integer> straight(int rank) {
        return IntStream.range(0, rank).boxed().toList();
    }

    static boolean isStraight(List<Integer> order) {
        return order.equals(straight(order.size()));
    }

    /** The order that {@code first} and then {@code then} make together. */
    static List<Integer> then(List<Integer> first, List<Integer> then) {
        return then.stream().map(first::get).toList();
    }

    /** The order without an axis of the shape before; those behind it move up. */
    static List<Integer> without(List<Integer> order, int axis) {
        List<Integer> left = new ArrayList<>();
        for (int one : order) {
            if (one != axis) {
                left.add(one > axis ? one - 1 : one);
            }
        }
        return left;
    }
}
