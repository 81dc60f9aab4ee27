package jimu.engine.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import jimu.engine.train.TrainEvent.Score;

/**
 * What came of a run, in a few numbers. Loss and metric are those of the validation part, or of the training part where there is
 * none.
 *
 * @param status whether and how it ended
 * @param epochs how many it has ended
 * @param planned how many it was to do
 * @param step the number of its last step known
 * @param loss the last loss
 * @param bestLoss the lowest loss of an epoch
 * @param bestEpoch the epoch of that loss; 0 if there is none
 * @param metric the name of the metric shown first
 * @param reading the last value of that metric
 * @param bestReading that metric after the epoch of the lowest loss
 * @param testLoss the loss on the test part
 * @param testReading the metric on the test part
 * @param seconds it took, pauses not counted
 * @param message why it broke off; empty if it did not
 */
public record RunResult(
        Status status,
        int epochs,
        int planned,
        long step,
        OptionalDouble loss,
        OptionalDouble bestLoss,
        int bestEpoch,
        Optional<String> metric,
        OptionalDouble reading,
        OptionalDouble bestReading,
        OptionalDouble testLoss,
        OptionalDouble testReading,
        double seconds,
        String message) {
    /** Whether and how a run ended. */
    public enum Status {
        /** Under way. */
        RUNNING,
        /** It did all that it was to do. */
        FINISHED,
        /** It ended early, since it no longer got better. */
        EARLY,
        /** A person stopped it. */
        STOPPED,
        /** It broke off. */
        FAILED,
        /** It was cut off, as by a power failure. */
        INTERRUPTED
    }

    /** Of a run that has not done anything yet. */
    public static final RunResult NONE = new RunResult(
            Status.RUNNING,
            0,
            0,
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            0,
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            0,
            "");

    /** The same in another state. */
    public RunResult withStatus(Status other) {
        return at(step, other, message);
    }

    private RunResult at(long step, Status status, String message) {
        return new RunResult(
                status,
                epochs,
                planned,
                step,
                loss,
                bestLoss,
                bestEpoch,
                metric,
                reading,
                bestReading,
                testLoss,
                testReading,
                seconds,
                message);
    }

    /** The same after something more has happened. */
    public RunResult after(TrainEvent event) {
        if (event instanceof TrainEvent.Started started) {
            return new RunResult(
                    Status.RUNNING,
                    epochs,
                    started.epochs(),
                    step,
                    loss,
                    bestLoss,
                    bestEpoch,
                    started.metric(),
                    reading,
                    bestReading,
                    testLoss,
                    testReading,
                    seconds,
                    "");
        } else if (event instanceof TrainEvent.EpochEnded epoch) {
            return after(epoch);
        } else if (event instanceof TrainEvent.Finished finished) {
            return after(finished);
        } else if (event instanceof TrainEvent.Failed failed) {
            return at(failed.step(), Status.FAILED, failed.message());
        }
        return this;
    }

    private RunResult after(TrainEvent.EpochEnded epoch) {
        Score score = epoch.validation().orElse(epoch.training());
        boolean better = bestLoss.isEmpty() || score.loss() < bestLoss.getAsDouble();
        return new RunResult(
                Status.RUNNING,
                epoch.epoch(),
                planned,
                epoch.step(),
                OptionalDouble.of(score.loss()),
                better ? OptionalDouble.of(score.loss()) : bestLoss,
                better ? epoch.epoch() : bestEpoch,
                metric,
                score.metric(),
                better ? score.metric() : bestReading,
                testLoss,
                testReading,
                seconds + epoch.seconds(),
                "");
    }

    private RunResult after(TrainEvent.Finished finished) {
        Status ended = switch (finished.ending()) {
            case PLANNED -> Status.FINISHED;
            case EARLY -> Status.EARLY;
            case STOPPED -> Status.STOPPED;
        };
        Optional<Score> test = finished.test();
        return new RunResult(
                ended,
                epochs,
                planned,
                finished.step(),
                loss,
                bestLoss,
                bestEpoch,
                metric,
                reading,
                bestReading,
                test.map(score -> OptionalDouble.of(score.loss())).orElse(OptionalDouble.empty()),
                test.map(Score::metric).orElse(OptionalDouble.empty()),
                Math.max(seconds, finished.seconds()),
                "");
    }

    /** The result as an object; numbers that are not known, or not finite, are left out. */
    public ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("status", status.name().toLowerCase(Locale.ROOT));
        node.put("epochs", epochs).put("planned_epochs", planned).put("step", step);
        put(node, "loss", loss);
        put(node, "best_loss", bestLoss);
        if (bestEpoch > 0) {
            node.put("best_epoch", bestEpoch);
        }
        metric.ifPresent(name -> node.put("metric", name));
        put(node, "metric_value", reading);
        put(node, "best_metric_value", bestReading);
        put(node, "test_loss", testLoss);
        put(node, "test_metric_value", testReading);
        node.put("seconds", seconds);
        if (!message.isEmpty()) {
            node.put("message", message);
        }
        return node;
    }

    /** The result that such an object tells; empty if it is none. */
    public static Optional<RunResult> fromJson(JsonNode node) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name()
                        .toLowerCase(Locale.ROOT)
                        .equals(node.path("status").asText()))
                .findFirst()
                .map(status -> new RunResult(
                        status,
                        node.path("epochs").asInt(),
                        node.path("planned_epochs").asInt(),
                        node.path("step").asLong(),
                        number(node.path("loss")),
                        number(node.path("best_loss")),
                        node.path("best_epoch").asInt(),
                        Optional.ofNullable(node.path("metric").textValue()),
                        number(node.path("metric_value")),
                        number(node.path("best_metric_value")),
                        number(node.path("test_loss")),
                        number(node.path("test_metric_value")),
                        node.path("seconds").asDouble(),
                        node.path("message").asText()));
    }

    private static void put(ObjectNode node, String name, OptionalDouble number) {
        if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
            node.put(name, number.getAsDouble());
        }
    }

    private static OptionalDouble number(JsonNode node) {
        return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
    }
}
