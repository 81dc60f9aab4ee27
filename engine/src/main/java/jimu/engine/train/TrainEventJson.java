package jimu.engine.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import jimu.engine.train.TrainEvent.Score;

/** Training events and readings as JSON objects, one a line in files and on the command line. */
public final class TrainEventJson {
    private TrainEventJson() {}

    /**
     * An event: {@code event} names its kind, the other members its values in snake case. A number that is not finite is null.
     *
     * @param metric the metric's name, for members such as {@code test_accuracy}
     */
    public static ObjectNode of(TrainEvent event, Optional<String> metric) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (event instanceof TrainEvent.Started started) {
            node.put("event", "started");
            node.put("parameters", started.parameters());
            node.put("steps_per_epoch", started.stepsPerEpoch());
            node.put("epochs", started.epochs());
            node.put("batch_size", started.batchSize());
            started.metric().ifPresent(name -> node.put("metric", name));
            node.put("backend", started.backend());
        } else if (event instanceof TrainEvent.EpochEnded epoch) {
            node.put("event", "epoch");
            node.put("epoch", epoch.epoch());
            node.put("step", epoch.step());
            score(node, "train", epoch.training(), metric);
            epoch.validation().ifPresent(score -> score(node, "validation", score, metric));
            number(node, "seconds", epoch.seconds());
        } else if (event instanceof TrainEvent.Paused paused) {
            node.put("event", "paused").put("step", paused.step());
        } else if (event instanceof TrainEvent.Resumed resumed) {
            node.put("event", "resumed").put("step", resumed.step());
        } else if (event instanceof TrainEvent.Finished finished) {
            node.put("event", "finished").put("stopped", finished.stopped()).put("step", finished.step());
            finished.test().ifPresent(score -> score(node, "test", score, metric));
            number(node, "seconds", finished.seconds());
        } else if (event instanceof TrainEvent.Failed failed) {
            node.put("event", "failed").put("step", failed.step()).put("message", failed.message());
        }
        return node;
    }

    /** The readings of one step. */
    public static ObjectNode reading(long step, float loss, float reading, float rate, Optional<String> metric) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("event", "step").put("step", step);
        number(node, "loss", loss);
        metric.ifPresent(name -> number(node, name, reading));
        number(node, "lr", rate);
        return node;
    }

    private static void score(ObjectNode node, String part, Score score, Optional<String> metric) {
        number(node, part + "_loss", score.loss());
        score.metric().ifPresent(value -> number(node, part + "_" + metric.orElse("metric"), value));
        score.further().forEach((name, value) -> number(node, part + "_" + name, value));
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    private static void number(ObjectNode node, String name, float value) {
        if (Float.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
