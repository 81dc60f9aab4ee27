package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;

/**
 * Finds ways to mend the problems of one document.
 *
 * <p>Every repair offered was tried out: with it the problem is gone from its block, and no block up to there has a new one of the
 * same or a worse severity; what may help against an illness of a training was only tried for new problems. Blocks whose shapes were unknown because of the problem may show problems of their own afterwards.
 */
public final class Repairs {
    /** How many repairs of one problem are offered at most. */
    public static final int MOST = 4;

    private final Document document;
    private final Inference inference;
    private final Optional<LoadedData> data;
    private final Trial trial;

    /** Repairs of a document, with what is known of its network, and of its data if they are there. */
    public Repairs(Document document, Inference inference, Optional<LoadedData> data) {
        this.document = document;
        this.inference = inference;
        this.data = data;
        this.trial = new Trial(document, inference, data);
    }

    /** The repairs of one of the document's problems, best first; empty where none is known. */
    public List<Offer> of(Finding finding) {
        List<Offer> offers = new ArrayList<>();
        Case.of(finding, document, inference, data).ifPresent(problem -> {
            for (Remedy remedy : Remedies.ALL) {
                if (remedy.keys().contains(finding.problem().key())) {
                    collect(offers, remedy, problem);
                }
            }
        });
        return List.copyOf(offers);
    }

    private void collect(List<Offer> offers, Remedy remedy, Case problem) {
        for (Repair repair : remedy.propose(problem)) {
            if (offers.size() >= MOST) {
                return;
            }
            boolean known =
                    offers.stream().anyMatch(offer -> offer.repair().text().equals(repair.text()));
            if (!known) {
                trial.of(problem.finding(), repair, remedy.tolerates()).ifPresent(offers::add);
            }
        }
    }
}
