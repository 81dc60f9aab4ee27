package jimu.app.insight;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import jimu.app.fx.Offered;
import jimu.app.session.OpenInsight;
import jimu.app.session.OpenRepairs;
import jimu.app.session.Session;
import jimu.app.session.WayBack;
import jimu.engine.infer.Finding;

/** What went or goes wrong in the run, where a click on it leads, and what may help. */
public final class InsightViewModel {
    private final Session session;
    private final OpenInsight insight;
    private final OpenRepairs repairs;
    private final WayBack back;
    private final Consumer<String> reveal;
    private final Runnable problems;

    /** {@code reveal} brings a block into view, {@code problems} the list of all problems. */
    public InsightViewModel(
            Session session,
            OpenInsight insight,
            OpenRepairs repairs,
            WayBack back,
            Consumer<String> reveal,
            Runnable problems) {
        this.session = session;
        this.insight = insight;
        this.repairs = repairs;
        this.back = back;
        this.reveal = reveal;
        this.problems = problems;
    }

    ReadOnlyObjectProperty<List<Finding>> findings() {
        return insight.findingsProperty();
    }

    /** Changes when cures are found, or hold no more. */
    Observable offersChanged() {
        return repairs.offersProperty();
    }

    /** What may help against the first of them, which is the worst. */
    List<Offered> cures() {
        return findings().get().stream()
                .findFirst()
                .map(finding -> repairs.offered(finding, () -> {}))
                .orElse(List.of());
    }

    /** What one click does to go on from the run's last good state, once it has diverged. */
    ReadOnlyObjectProperty<Optional<Offered>> back() {
        return back.offerProperty();
    }

    /** Selects the block concerned, and brings it into view. */
    void go(Finding finding) {
        if (!finding.blocks().isEmpty() && session.there(finding.blocks())) {
            session.go(finding.blocks(), finding.path());
            reveal.accept(finding.blocks().get(finding.blocks().size() - 1));
        }
    }

    /** Shows the list of all problems, with what may help against each. */
    void showAll() {
        problems.run();
    }
}
