package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.io.NumberArray;

/**
 * Puts several nodes back into the one operator that they spell out: a product and the bias after it, a normalisation over the
 * last axis (before version 17), one by groups (before version 18).
 */
final class Fusions {
    private final OnnxModel model;
    private final Map<String, OnnxNode> makers = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Set<String> constants;
    private final Map<String, OnnxNode> replaced = new LinkedHashMap<>();

    private Fusions(OnnxModel model) {
        this.model = model;
        constants = new HashSet<>(model.arrays().keySet());
        for (OnnxNode node : model.nodes()) {
            node.outputs().forEach(output -> makers.put(output, node));
            node.inputs().forEach(input -> uses.merge(input, 1, Integer::sum));
            boolean known = !node.inputs().isEmpty()
                    && node.inputs().stream().allMatch(input -> input.isEmpty() || constants.contains(input));
            if (known) {
                constants.addAll(node.outputs());
            }
        }
        model.outputs().forEach(output -> uses.merge(output, 1, Integer::sum));
    }

    /** The model with fewer nodes. */
    static OnnxModel in(OnnxModel model) {
        Fusions fusions = new Fusions(model);
        for (OnnxNode node : model.nodes()) {
            Optional<OnnxNode> one = Stream.<Optional<OnnxNode>>of(
                            fusions.biased(node), fusions.scaled(node), fusions.shifted(node))
                    .flatMap(Optional::stream)
                    .findFirst();
            one.or(() -> fusions.normalised(node))
                    .or(() -> fusions.grouped(node))
                    .ifPresent(fusions::replace);
        }
        return model.withNodes(fusions.left());
    }

    private void replace(OnnxNode node) {
        replaced.put(node.output(), node);
        makers.put(node.output(), node);
    }

    /** The nodes that are still needed. */
    private List<OnnxNode> left() {
        List<OnnxNode> all = model.nodes().stream()
                .map(node -> replaced.getOrDefault(node.output(), node))
                .toList();
        Set<String> wanted = new HashSet<>(model.outputs());
        List<OnnxNode> kept = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            OnnxNode node = all.get(i);
            if (node.outputs().stream().anyMatch(wanted::contains)) {
                kept.add(0, node);
                wanted.addAll(node.inputs());
            }
        }
        return kept;
    }

    /** MatMul, then Add of a row: the row becomes a third operand. */
    private Optional<OnnxNode> biased(OnnxNode node) {
        if (!node.operator().equals("Add") || node.inputs().size() != 2) {
            return Optional.empty();
        }
        for (int place = 0; place < 2; place++) {
            String row = node.inputs().get(1 - place);
            Optional<OnnxNode> product = maker(node.inputs().get(place), "MatMul");
            boolean one = rank(row) == 1;
            if (product.isPresent()
                    && one
                    && product.get().inputs().size() == 2
                    && constants.contains(product.get().inputs().get(1))) {
                List<String> operands = new ArrayList<>(product.get().inputs());
                operands.add(row);
                return Optional.of(
                        product.get().instead("MatMul", operands, Map.of()).giving(node.outputs()));
            }
        }
        return Optional.empty();
    }

    /** (x − mean) / √(variance + ε) over the last axis. */
    private Optional<OnnxNode> normalised(OnnxNode node) {
        if (!node.operator().equals("Div") || node.inputs().size() != 2) {
            return Optional.empty();
        }
        Optional<OnnxNode> sub = Optional.ofNullable(makers.get(node.inputs().get(0)))
                .filter(one -> one.operator().equals("Sub"));
        Optional<OnnxNode> sum = maker(node.inputs().get(1), "Sqrt")
                .flatMap(one -> maker(one.inputs().get(0), "Add"));
        if (sub.isEmpty() || sum.isEmpty()) {
            return Optional.empty();
        }
        String x = sub.get().inputs().get(0);
        Optional<Double> eps = number(sum.get().inputs().get(1));
        Optional<OnnxNode> mean = maker(sum.get().inputs().get(0), "ReduceMean").filter(this::isLast);
        Optional<OnnxNode> square = mean.flatMap(one -> square(one.inputs().get(0)));
        boolean centred = Optional.ofNullable(makers.get(sub.get().inputs().get(1)))
                .filter(one -> one.operator().equals("ReduceMean")
                        && isLast(one)
                        && one.inputs().get(0).equals(x))
                .isPresent();
        boolean same = square.filter(one -> one.inputs().get(0).equals(sub.get().output())
                        || isAgain(one.inputs().get(0), sub.get()))
                .isPresent();
        if (eps.isEmpty() || !centred || !same) {
            return Optional.empty();
        }
        return Optional.of(node.instead("LayerNormalization", List.of(x), Map.of("axis", -1L, "epsilon", eps.get())));
    }

    /** The same difference made a second time. */
    private boolean isAgain(String value, OnnxNode difference) {
        return maker(value, "Sub")
                .filter(one -> one.inputs().equals(difference.inputs()))
                .isPresent();
    }

    private Optional<OnnxNode> square(String value) {
        Optional<OnnxNode> power = maker(value, "Pow")
                .filter(one ->
                        number(one.inputs().get(1)).filter(two -> two == 2).isPresent());
        return power.isPresent()
                ? power
                : maker(value, "Mul")
                        .filter(one -> one.inputs().get(0).equals(one.inputs().get(1)));
    }

    /** A normalisation without its weight, then Mul. */
    private Optional<OnnxNode> scaled(OnnxNode node) {
        return affine(node, "Mul", 1);
    }

    /** A normalisation with its weight, then Add. */
    private Optional<OnnxNode> shifted(OnnxNode node) {
        return affine(node, "Add", 2);
    }

    private Optional<OnnxNode> affine(OnnxNode node, String operator, int operands) {
        if (!node.operator().equals(operator) || node.inputs().size() != 2) {
            return Optional.empty();
        }
        for (int place = 0; place < 2; place++) {
            String array = node.inputs().get(1 - place);
            Optional<OnnxNode> norm = maker(node.inputs().get(place), "LayerNormalization")
                    .filter(one -> rank(array) == 1)
                    .or(() -> maker(
                                    node.inputs()
                                            .get(1 - (array.equals(node.inputs().get(1)) ? 1 : 0)),
                                    "GroupNormalization")
                            .filter(one -> constants.contains(array)));
            if (norm.isPresent() && norm.get().inputs().size() == operands) {
                List<String> all = new ArrayList<>(norm.get().inputs());
                all.add(array);
                return Optional.of(norm.get().reading(all).giving(node.outputs()));
            }
        }
        return Optional.empty();
    }

    /** Reshape to (N, groups, −1), InstanceNormalization by ones and zeros, Reshape back. */
    private Optional<OnnxNode> grouped(OnnxNode node) {
        if (!node.operator().equals("Reshape")) {
            return Optional.empty();
        }
        Optional<OnnxNode> norm = maker(node.inputs().get(0), "InstanceNormalization");
        Optional<OnnxNode> before = norm.flatMap(one -> maker(one.inputs().get(0), "Reshape"));
        if (before.isEmpty() || before.get().inputs().size() < 2) {
            return Optional.empty();
        }
        Optional<long[]> shape = Optional.ofNullable(
                        model.arrays().get(before.get().inputs().get(1)))
                .map(NumberArray::longs);
        boolean groups = shape.filter(sizes -> sizes.length == 3 && sizes[0] == 0 && sizes[2] == -1)
                .isPresent();
        boolean plain =
                all(norm.get().inputs().get(1), 1) && all(norm.get().inputs().get(2), 0);
        if (!groups || !plain) {
            return Optional.empty();
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("num_groups", shape.get()[1]);
        settings.put("epsilon", norm.get().number("epsilon", 1e-5));
        List<String> operands = List.of(before.get().inputs().get(0));
        return Optional.of(
                norm.get().instead("GroupNormalization", operands, settings).giving(node.outputs()));
    }

    /** The node that makes a value that nothing else uses. */
    private Optional<OnnxNode> maker(String value, String operator) {
        return Optional.ofNullable(makers.get(value))
                .filter(node -> node.operator().equals(operator) && uses.getOrDefault(value, 0) == 1);
    }

    private boolean isLast(OnnxNode mean) {
        Optional<List<Long>> axes = mean.integers("axes")
                .or(() -> mean.input(1)
                        .map(model.arrays()::get)
                        .map(array -> Arrays.stream(array.longs()).boxed().toList()));
        return axes.filter(List.of(-1L)::equals).isPresent() && mean.integer("keepdims", 1) == 1;
    }

    private int rank(String value) {
        NumberArray array = model.arrays().get(value);
        return array == null ? -1 : array.shape().rank();
    }

    private boolean all(String value, double number) {
        return number(value).filter(one -> one == number).isPresent();
    }

    private Optional<Double> number(String value) {
        return Optional.ofNullable(model.arrays().get(value)).flatMap(array -> Constants.only(new Held.Numbers(array)));
    }
}
