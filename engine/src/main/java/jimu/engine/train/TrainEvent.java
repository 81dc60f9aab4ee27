package jimu.engine.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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

    /** The run waits before step {@code step}. */
    record Paused(long step) implements TrainEvent {}

    /** The run goes on before step {@code step}. */
    record Resumed(long step) implements TrainEvent {}

    /**
     * The run ended as planned or was stopped; its weights can be had.
     *
     * @param stopped whether a person stopped it
     * @param step the number of its last step
     * @param test on the test part, if there is one and the run was not stopped
     * @param seconds from start to end, pauses not counted
     */
    record Finished(boolean stopped, long step, Optional<Score> test, double seconds) implements TrainEvent {}

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
