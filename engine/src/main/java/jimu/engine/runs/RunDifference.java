package jimu.engine.runs;

import java.util.List;
import java.util.Optional;
import jimu.engine.graph.Document;

/**
 * How a run differs from an earlier one.
 *
 * @param network blocks, their parameters and links
 * @param settings those of data and training
 * @param curves how the losses compare; empty if one of them left none
 */
public record RunDifference(List<Change> network, List<Change> settings, Optional<CurveDifference> curves) {
    public RunDifference {
        network = List.copyOf(network);
        settings = List.copyOf(settings);
    }

    /** What was changed from one document to the next: the network, data and training; places on the canvas do not count. */
    public static RunDifference of(Document before, Document after) {
        return new RunDifference(
                NetworkDifference.of(before, after), SettingsDifference.of(before, after), Optional.empty());
    }

    /** The same with the curves of both runs compared. */
    public RunDifference with(RunHistory before, RunHistory after) {
        return new RunDifference(network, settings, CurveDifference.of(before, after));
    }

    /** Whether network, data and training are the same. */
    public boolean isEmpty() {
        return network.isEmpty() && settings.isEmpty();
    }

    /** All changes, those of the network first. */
    public List<Change> changes() {
        return java.util.stream.Stream.concat(network.stream(), settings.stream())
                .toList();
    }
}
