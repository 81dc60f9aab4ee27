package jimu.engine.infer;

import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.FlatGraph;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Domain;
import jimu.engine.layer.Lowering.Application;
import jimu.engine.layer.Value;
import jimu.engine.op.Activation;
import jimu.engine.op.Op;
import jimu.engine.op.Reshape;
import jimu.engine.op.Slice;
import jimu.engine.op.Softmax;
import jimu.engine.op.Transpose;
import jimu.engine.op.Unary;

/**
 * The layer that computed the numbers at an output: the last one on the way there that does more than move them.
 *
 * @param block the layer
 * @param domain which numbers it makes
 */
record Maker(FlatBlock block, Domain domain) {
    /** Who made the numbers at {@code output}; empty where the way there is not known. */
    static Optional<Maker> of(Endpoint output, FlatGraph graph, Map<String, BlockState> states) {
        Endpoint at = output;
        while (states.get(at.path()) instanceof Known known) {
            FlatBlock block = graph.require(at.path());
            int place = block.layer().outputs().indexOf(at.port());
            Value value = known.lowered().outputs().get(place);
            Optional<Application> made = made(value, known);
            while (made.isPresent() && moves(made.get().op())) {
                value = made.get().operands().get(0);
                made = made(value, known);
            }
            int input = known.lowered().inputs().indexOf(value);
            if (input < 0) {
                return Optional.of(
                        new Maker(block, made.map(one -> domain(one.op())).orElse(Domain.NUMBERS)));
            }
            at = block.connected().get(input);
        }
        return Optional.empty();
    }

    private static Optional<Application> made(Value value, Known known) {
        return known.lowered().applications().stream()
                .filter(application -> application.results().contains(value))
                .findFirst();
    }

    private static boolean moves(Op op) {
        return op instanceof Reshape || op instanceof Transpose || op instanceof Slice;
    }

    private static Domain domain(Op op) {
        if (op instanceof Softmax softmax) {
            return softmax.form() == Softmax.Form.PROBABILITY ? Domain.PROBABILITIES : Domain.LOG_PROBABILITIES;
        }
        if (op instanceof Unary unary) {
            return domain(unary.function());
        }
        return Domain.NUMBERS;
    }

    private static Domain domain(Activation function) {
        if (function instanceof Activation.LogSigmoid) {
            return Domain.LOG_PROBABILITIES;
        }
        boolean unit = function instanceof Activation.Sigmoid
                || (function instanceof Activation.Ramp ramp && ramp.most() == 1);
        return unit ? Domain.PROBABILITIES : Domain.NUMBERS;
    }
}
