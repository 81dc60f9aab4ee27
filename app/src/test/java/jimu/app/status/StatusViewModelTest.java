package jimu.app.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleDoubleProperty;
import jimu.app.fx.Background;
import jimu.app.session.Nets;
import jimu.app.session.OpenData;
import jimu.app.session.OpenProblems;
import jimu.app.session.Session;
import jimu.engine.graph.Document;
import jimu.engine.layer.Problem.Severity;
import jimu.engine.layer.activation.Sigmoid;
import jimu.engine.layer.activation.Softmax;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.pool.MaxPool1d;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
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
        assertEquals("1 obstacle to training", status.problems().get());
        assertEquals(Optional.of(Severity.CANNOT_TRAIN), status.worst().get());
    }

    @Test
    void problemsAreCountedByWhatTheyPrevent() {
        session.openNew(
                Nets.net()
                        .block("image", new Input())
                        .block("pool", new MaxPool1d())
                        .block("fc", new Linear())
                        .block("sigmoid", new Sigmoid())
                        .chain("image", "sigmoid")
                        .document(),
                "net");
        assertEquals("2 problems · 1 obstacle to training", status.problems().get());
        assertEquals(Optional.of(Severity.SHAPE), status.worst().get());
    }

    @Test
    void aHintPreventsNothing() {
        session.openNew(
                Nets.net()
                        .block("image", new Input("image", List.of(3), 0, DType.FLOAT32))
                        .block("soft", new Softmax(1))
                        .block("label", new Target())
                        .block("loss", new CrossEntropyLoss())
                        .chain("image", "soft", "loss")
                        .wire("label", "loss", "target")
                        .document(),
                "net");
        assertEquals("1 obstacle to training · 1 hint", status.problems().get());
    }

    @Test
    void zoomIsInPercent() {
        zoom.set(0.666);
        assertEquals("67 %", status.zoom().get());
    }
}
