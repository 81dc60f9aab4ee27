package jimu.engine.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.shape.TensorType;

/**
 * A building block of a network: a record whose components are its hyper-parameters under PyTorch's names and defaults.
 *
 * <p>A layer has a public constructor without arguments that sets the defaults. What it computes stands once, in
 * {@link #lower}: output types, parameters, cost, gradients and exports all follow from the operations it lowers to.
 */
public interface Layer {
    /** The input ports, in order; by default one, named {@code input} as in PyTorch. */
    default List<Port> inputs() {
        return List.of(Port.required("input"));
    }

    /** The names of the outputs, the main one first; by default one. */
    default List<String> outputs() {
        return List.of("output");
    }

    /**
     * What is wrong with inputs of these types, one for each connected port in the ports' order; empty when they fit. Hints
     * among them do not keep the layer from its shape. The ranges that the parameters' annotations state hold already. A problem
     * at the k-th input names the k-th port; inference translates where a port before it is open. May throw ArithmeticException
     * where sizes overflow.
     */
    default List<Problem> check(List<TensorType> inputs) {
        return List.of();
    }

    /**
     * Applies the layer's operations to its inputs and returns its outputs, in the order of {@link #outputs}. Called only with
     * inputs that {@link #check} found right. May throw ArithmeticException where sizes overflow.
     */
    List<Value> lower(Lowering lowering, List<Value> inputs);

    /**
     * Whence each axis of the output of that number comes, for inputs of these types, one for each connected port in the ports'
     * order; by default each is the same axis of the first input. Called only with inputs that {@link #check} found right.
     */
    default List<Origin> origins(int output, List<TensorType> inputs) {
        return Origin.same(inputs.get(0).shape().rank());
    }

    /** The values that automatic sizes take for these inputs, by PyTorch's parameter name, such as {@code in_features}. */
    default Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return Map.of();
    }

    /**
     * How PyTorch source spells the layer; by default a module of the layer's name, called with its inputs.
     *
     * @param inputs the types at the connected ports, by the ports' names and in their order
     */
    default PyTorch pytorch(Map<String, TensorType> inputs) {
        return PyTorch.module("nn." + type());
    }

    /** The layer's name in the catalogue, in files and in PyTorch. */
    default String type() {
        return getClass().getSimpleName();
    }

    /**
     * What PyTorch prints between a module's brackets (its {@code extra_repr}); by default every parameter as {@code name=value}.
     *
     * <p>A parameter's name in braces stands for its value, and what stands in square brackets is left out while the parameter in
     * it has its default: {@code {num_embeddings}, {embedding_dim}[, padding_idx={padding_idx}]}. After the name, {@code :1},
     * {@code :2} and {@code :4} spread a number into a tuple, {@code :f} writes whole numbers with a fraction,
     * {@code :d} a default without one where PyTorch's own is an int, and {@code !r} puts a text in
     * quotation marks. Modules inside stand on lines of their own, as PyTorch prints them.
     */
    default Optional<String> printed() {
        return Optional.empty();
    }

    /** Which numbers an input of floating type is meant for, so that one can be made up; by default any. */
    default Domain domain(String port) {
        return Domain.NUMBERS;
    }
}
