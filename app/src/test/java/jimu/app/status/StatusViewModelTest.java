package jimu.app.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.SimpleDoubleProperty;
import jimu.app.fx.Background;
import jimu.app.session.Nets;
import jimu.app.session.OpenData;
import jimu.app.session.OpenProblems;
import jimu.app.session.Session;
import jimu.engine.graph.Document;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.runtime.Backends;
import org.junit.jupiter.api.Test;

class StatusViewModelTest {
    private final Session session = new Session();
    private final SimpleDoubleProperty zoom = new SimpleDoubleProperty(1);
    private final StatusViewModel status = new StatusViewModel(
            session,
            new OpenProblems(session, new OpenData(session, Background.onCurrentThread())),
            zoom,
            Backends.portable());

    @Test
    void theBackendIsNamedInTheOrderInWhichItIsAsked() {
        assertEquals("Java + ND4J", status.backend().get());
        assertTrue(status.backendExplanation().get().contains("ND4J computes whatever the others do not"));
    }

    @Test
    void anEmptyDocumentHasNothingToTell() {
        session.openNew(Document.EMPTY, "net");
        assertEquals("", status.totals().get());
        assertEquals("", status.problems().get());
    }

    @Test
    void totalsFollowTheNetwork() {
        session.openNew(
                Nets.net()
                        .block("image", new Input())
                        .block("flat", new Flatten())
                        .block("fc", new Linear())
                        .chain("image", "flat", "fc")
                        .document(),
                "net");
        assertEquals(
                "7,850 parameters    7,840 multiply-adds a sample",
                status.totals().get());
        assertEquals("1 problem", status.problems().get());
        assertEquals(true, status.faulty().get());
    }

    @Test
    void zoomIsInPercent() {
        zoom.set(0.666);
        assertEquals("67 %", status.zoom().get());
    }
}
