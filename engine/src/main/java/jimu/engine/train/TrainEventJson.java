package jimu.engine.train;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import jimu.engine.infer.Finding;
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
        } else if (event instanceof TrainEvent.Continued continued) {
            node.put("event", "continued").put("epoch", continued.epoch()).put("step", continued.step());
        } else if (event instanceof TrainEvent.Paused paused) {
            node.put("event", "paused").put("step", paused.step());
        } else if (event instanceof TrainEvent.Resumed resumed) {
            node.put("event", "resumed").put("step", resumed.step());
        } else if (event instanceof TrainEvent.Finished finished) {
            node.put("event", "finished").put("ending", name(finished.ending()));
            node.put("stopped", finished.stopped()).put("step", finished.step());
            finished.test().ifPresent(score -> score(node, "test", score, metric));
            number(node, "seconds", finished.seconds());
        } else if (event instanceof TrainEvent.Failed failed) {
            node.put("event", "failed").put("step", failed.step()).put("message", failed.message());
        } else if (event instanceof TrainEvent.Validated validated) {
            node.put("event", "validation").put("epoch", validated.epoch()).put("step", validated.step());
            score(node, "validation", validated.score(), metric);
        } else if (event instanceof TrainEvent.Best best) {
            node.put("event", "best").put("epoch", best.epoch()).put("step", best.step());
            node.put("part", name(best.part())).put("reading", best.reading());
            number(node, "score", best.score());
        } else if (event instanceof TrainEvent.Changed changed) {
            node.put("event", "changed").put("step", changed.step()).put("name", changed.name());
            node.put("from", changed.from()).put("to", changed.to());
        } else if (event instanceof TrainEvent.Diverged diverged) {
            node.put("event", "diverged").put("step", diverged.step()).put("epoch", diverged.epoch());
            node.put("batch", diverged.batch()).put("quantity", name(diverged.quantity()));
        } else if (event instanceof TrainEvent.Diagnosed diagnosed) {
            node.put("event", "diagnosed").put("step", diagnosed.step());
            Culprit culprit = diagnosed.culprit();
            node.put("cause", culprit.cause().name().toLowerCase(Locale.ROOT));
            node.put("path", culprit.path()).put("tensor", culprit.tensor());
            culprit.samples().forEach(node.putArray("samples")::add);
            words(node, culprit.finding());
        } else if (event instanceof TrainEvent.Noticed noticed) {
            node.put("event", "noticed").put("step", noticed.step());
            ArrayNode findings = node.putArray("findings");
            noticed.findings().forEach(finding -> {
                ObjectNode one = findings.addObject();
                one.put("symptom", finding.problem().key().replaceFirst("^health\\.", ""));
                words(one.put("path", finding.path()), finding);
            });
        } else if (event instanceof TrainEvent.Restored restored) {
            node.put("event", "restored").put("epoch", restored.epoch()).put("step", restored.step());
        }
        return node;
    }

    /** The readings of one step. */
    public static ObjectNode of(StepReading reading, Optional<String> metric) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("event", "step").put("step", reading.step());
        number(node, "loss", reading.loss());
        metric.ifPresent(name -> number(node, name, reading.metric()));
        number(node, "lr", reading.rate());
        number(node, "gradient_norm", reading.gradientNorm());
        return node;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void score(ObjectNode node, String part, Score score, Optional<String> metric) {
        number(node, part + "_loss", score.loss());
        score.metric().ifPresent(value -> number(node, part + "_" + metric.orElse("metric"), value));
        score.further().forEach((name, value) -> number(node, part + "_" + name, value));
    }

    private static void words(ObjectNode node, Finding finding) {
        node.put("message", finding.message());
        finding.cure().ifPresent(cure -> node.put("cure", cure));
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
