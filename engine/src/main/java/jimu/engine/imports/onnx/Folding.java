package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import jimu.engine.imports.onnx.Held.Extent;
import jimu.engine.imports.onnx.Held.Numbers;
import jimu.engine.imports.onnx.Held.Sizes;
import jimu.engine.io.NumberArray;

/** Operators on constants and on sizes, which are computed at once. */
final class Folding {
    private static final Map<String, DoubleBinaryOperator> TWO = new HashMap<>();
    private static final Map<String, DoubleUnaryOperator> ONE = new HashMap<>();

    static {
        TWO.put("Add", Double::sum);
        TWO.put("Sub", (a, b) -> a - b);
        TWO.put("Mul", (a, b) -> a * b);
        TWO.put("Div", (a, b) -> a / b);
        TWO.put("Pow", Math::pow);
        TWO.put("Max", Math::max);
        TWO.put("Min", Math::min);
        TWO.put("Equal", (a, b) -> a == b ? 1 : 0);
        TWO.put("Greater", (a, b) -> a > b ? 1 : 0);
        TWO.put("Less", (a, b) -> a < b ? 1 : 0);
        ONE.put("Neg", a -> -a);
        ONE.put("Sqrt", Math::sqrt);
        ONE.put("Exp", Math::exp);
        ONE.put("Abs", Math::abs);
        ONE.put("Reciprocal", a -> 1 / a);
    }

    private Folding() {}

    /** Computes an element-wise node whose inputs are all known; whether it was one. */
    static boolean number(OnnxNode node, Importing importing) throws Refusal {
        for (int i = 0; i < node.inputs().size(); i++) {
            if (importing.isComputed(node, i)) {
                return false;
            }
        }
        if (sizes(node, importing)) {
            return true;
        }
        if (node.operator().equals("Where")) {
            return where(node, importing);
        }
        Optional<NumberArray> first = importing.array(node, 0);
        if (first.isPresent() && ONE.containsKey(node.operator())) {
            NumberArray array = first.get();
            float[] numbers = array.floats().clone();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) ONE.get(node.operator()).applyAsDouble(numbers[i]);
            }
            importing.give(node, new Numbers(NumberArray.of(array.shape(), numbers)));
            return true;
        }
        Optional<NumberArray> second = importing.array(node, 1);
        if (first.isEmpty() || second.isEmpty() || !TWO.containsKey(node.operator())) {
            throw Refusal.of("folding", node);
        }
        Optional<NumberArray> result = ArrayMath.combined(first.get(), second.get(), TWO.get(node.operator()));
        if (result.isEmpty()) {
            throw Refusal.of("folding", node);
        }
        importing.give(node, new Numbers(result.get()));
        return true;
    }

    /** A choice between known arrays. */
    private static boolean where(OnnxNode node, Importing importing) throws Refusal {
        Optional<List<Extent>> condition = importing.sizes(node, 0);
        Optional<List<Extent>> yes = importing.sizes(node, 1);
        Optional<List<Extent>> no = importing.sizes(node, 2);
        if (condition.isEmpty() || yes.isEmpty() || no.isEmpty()) {
            throw Refusal.of("folding", node);
        }
        List<Extent> chosen = new ArrayList<>();
        int count = Math.max(
                condition.get().size(), Math.max(yes.get().size(), no.get().size()));
        for (int i = 0; i < count; i++) {
            boolean first = at(condition.get(), i).factor() != 0;
            chosen.add(at(first ? yes.get() : no.get(), i));
        }
        importing.give(node, new Sizes(chosen, 1));
        return true;
    }

    /** Arithmetic on sizes with N among them. */
    private static boolean sizes(OnnxNode node, Importing importing) throws Refusal {
        if (node.inputs().size() != 2) {
            return false;
        }
        Optional<List<Extent>> left = importing.sizes(node, 0);
        Optional<List<Extent>> right = importing.sizes(node, 1);
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        int count = Math.max(left.get().size(), right.get().size());
        List<Extent> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optional<Extent> result = result(node.operator(), at(left.get(), i), at(right.get(), i));
            if (result.isEmpty()) {
                return false;
            }
            results.add(result.get());
        }
        int rank = Math.max(
                importing.shape(importing.value(node, 0)).rank(),
                importing.shape(importing.value(node, 1)).rank());
        importing.give(node, new Sizes(results, rank));
        return true;
    }

    private static Extent at(List<Extent> sizes, int i) {
        return sizes.get(sizes.size() == 1 ? 0 : i);
    }

    private static Optional<Extent> result(String operator, Extent a, Extent b) {
        boolean both = a.batched() && b.batched();
        boolean either = a.batched() || b.batched();
        return switch (operator) {
            case "Equal" -> Optional.of(Extent.of(a.equals(b) ? 1 : 0));
            case "Mul" ->
                both ? Optional.empty() : Optional.of(new Extent(Math.multiplyExact(a.factor(), b.factor()), either));
            case "Add" -> both || !either ? Optional.of(new Extent(a.factor() + b.factor(), both)) : Optional.empty();
            case "Sub" -> both || !either ? Optional.of(new Extent(a.factor() - b.factor(), both)) : Optional.empty();
            case "Div" ->
                b.factor() == 0 || (b.batched() && !a.batched())
                        ? Optional.empty()
                        : Optional.of(new Extent(a.factor() / b.factor(), a.batched() && !b.batched()));
            default -> Optional.empty();
        };
    }
}
