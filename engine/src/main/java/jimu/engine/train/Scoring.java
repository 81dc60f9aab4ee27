package jimu.engine.train;

import java.util.Optional;
import jimu.engine.graph.Monitor;
import jimu.engine.infer.Inference;
import jimu.engine.train.TrainEvent.Score;

/**
 * The reading by which a run tells which weights are best.
 *
 * @param name {@code loss} or the metric's
 * @param ascending whether more is better
 */
record Scoring(String name, boolean ascending) {
    private static final Scoring LOSS = new Scoring("loss", false);

    /** The reading that is monitored in a network: its first metric if that is wanted and there is one, or the loss. */
    static Scoring of(Inference inference, Monitor monitor) {
        Optional<Scoring> metric = Measurement.of(inference).stream()
                .findFirst()
                .map(first -> new Scoring(first.name(), first.metric().ascending()));
        return monitor == Monitor.LOSS ? LOSS : metric.orElse(LOSS);
    }

    /** The reading in a score; not a number where it is not defined. */
    double of(Score score) {
        return name.equals(LOSS.name) ? score.loss() : score.metric().orElse(Double.NaN);
    }

    /** The reading turned so that lower is better; what is no number is the worst. */
    double turned(double reading) {
        if (Double.isNaN(reading)) {
            return Double.POSITIVE_INFINITY;
        }
        return ascending ? -reading : reading;
    }
}
