package jimu.app.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.app.session.Nets;
import jimu.app.session.Session;
import jimu.app.session.StepName;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {
    private final Session session = new Session();
    private final HistoryViewModel history = new HistoryViewModel(session);
    private final Document net =
            Nets.net().block("conv1", new Conv2d()).block("relu1", new ReLU()).document();
    private final Link link = Link.of("conv1", "output", "relu1", "input");

    HistoryViewModelTest() {
        session.openNew(net, "net");
        session.apply(new Edit.Connect(link));
        session.apply(new Edit.SetParameter("conv1", "padding", 2L));
        session.apply(new Edit.Rename("relu1", "act"));
        session.apply(new Edit.Move(Map.of("conv1", new Position(8, 8))));
        session.apply(new Edit.Remove(Set.of("relu1"), Set.of(link)));
    }

    @Test
    void eachStepHasAName() {
        assertEquals(
                List.of(
                        "As opened",
                        "connect conv1 → relu1",
                        "conv1: padding = 2",
                        "rename relu1 to act",
                        "move conv1",
                        "delete act"),
                history.stepsProperty().get());
        assertEquals(5, history.presentProperty().get());
    }

    @Test
    void aStepIsGoneToAtOnceAndTheLaterOnesStayToGoBackTo() {
        List<String> before = history.stepsProperty().get();
        Document last = session.present();
        history.goTo(1);
        assertEquals(new Edit.Connect(link).apply(net), session.present());
        assertEquals(1, history.presentProperty().get());
        assertEquals(before, history.stepsProperty().get());
        history.goTo(5);
        assertEquals(last, session.present());
    }

    @Test
    void undoAndRedoSayWhatTheyWouldDo() {
        history.goTo(1);
        assertEquals(
                Optional.of("connect conv1 → relu1"),
                StepName.undoable(session.historyProperty().get()));
        assertEquals(
                Optional.of("conv1: padding = 2"),
                StepName.redoable(session.historyProperty().get()));
    }
}
