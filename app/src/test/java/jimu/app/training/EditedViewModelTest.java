package jimu.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.OpenData;
import jimu.app.session.Session;
import jimu.engine.graph.Edit;
import jimu.engine.runtime.Backends;
import jimu.engine.train.Run;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.junit.jupiter.api.Test;

class EditedViewModelTest {
    private final Session session = new Session();
    private final HandPump pump = new HandPump();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final CurrentRun current = new CurrentRun(session, pump);
    private final EditedViewModel model = new EditedViewModel(session, current);

    private String sentence() {
        return model.sentenceProperty().get();
    }

    private void removeABlock() {
        String last = session.document().graph().blocks().stream()
                .reduce((first, second) -> second)
                .orElseThrow()
                .id();
        session.apply(new Edit.Remove(Set.of(last), Set.of()));
    }

    @Test
    void anEditDuringARunIsToldUntilItIsTakenBackOrTheRunEnds() throws Exception {
        session.openNew(Iris.DOCUMENT, "iris");
        removeABlock();
        assertEquals("", sentence());
        session.undo();
        Run run = Trainer.startPaused(
                session.present(), data.loaded().orElseThrow(), TrainOptions.with(Backends.reference()));
        current.begin(run);
        assertEquals("", sentence());
        session.apply(new Edit.SetNotes("the same network"));
        assertEquals("", sentence());
        removeABlock();
        assertTrue(sentence().startsWith("The network was edited"), sentence());
        session.undo();
        assertEquals("", sentence());
        session.redo();
        assertTrue(sentence().startsWith("The network was edited"), sentence());
        run.stop();
        pump.pulseToTheEnd();
        assertEquals("", sentence());
    }
}
