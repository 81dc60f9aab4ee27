package jimu.app.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jimu.app.fx.Background;
import jimu.app.fx.Offered;
import jimu.app.session.Iris;
import jimu.app.session.OpenData;
import jimu.app.session.OpenProblems;
import jimu.app.session.OpenRepairs;
import jimu.app.session.Session;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.TargetKind;
import jimu.engine.infer.Finding;
import org.junit.jupiter.api.Test;

class ProblemsViewModelTest {
    private final Session session = new Session();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final List<String> revealed = new ArrayList<>();
    private final OpenRepairs repairs = new OpenRepairs(session, data, Background.onCurrentThread());
    private final ProblemsViewModel problems =
            new ProblemsViewModel(session, new OpenProblems(session, data), repairs, revealed::add);

    @Test
    void aWholeNetworkOnItsDataHasNone() {
        session.openNew(Iris.DOCUMENT, "iris");
        assertEquals(List.of(), problems.findings().get());
        assertEquals("Problems", problems.title().get());
    }

    @Test
    void anEmptyDocumentIsBlank() {
        session.openNew(Iris.DOCUMENT, "iris");
        assertEquals("No problems: every shape fits.", problems.empty().get());
        session.openNew(Document.EMPTY, "new");
        assertTrue(problems.empty().get().startsWith("No blocks yet."));
        assertEquals("Problems", problems.title().get());
    }

    @Test
    void missingDataAreAProblemOfTheWholeNetwork() {
        session.openNew(Iris.DOCUMENT.withData(DataSettings.NONE), "iris");
        assertEquals(List.of("The network has no data to train on."), messages());
        problems.go(problems.findings().get().get(0));
        assertEquals(Set.of(), session.selection().blocks());
    }

    @Test
    void theSampleThatFitsInputAndTargetMendsMissingData() {
        session.openNew(Iris.DOCUMENT.withData(DataSettings.NONE), "iris");
        List<Offered> offers = problems.offers(problems.findings().get().get(0));
        assertEquals(
                List.of("Fix: train on Iris flowers (sample)"),
                offers.stream().map(Offered::text).toList());
        offers.get(0).take().run();
        assertEquals(List.of(), messages());
        session.undo();
        assertEquals(List.of("The network has no data to train on."), messages());
    }

    @Test
    void dataThatCannotBeReadAreAProblem() {
        DataSettings gone = Iris.DOCUMENT
                .data()
                .withSource(new DataSource.CsvFile("gone.csv", List.of(), "species", TargetKind.CLASS));
        session.openNew(Iris.DOCUMENT.withData(gone), "iris");
        assertEquals(1, messages().size());
        assertTrue(messages().get(0).contains("gone.csv"), messages()::toString);
        assertEquals("Problems (1)", problems.title().get());
    }

    @Test
    void aClickSelectsTheBlockAndBringsItIntoView() {
        session.openNew(Iris.DOCUMENT, "iris");
        session.apply(new Edit.SetParameter("fc2", "in_features", 9L));
        assertEquals("Problems (1)", problems.title().get());
        problems.go(problems.findings().get().get(0));
        assertEquals(Set.of("fc2"), session.selection().blocks());
        assertEquals(List.of("fc2"), revealed);
    }

    @Test
    void dataWithMoreClassesThanOutputsAreAProblem() {
        session.openNew(Iris.DOCUMENT, "iris");
        session.apply(new Edit.SetParameter("fc2", "out_features", 2L));
        assertEquals("Problems (1)", problems.title().get());
        assertTrue(messages().get(0).contains("3"), messages().get(0));
    }

    @Test
    void whileARepairIsLookedAtTheProblemsStay() {
        session.openNew(Iris.DOCUMENT, "iris");
        session.apply(new Edit.SetParameter("fc2", "in_features", 9L));
        List<Finding> before = problems.findings().get();
        Offered offer = problems.offers(before.get(0)).get(0);
        offer.preview().run();
        assertEquals(List.of(), session.inference().findings());
        assertEquals(before, problems.findings().get());
        offer.end().run();
        assertEquals(before, problems.findings().get());
        offer.take().run();
        assertEquals(List.of(), problems.findings().get());
        assertEquals(Set.of("fc2"), session.selection().blocks());
    }

    private List<String> messages() {
        return problems.findings().get().stream().map(Finding::message).toList();
    }
}
