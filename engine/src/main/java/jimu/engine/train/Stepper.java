package jimu.engine.train;

import java.util.function.BooleanSupplier;
import jimu.engine.train.TrainEvent.Quantity;
import jimu.engine.train.optimizer.Optimizer;

/** Makes one step after another; one that is halted, or whose loss or gradients are no numbers, leaves everything as it was. */
final class Stepper {
    private final Network network;
    private final Updater updater;
    private final Buffers buffers;
    private final BooleanSupplier halt;
    private double loss;
    private double gradientNorm;

    Stepper(Network network, Updater updater, BooleanSupplier halt) {
        this.network = network;
        this.updater = updater;
        this.halt = halt;
        buffers = new Buffers(network.weights(), network.steps());
    }

    /** What the attempt at a step came to. */
    enum Outcome {
        MADE,
        HALTED,
        DIVERGED
    }

    /** Steps on the batch that a pass has read; allocates nothing. */
    Outcome step(Pass pass, Optimizer optimizer, long number) {
        buffers.save();
        Outcome outcome = attempt(pass, optimizer, number);
        if (outcome != Outcome.MADE) {
            buffers.restore();
        }
        return outcome;
    }

    private Outcome attempt(Pass pass, Optimizer optimizer, long number) {
        gradientNorm = Double.NaN;
        if (!pass.forward(number)) {
            return Outcome.HALTED;
        }
        loss = pass.loss();
        if (!Double.isFinite(loss)) {
            return Outcome.DIVERGED;
        }
        if (!pass.backward()) {
            return Outcome.HALTED;
        }
        gradientNorm = updater.measure();
        if (!Double.isFinite(gradientNorm)) {
            return Outcome.DIVERGED;
        }
        if (halt.getAsBoolean()) {
            return Outcome.HALTED;
        }
        updater.update(optimizer, number);
        network.parametersChanged();
        return Outcome.MADE;
    }

    /** The loss of the batch. */
    double loss() {
        return loss;
    }

    /** The norm of its gradients. */
    double gradientNorm() {
        return gradientNorm;
    }

    /** What was not finite when a step diverged. */
    Quantity culprit() {
        return Double.isFinite(loss) ? Quantity.GRADIENT_NORM : Quantity.LOSS;
    }
}
