package jimu.engine.imports.onnx;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import jimu.engine.graph.PortRef;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Layer;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** What a value of the file stands for while its graph is read. */
sealed interface Held {
    /** What a block's output carries. */
    record Wire(PortRef port, TensorType type) {
        TensorShape shape() {
            return type.shape();
        }
    }

    /**
     * The numbers of a wire under another shape, with the axes in another order: no block is made before it is known that one is
     * needed, since files write and undo such changes often.
     *
     * @param root the wire
     * @param dims the shape that its numbers are given
     * @param order axis i of the value is axis {@code order[i]} of that shape
     * @param node what asked for the last change, for the block's name
     */
    record View(Wire root, List<Dim> dims, List<Integer> order, Optional<OnnxNode> node) implements Held {
        public View {
            dims = List.copyOf(dims);
            order = List.copyOf(order);
        }

        static View of(Wire wire) {
            return new View(
                    wire, wire.shape().dims(), Orders.straight(wire.shape().rank()), Optional.empty());
        }

        boolean isPlain() {
            return dims.equals(root.shape().dims()) && Orders.isStraight(order);
        }

        TensorShape shape() {
            return new TensorShape(order.stream().map(dims::get).toList());
        }
    }

    /**
     * A function of each number of a wire: several operators together may be one activation, which is only seen at the end.
     *
     * @param root the wire
     * @param function what is done to each number
     * @param step what the last operator alone does to its only computed operand
     * @param layer the layer that is known to do that
     * @param node the last operator
     * @param operands what blocks compute of its inputs
     */
    record Curve(
            Wire root,
            DoubleUnaryOperator function,
            DoubleUnaryOperator step,
            Optional<Layer> layer,
            OnnxNode node,
            List<Held> operands)
            implements Held {
        public Curve {
            operands = List.copyOf(operands);
        }
    }

    /** Constant numbers. */
    record Numbers(NumberArray array) implements Held {}

    /** One number under a whole shape, which may count samples. */
    record Filled(TensorShape shape, double number) implements Held {}

    /**
     * Sizes that a shape is made of, known but for N.
     *
     * @param sizes the sizes
     * @param rank 1 for a row of them, 0 for a single one
     */
    record Sizes(List<Extent> sizes, int rank) implements Held {
        public Sizes {
            sizes = List.copyOf(sizes);
        }
    }

    /** A whole number, or a multiple of N. */
    record Extent(long factor, boolean batched) {
        static Extent of(Dim dim) {
            return new Extent(dim.factor(), dim.batched());
        }

        static Extent of(long number) {
            return new Extent(number, false);
        }
    }
}
