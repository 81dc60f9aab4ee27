package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.app.fx.Background;
import jimu.app.fx.HeldBackground;
import jimu.app.fx.Offered;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.infer.Finding;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Linear;
import jimu.engine.repair.Offer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenRepairsTest {
    private static final Document WRONG = new Edit.SetParameter("fc2", "in_features", 9L).apply(Iris.DOCUMENT);

    private final Session session = new Session();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final OpenRepairs repairs = new OpenRepairs(session, data, Background.onCurrentThread());
    private final List<String> followed = new ArrayList<>();

    @BeforeEach
    void open() {
        session.openNew(WRONG, "iris");
    }

    private Finding finding() {
        return session.wholeInference().findings().get(0);
    }

    private Offered follow() {
        return repairs.offered(finding(), () -> followed.add("then")).get(0);
    }

    private Optional<String> step() {
        return StepName.undoable(session.historyProperty().get());
    }

    @Test
    void theRepairsOfAProblemAreThereInWords() {
        assertEquals("Fix: let in_features follow the input", follow().text());
        assertEquals("fc2: N × 3, 27 parameters", follow().outcome());
    }

    @Test
    void aPreviewShowsTheRepairedDocumentAndChangesNothing() {
        follow().preview().run();
        assertEquals(Iris.DOCUMENT.graph(), session.document().graph());
        assertEquals(WRONG, session.wholePresent());
        assertTrue(repairs.previewedProperty().get().isPresent());
        Offer offer = repairs.previewedProperty().get().orElseThrow();
        repairs.endPreview(offer);
        assertEquals(WRONG, session.document());
        assertEquals(Optional.empty(), repairs.previewedProperty().get());
        assertEquals(Optional.empty(), step());
    }

    @Test
    void takingAnOfferIsOneStepWithAName() {
        Offered offer = follow();
        offer.preview().run();
        offer.take().run();
        assertEquals(Iris.DOCUMENT.graph(), session.document().graph());
        assertEquals(List.of("then"), followed);
        assertEquals(Optional.of("fix fc2: let in_features follow the input"), step());
        assertEquals(Optional.empty(), repairs.previewedProperty().get());
        session.undo();
        assertEquals(WRONG, session.document());
        assertEquals("Fix: let in_features follow the input", follow().text());
    }

    @Test
    void anOfferForAnEarlierNetworkIsNotTaken() {
        HeldBackground slow = new HeldBackground().hold();
        OpenRepairs lazy = new OpenRepairs(session, data, slow);
        slow.doOne();
        Offer offer = lazy.best(finding()).orElseThrow();
        session.apply(new Edit.SetParameter("fc2", "in_features", 10L));
        assertFalse(lazy.apply(offer));
        assertEquals(new Edit.SetParameter("fc2", "in_features", 10L).apply(WRONG), session.document());
        slow.doOne();
        assertTrue(lazy.apply(lazy.best(finding()).orElseThrow()));
    }

    @Test
    void theFirstProblemIsThatOfTheSelectedBlock() {
        session.apply(new Edit.SetParameter("fc1", "in_features", 7L));
        session.apply(new Edit.AddBlock(
                jimu.engine.graph.Block.of(
                        "free", "free", new jimu.engine.graph.Content.Of(new Linear(Size.of(2), 2, true))),
                new Position(0, 400)));
        session.apply(new Edit.Connect(jimu.engine.graph.Link.of("features", "output", "free", "input")));
        assertEquals(List.of("fc1"), repairs.first().orElseThrow().blocks());
        session.select(Selection.of("free"));
        assertEquals(List.of("free"), repairs.first().orElseThrow().blocks());
    }

    @Test
    void insideAGroupTheRepairChangesItsDefinition() {
        session.openNew(
                new Edit.MakeGroup(java.util.Set.of("fc1", "relu", "fc2"), "Body", "body").apply(WRONG), "iris");
        Finding finding = session.wholeInference().findings().get(0);
        assertEquals(List.of("body", "fc2"), finding.blocks());
        assertEquals(List.of(finding), repairs.at("body"));
        session.stand(Scope.ROOT.into("body"));
        assertEquals(List.of(finding), repairs.at("fc2"));
        repairs.apply(repairs.best(finding).orElseThrow());
        assertEquals(List.of(), session.wholeInference().findings());
        assertEquals(Optional.of("fix fc2: let in_features follow the input"), step());
    }

    @Test
    void aNetworkThatOnlyLacksDataIsOfferedTheFirstThatFit() {
        assertEquals(Optional.empty(), repairs.missingData());
        session.openNew(Iris.DOCUMENT.withData(DataSettings.NONE), "iris");
        Offered offer = repairs.missingData().orElseThrow();
        assertEquals("Fix: train on Iris flowers (sample)", offer.text());
        offer.take().run();
        assertEquals(Optional.empty(), repairs.missingData());
    }
}
