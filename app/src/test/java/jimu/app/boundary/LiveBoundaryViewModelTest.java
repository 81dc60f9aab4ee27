package jimu.app.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.fx.HeldBackground;
import jimu.app.fx.plane.Surface;
import jimu.app.fx.plane.Surface.Meaning;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.LiveWeights;
import jimu.app.session.OpenData;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.session.Toys;
import jimu.engine.graph.Block;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.TargetKind;
import jimu.engine.runtime.Backends;
import jimu.engine.train.Run;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveBoundaryViewModelTest {
    @TempDir
    Path folder;

    private final HeldBackground background = new HeldBackground();
    private final Session session = new Session();
    private final HandPump pump = new HandPump();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final CurrentRun run = new CurrentRun(session, pump);
    private long now;
    private final LiveWeights live = new LiveWeights(session, run, Background.onCurrentThread(), () -> now);
    private final LiveBoundaryViewModel model =
            new LiveBoundaryViewModel(session, data, live, background, Backends.reference());

    private Surface whole() {
        return model.answerProperty().get().whole().orElseThrow();
    }

    private void select(String name) {
        String id = session.document().graph().blocks().stream()
                .filter(block -> block.name().equals(name))
                .map(Block::id)
                .findFirst()
                .orElseThrow();
        session.select(Selection.of(id));
    }

    @Test
    void classesAreDrawnOverThePlaneOfTheirPoints() {
        session.openNew(Toys.open("spiral"), "spiral");
        assertTrue(model.offeredProperty().get());
        assertEquals(Meaning.CLASSES, whole().meaning());
        assertEquals(2, whole().each());
        assertEquals(model.pointsProperty().get().orElseThrow().extent(), whole().extent());
        for (int i = 0; i < whole().numbers().length; i += 2) {
            assertEquals(1, whole().numbers()[i] + whole().numbers()[i + 1], 1e-5);
        }
    }

    @Test
    void oneProbabilityAndOneValueAreToldApart() {
        session.openNew(Toys.open("circle"), "circle");
        assertEquals(Meaning.YES, whole().meaning());
        session.openNew(Toys.open("plane"), "plane");
        assertEquals(Meaning.VALUE, whole().meaning());
        assertEquals(model.pointsProperty().get().orElseThrow().high(), whole().high());
    }

    @Test
    void thePictureFollowsTheWeightsOfARun() throws Exception {
        session.openNew(Toys.open("moons"), "moons");
        float[] before = whole().numbers();
        Run begun = Trainer.startPaused(
                session.present(), data.loaded().orElseThrow(), TrainOptions.with(Backends.reference()));
        run.begin(begun);
        begun.step();
        pump.pulseUntil(() -> begun.ring().written() > 0);
        now += 1_000_000_000;
        pump.pulse();
        assertFalse(Arrays.equals(before, whole().numbers()));
        begun.stop();
        begun.await();
    }

    @Test
    void aTrainedNetworkIsRightAboutMostPoints() throws Exception {
        Document moons = Toys.open("moons");
        session.openNew(moons.withTraining(moons.training().withEpochs(10)), "moons");
        Run begun =
                Trainer.start(session.present(), data.loaded().orElseThrow(), TrainOptions.with(Backends.reference()));
        run.begin(begun);
        pump.pulseToTheEnd();
        Surface learnt = whole();
        float[] points = model.pointsProperty().get().orElseThrow().training();
        int right = 0;
        for (int i = 0; i < points.length; i += 3) {
            double across = (points[i] - learnt.extent().left())
                    / (learnt.extent().right() - learnt.extent().left());
            double up = (points[i + 1] - learnt.extent().bottom())
                    / (learnt.extent().top() - learnt.extent().bottom());
            int row = (int) (up * learnt.rows());
            int at = row * learnt.columns() + (int) (across * learnt.columns());
            right += (learnt.numbers()[at] > 0.5 ? 1 : 0) == points[i + 2] ? 1 : 0;
        }
        assertTrue(right > 0.8 * points.length / 3, right + " of " + points.length / 3);
    }

    @Test
    void theUnitsOfTheSelectedBlockAreShownInTheDock() {
        session.openNew(Toys.open("spiral"), "spiral");
        select("silu2");
        assertEquals(List.of(), model.answerProperty().get().units(), "not in the corner");
        model.dockedProperty().set(true);
        assertEquals(16, model.answerProperty().get().units().size());
        assertEquals("silu2", model.blockProperty().get());
        assertTrue(model.weightsProperty().get().isEmpty());
        select("fc2");
        assertEquals(16, model.weightsProperty().get().orElseThrow().inputs());
        assertEquals("", model.noticeProperty().get());
        select("loss");
        assertEquals(List.of(), model.answerProperty().get().units());
    }

    @Test
    void aSlowMachineShowsEveryAnswerAndThenTheLatestQuestionAlone() {
        background.hold();
        session.openNew(Toys.open("spiral"), "spiral");
        assertEquals(1, background.waiting());
        for (int change = 2; change < 6; change++) {
            session.apply(new Edit.SetTraining(session.present().training().withSeed(change)));
            session.apply(new Edit.SetData(session.present().data().withSeed(change)));
        }
        assertEquals(1, background.waiting(), "nothing queues up");
        background.doOne();
        assertTrue(model.answerProperty().get().whole().isPresent());
        assertEquals(1, background.waiting(), "what changed meanwhile is asked once");
        background.doOne();
        assertEquals(0, background.waiting());
    }

    @Test
    void outOfSightNothingIsComputed() {
        model.floatingProperty().set(false);
        session.openNew(Toys.open("spiral"), "spiral");
        session.apply(new Edit.SetData(session.present().data().withSeed(9)));
        assertEquals(0, background.works());
        model.floatingProperty().set(true);
        assertTrue(model.answerProperty().get().whole().isPresent());
    }

    @Test
    void ownDataOfTwoColumnsAreAPlaneToo() throws Exception {
        StringBuilder rows = new StringBuilder("a,b,k\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i).append(',').append(100 - i).append(',').append(i % 2).append('\n');
        }
        Path file = Files.writeString(folder.resolve("own.csv"), rows);
        Document moons = Toys.open("moons");
        session.openNew(moons, "own");
        assertTrue(model.offeredProperty().get());
        session.apply(new Edit.SetData(
                moons.data().withSource(new DataSource.CsvFile(file.toString(), List.of(), "k", TargetKind.BINARY))));
        assertFalse(model.offeredProperty().get(), "the input names another field");
        String input = session.document().graph().blocks().iterator().next().id();
        session.apply(new Edit.SetParameter(input, "field", "features"));
        assertTrue(model.offeredProperty().get());
        assertTrue(whole().extent().right() > 39);
    }

    @Test
    void otherNetworksHaveNoPlane() {
        session.openNew(Iris.DOCUMENT, "iris");
        assertFalse(model.offeredProperty().get());
        assertTrue(model.usefulProperty().get());
        assertTrue(model.noticeProperty().get().startsWith("With data of two numbers a sample"));
    }

    private void delete(String name) {
        select(name);
        session.apply(new Edit.Remove(session.selection().blocks(), Set.of()));
    }

    @Test
    void pointsWithoutAnInputAreToldHowToGetTheirPicture() {
        session.openNew(Toys.open("spiral"), "spiral");
        delete("point");
        assertFalse(model.offeredProperty().get());
        assertTrue(model.usefulProperty().get());
        assertEquals(
                "The data are points of a plane: let an Input of the field \"point\" lead to the network's output, with shapes that fit, and its answer is drawn here.",
                model.noticeProperty().get());
    }

    @Test
    void aLargeNetworkDoesNotBecomeSmallWhenItsInputIsDeleted() {
        session.openNew(Toys.open("lenet-mnist"), "lenet");
        assertFalse(model.usefulProperty().get());
        delete("image");
        assertFalse(model.usefulProperty().get());
    }
}
