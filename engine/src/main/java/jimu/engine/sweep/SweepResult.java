package jimu.engine.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.train.RunResult;
import jimu.engine.train.TrainEvent;

/**
 * What came of one variant, as far as it has come.
 *
 * @param number of the variant, the first being 1
 * @param values by the knobs' names, in plain form
 * @param state how far it is
 * @param parameters elements that training changes
 * @param multiplyAdds of the forward pass for one sample
 * @param losses after each epoch: of the validation part, or of the training part where there is none
 * @param outcome the numbers of its run
 * @param message why it was skipped or broke off; empty otherwise
 */
public record SweepResult(
        int number,
        Map<String, Object> values,
        State state,
        long parameters,
        long multiplyAdds,
        List<Double> losses,
        RunResult outcome,
        String message) {
    /** How far a variant is. */
    public enum State {
        /** Its turn has not come. */
        WAITING,
        /** It trains. */
        RUNNING,
        /** It trained to its end. */
        FINISHED,
        /** The median rule stopped it. */
        HOPELESS,
        /** It was stopped with the sweep, and begins anew when the sweep goes on. */
        STOPPED,
        /** It broke off. */
        FAILED,
        /** It cannot be trained. */
        SKIPPED;

        /** Whether nothing more will come of it. */
        public boolean over() {
            return this != WAITING && this != RUNNING && this != STOPPED;
        }
    }

    public SweepResult {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        losses = List.copyOf(losses);
    }

    /** One whose turn has not come. */
    static SweepResult waiting(int number, Map<String, Object> values) {
        return new SweepResult(number, values, State.WAITING, 0, 0, List.of(), RunResult.NONE, "");
    }

    /** One whose shapes are known and that cannot be trained. */
    static SweepResult skipped(Variant variant, String message) {
        return new SweepResult(
                variant.number(),
                variant.values(),
                State.SKIPPED,
                variant.totals().parameters(),
                variant.totals().multiplyAdds(),
                List.of(),
                RunResult.NONE,
                message);
    }

    /** One that begins to train. */
    static SweepResult running(Variant variant) {
        return new SweepResult(
                variant.number(),
                variant.values(),
                State.RUNNING,
                variant.totals().parameters(),
                variant.totals().multiplyAdds(),
                List.of(),
                RunResult.NONE,
                "");
    }

    /** The same after something more has happened. */
    SweepResult after(TrainEvent event) {
        List<Double> more = losses;
        if (event instanceof TrainEvent.EpochEnded epoch) {
            more = new ArrayList<>(losses);
            more.add(epoch.validation().orElse(epoch.training()).loss());
        }
        RunResult now = outcome.after(event);
        State then = switch (now.status()) {
            case RUNNING -> state;
            case FINISHED, EARLY -> State.FINISHED;
            case STOPPED, INTERRUPTED -> State.STOPPED;
            case FAILED -> State.FAILED;
        };
        return new SweepResult(number, values, then, parameters, multiplyAdds, more, now, now.message());
    }

    /** The same in another state. */
    SweepResult withState(State other) {
        return new SweepResult(number, values, other, parameters, multiplyAdds, losses, outcome, message);
    }

    /** The name of its run's folder within the sweep's; empty if it left none. */
    public Optional<String> folder() {
        return state == State.WAITING || state == State.SKIPPED
                ? Optional.empty()
                : Optional.of(SweepFolder.runName(number));
    }
}
