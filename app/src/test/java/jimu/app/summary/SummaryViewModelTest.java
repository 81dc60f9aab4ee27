package jimu.app.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jimu.app.session.Iris;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Edit;
import org.junit.jupiter.api.Test;

class SummaryViewModelTest {
    private final Session session = new Session();
    private final List<String> revealed = new ArrayList<>();
    private final SummaryViewModel summary = new SummaryViewModel(session, revealed::add);

    SummaryViewModelTest() {
        session.openNew(Iris.DOCUMENT, "iris");
    }

    @Test
    void everyLayerHasARowInTheOrderOfComputation() {
        assertEquals("""
                Name\tType\tOutput shape\tParameters\tMultiply-adds a sample
                features\tInput\tN × 4\t0\t0
                fc1\tLinear\tN × 8\t40\t32
                relu\tReLU\tN × 8\t0\t0
                fc2\tLinear\tN × 3\t27\t24
                label\tTarget\tN int32\t0\t0
                loss\tCrossEntropyLoss\tscalar\t0\t0
                """, summary.text());
    }

    @Test
    void rowsFollowAnEdit() {
        session.apply(new Edit.SetParameter("fc1", "out_features", 16L));
        assertEquals("fc1\tLinear\tN × 16\t80\t64", summary.rows().get().get(1).line());
    }

    @Test
    void whatIsUnknownHasNoNumbers() {
        session.apply(new Edit.SetParameter("fc1", "in_features", 5L));
        assertEquals("fc2\tLinear\t\t\t", summary.rows().get().get(3).line());
    }

    @Test
    void selectionGoesBothWays() {
        summary.select(List.of(summary.rows().get().get(1), summary.rows().get().get(3)));
        assertEquals(Set.of("fc1", "fc2"), session.selection().blocks());
        assertEquals(List.of("fc2"), revealed);
        session.select(Selection.of("relu"));
        assertEquals(Set.of("relu"), summary.selected().get());
    }
}
