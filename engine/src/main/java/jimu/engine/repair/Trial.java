package jimu.engine.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.graph.Expansion;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.BlockState;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.train.Readiness;

/** Tries repairs out on one document. */
final class Trial {
    private final Document document;
    private final Inference before;
    private final Optional<LoadedData> data;
    private final Map<Place, Integer> known;
    private final Set<List<String>> unseen = new HashSet<>();

    /** A problem without its words, which change with every name and number. */
    private record Place(List<String> blocks, String key, Optional<String> port) {
        static Place of(Finding finding) {
            return new Place(
                    finding.blocks(), finding.problem().key(), finding.problem().port());
        }
    }

    Trial(Document document, Inference before, Optional<LoadedData> data) {
        this.document = document;
        this.before = before;
        this.data = data;
        this.known = places(findings(before));
        before.states().forEach((path, state) -> {
            if (state instanceof BlockState.Blocked) {
                before.graph().block(path).ifPresent(block -> unseen.add(block.blocks()));
            }
        });
    }

    /**
     * What comes of a repair; empty unless it mends the problem and does no harm. Whether it mends what went wrong in a run, only
     * another run can tell.
     */
    Optional<Offer> of(Finding problem, Repair repair, Set<String> tolerated) {
        Document after = repair.whole(repair.edit()).apply(document);
        Inference then = ShapeInference.infer(Expansion.of(after), Optional.of(before));
        List<Finding> findings = findings(then);
        Map<Place, Integer> places = places(findings);
        Place mended = Place.of(problem);
        boolean ofRun = known.getOrDefault(mended, 0) == 0;
        boolean gone = ofRun || places.getOrDefault(mended, 0) < known.getOrDefault(mended, 0);
        boolean harm = findings.stream()
                .filter(finding -> places.getOrDefault(Place.of(finding), 0) > known.getOrDefault(Place.of(finding), 0))
                .filter(finding ->
                        finding.problem().severity().compareTo(problem.problem().severity()) <= 0)
                .filter(finding -> !unseen.contains(finding.blocks()))
                .anyMatch(finding -> !(tolerated.contains(finding.problem().key())
                        && finding.blocks().equals(problem.blocks())));
        return gone && !harm
                ? Optional.of(new Offer(repair, ofRun ? List.of() : made(problem, then)))
                : Optional.empty();
    }

    private List<Finding> findings(Inference inference) {
        List<Finding> findings = new ArrayList<>(inference.findings());
        data.ifPresent(there -> findings.addAll(Readiness.check(inference, there)));
        return findings;
    }

    private static Map<Place, Integer> places(List<Finding> findings) {
        Map<Place, Integer> places = new HashMap<>();
        findings.forEach(finding -> places.merge(Place.of(finding), 1, Integer::sum));
        return places;
    }

    /** What the layers that were not there before make, and then that of the block with the problem. */
    private List<Offer.Made> made(Finding problem, Inference then) {
        Set<List<String>> old = new HashSet<>();
        before.graph().blocks().values().forEach(block -> old.add(block.blocks()));
        Map<List<String>, Offer.Made> made = new java.util.LinkedHashMap<>();
        for (String path : then.order()) {
            FlatBlock block = then.graph().require(path);
            if (!old.contains(block.blocks()) || block.blocks().equals(problem.blocks())) {
                then.known(path)
                        .ifPresent(state -> made.putIfAbsent(
                                block.blocks(), new Offer.Made(path, state.output(), state.trainable())));
            }
        }
        return List.copyOf(made.values());
    }
}
