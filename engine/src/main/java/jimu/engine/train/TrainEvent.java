package jimu.engine.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import jimu.engine.infer.Finding;

/** Something rare that happened in a run; all values are copies. */
public sealed interface TrainEvent {
    /**
     * The run began.
     *
     * @param parameters the elements that it trains
     * @param stepsPerEpoch batches in an epoch
     * @param epochs epochs to be run
     * @param batchSize samples a step
     * @param metric the name of the metric shown first, if the loss has one: its own, after {@code BLOCK.} where there are
     *     several losses
     * @param backend the kernel sets in order of preference
     */
    record Started(
            long parameters, long stepsPerEpoch, int epochs, int batchSize, Optional<String> metric, String backend)
            implements TrainEvent {}

    /**
     * An epoch ended.
     *
     * @param epoch its number, the first being 1
     * @param step the number of its last step
     * @param training means over the epoch's samples, as they were when each was seen
     * @param validation on the validation part after the epoch, if there is one
     * @param seconds the epoch took, validation included
     */
    record EpochEnded(int epoch, long step, Score training, Optional<Score> validation, double seconds)
            implements TrainEvent {}

    /** The run goes on where an earlier one was left: after {@code epoch} epochs and {@code step} steps. */
    record Continued(int epoch, long step) implements TrainEvent {}

    /** The run waits before step {@code step}. */
    record Paused(long step) implements TrainEvent {}

    /** The run goes on before step {@code step}. */
    record Resumed(long step) implements TrainEvent {}

    /**
     * The validation part was looked at within an epoch; what was seen at an epoch's end stands in {@link EpochEnded}.
     *
     * @param epoch under way
     * @param step the number of the last step before
     * @param score on the validation part
     */
    record Validated(int epoch, long step, Score score) implements TrainEvent {}

    /**
     * The monitored reading is better than ever before in the run; the weights of this moment are kept.
     *
     * @param epoch under way, or just ended
     * @param step the number of the last step before
     * @param part of the data that was measured: VALIDATION, or TRAIN where there is none
     * @param reading {@code loss} or the metric's name, as in {@link Started}
     * @param score what it is now
     */
    record Best(int epoch, long step, Part part, String reading, double score) implements TrainEvent {}

    /**
     * A person changed a setting of the run in progress.
     *
     * @param step the first step for which it holds
     * @param name of the setting as in files, such as {@code optimizer.lr} or {@code epochs}
     * @param from what it was, as text; empty if there was nothing
     * @param to what it is; empty if there is nothing any more
     */
    record Changed(long step, String name, String from, String to) implements TrainEvent {}

    /**
     * A number of a step was not finite. The step was not made: the parameters are those before it. {@link Failed} follows.
     *
     * @param step that would have been made
     * @param epoch under way
     * @param batch its number within the epoch, the first being 1
     * @param quantity what was not finite
     */
    record Diverged(long step, int epoch, int batch, Quantity quantity) implements TrainEvent {}

    /** What is looked at before each update. */
    enum Quantity {
        LOSS,
        GRADIENT_NORM
    }

    /**
     * The step that diverged was looked at again; {@link Failed} follows.
     *
     * @param step that was not made
     * @param culprit where the first number that is none appeared
     */
    record Diagnosed(long step, Culprit culprit) implements TrainEvent {}

    /**
     * What seems to go wrong has changed.
     *
     * @param step the number of the last step
     * @param findings all that seems to go wrong now; empty if nothing does any more
     */
    record Noticed(long step, List<Finding> findings) implements TrainEvent {
        public Noticed {
            findings = List.copyOf(findings);
        }
    }

    /** At its end the run went back to the weights of its best reading, after step {@code step} in or after epoch {@code epoch}. */
    record Restored(int epoch, long step) implements TrainEvent {}

    /** Why a run ended. */
    enum Ending {
        /** All epochs are done. */
        PLANNED,
        /** The monitored reading no longer got better. */
        EARLY,
        /** A person stopped it. */
        STOPPED
    }

    /**
     * The run ended as planned or was stopped; its weights can be had.
     *
     * @param ending why
     * @param step the number of its last step
     * @param test on the test part, if there is one and the run was not stopped
     * @param seconds from start to end, pauses not counted
     */
    record Finished(Ending ending, long step, Optional<Score> test, double seconds) implements TrainEvent {
        /** Whether a person stopped it. */
        public boolean stopped() {
            return ending == Ending.STOPPED;
        }
    }

    /** The run broke off; {@code message} says why in a sentence. */
    record Failed(long step, String message) implements TrainEvent {}

    /**
     * Loss and metrics over some samples.
     *
     * @param loss the mean loss, weighted by samples
     * @param metric the metric shown first, if there is one
     * @param further the other metrics by name, and where there are several losses each of them as {@code BLOCK.loss}
     */
    record Score(double loss, OptionalDouble metric, Map<String, Double> further) {
        public Score {
            further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
        }

        /** Loss and one metric, if there is one. */
        public Score(double loss, OptionalDouble metric) {
            this(loss, metric, Map.of());
        }
    }
}
