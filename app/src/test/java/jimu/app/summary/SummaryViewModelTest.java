package jimu.app.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.session.Iris;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Edit;
import jimu.engine.train.LayerProfile;
import jimu.engine.train.StepProfile;
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
                Name\tType\tOutput shape\tParameters\tMultiply-adds\tFLOPs\tMemory
                features\tInput\tN × 4\t0\t0\t0\t16
                fc1\tLinear\tN × 8\t40\t32\t64\t32
                relu\tReLU\tN × 8\t0\t0\t0\t32
                fc2\tLinear\tN × 3\t27\t24\t48\t12
                label\tTarget\tN int32\t0\t0\t0\t
                loss\tCrossEntropyLoss\tscalar\t0\t0\t0\t
                """, summary.text());
    }

    @Test
    void aMeasuredStepAddsColumnsAndNamesTheLongest() {
        LayerProfile fc1 = new LayerProfile(
                "fc1", "Linear", List.of("fc1"), 1_000_000, 2_000_000, 0, 256, 0, 640, Optional.empty());
        LayerProfile relu =
                new LayerProfile("relu", "ReLU", List.of("relu"), 0, 1_000_000, 0, 256, 0, 0, Optional.empty());
        StepProfile profile = new StepProfile(16, 10, List.of(fc1, relu), 1000, 500_000, 4_500_000, 4096);
        SummaryViewModel measured =
                new SummaryViewModel(session, new ReadOnlyObjectWrapper<>(Optional.of(profile)), revealed::add);
        List<String> lines = measured.text().lines().toList();
        assertEquals(
                "Name\tType\tOutput shape\tParameters\tMultiply-adds\tFLOPs\tMemory\tTime\tShare\tStep memory",
                lines.get(0));
        assertEquals("fc1\tLinear\tN × 8\t40\t32\t64\t32\t3.0\t0.75\t896", lines.get(2));
        assertEquals("3.00 ms", measured.rows().get().get(1).text("profile.time"));
        String totals = measured.totals().get();
        assertTrue(totals.startsWith("Longest: fc1 (3.00 ms, 75.0 %), relu (1.00 ms, 25.0 %)"), totals);
    }

    @Test
    void rowsFollowAnEdit() {
        session.apply(new Edit.SetParameter("fc1", "out_features", 16L));
        assertEquals(
                List.of("fc1", "Linear", "N × 16", "80", "64", "128", "64"),
                summary.rows().get().get(1).cells());
    }

    @Test
    void whatIsUnknownHasNoNumbers() {
        session.apply(new Edit.SetParameter("fc1", "in_features", 5L));
        assertEquals(
                List.of("fc2", "Linear", "", "", "", "", ""),
                summary.rows().get().get(3).cells());
        assertEquals(
                "Parameters: 0    Buffers: 0    Multiply-adds: 0    FLOPs: 0    Input: 16 B    Forward/backward: 0 B"
                        + "    Weights: 0 B (of the part that is known)",
                summary.totals().get());
    }

    @Test
    void totalsCountTheWholeModel() {
        assertEquals(
                "Parameters: 67    Buffers: 0    Multiply-adds: 56    FLOPs: 112    Input: 16 B    Forward/backward: 152 B"
                        + "    Weights: 268 B",
                summary.totals().get());
    }

    @Test
    void csvQuotesWhatHoldsACommaOrAQuotationMark() {
        session.apply(new Edit.Rename("fc1", "a,\"b\""));
        assertEquals(
                "\"a,\"\"b\"\"\",Linear,N × 8,40,32,64,32",
                summary.csv().lines().toList().get(2));
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
