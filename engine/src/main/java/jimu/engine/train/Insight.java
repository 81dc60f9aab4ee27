package jimu.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.infer.Inference;
import jimu.engine.message.Messages;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Weights;
import jimu.engine.train.TrainEvent.Diagnosed;
import jimu.engine.train.TrainEvent.Diverged;
import jimu.engine.train.TrainEvent.Noticed;

/** What a run finds out about itself: whether something goes wrong while it trains, and why it could not go on. */
final class Insight {
    private static final int BEFORE = 50;

    private final Inference inference;
    private final LoadedData data;
    private final List<KernelSet> sets;
    private final StepRing ring;
    private final Checkup checkup;

    Insight(Inference inference, LoadedData data, List<KernelSet> sets, StepRing ring) {
        this.inference = inference;
        this.data = data;
        this.sets = sets;
        this.ring = ring;
        checkup = new Checkup(inference, data, sets, ring);
    }

    /** Whether the network is to be looked at after a step. */
    boolean due(long step) {
        return checkup.due(step);
    }

    /** What there is to say of the network after a step, if that has changed. */
    Optional<TrainEvent> after(Weights weights, long step) {
        return checkup.look(weights, step).map(findings -> new Noticed(step, findings));
    }

    /** What there is to say after an epoch, if that has changed. */
    Optional<TrainEvent> after(TrainEvent.EpochEnded epoch) {
        return checkup.look(epoch).map(findings -> new Noticed(epoch.step(), findings));
    }

    /** Who is to blame for a step that was not made; empty where that cannot be looked at. */
    Optional<TrainEvent> diagnose(
            Diverged diverged, Batches order, Epochs epochs, WeightSnapshot weights, TrainingSettings settings) {
        int from = (diverged.batch() - 1) * epochs.count(0);
        int count = epochs.count(from);
        return new CulpritSearch(inference, data, sets, settings.lossWeights(), settings.seed())
                .search(order, from, count, weights, diverged.step(), history(diverged.step()))
                .map(culprit -> new Diagnosed(diverged.step(), culprit));
    }

    /** How the gradients changed before a step, where that is more than they always do. */
    private String history(long step) {
        List<StepReading> before = new ArrayList<>();
        ring.drain(Math.max(0, step - 1 - BEFORE), before::add);
        if (before.size() < 2) {
            return "";
        }
        StepReading first = before.get(0);
        StepReading last = before.get(before.size() - 1);
        return Messages.text(
                "diverged.history",
                number(first.gradientNorm()),
                number(last.gradientNorm()),
                before.size(),
                number(last.rate()));
    }

    private static String number(float value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
