package jimu.engine.runtime;

import java.util.List;
import java.util.Optional;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/**
 * The memory and surroundings of one kernel. Tensors lie as {@code layouts} says; parameters and buffers are row-major.
 *
 * @param operands what is read; the buffers among them, such as running statistics, are also written
 * @param results what is written
 * @param operandGradients where gradients of operands are wanted; empty where not
 * @param resultGradients the gradients of the results, which the kernel may spoil; empty for a result that nothing differentiable reads
 * @param layouts what the candidate answered when it was offered what there is
 * @param memory owner of the kernel's workspaces
 * @param path where the operation stands in the network; keys its random stream
 * @param seed of random streams
 */
public record Binding(
        List<Tensor> operands,
        List<Tensor> results,
        List<Optional<Tensor>> operandGradients,
        List<Optional<Tensor>> resultGradients,
        Layouts layouts,
        Memory memory,
        String path,
        long seed) {
    public Binding {
        operands = List.copyOf(operands);
        results = List.copyOf(results);
        operandGradients = List.copyOf(operandGradients);
        resultGradients = List.copyOf(resultGradients);
    }
}
