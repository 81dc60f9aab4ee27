package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.fx.Offered;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.infer.Finding;
import jimu.engine.runtime.Backends;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class OpenInsightTest {
    private static final Document WILD =
            Iris.DOCUMENT.withTraining(Iris.DOCUMENT.training().withOptimizer(new Choice("SGD", Map.of("lr", 1e30))));

    private final Session session = new Session();
    private final HandPump pump = new HandPump();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final CurrentRun run = new CurrentRun(session, pump);
    private final OpenProblems problems = new OpenProblems(session, data);
    private final OpenRepairs repairs = new OpenRepairs(session, data, Background.onCurrentThread());
    private final OpenInsight insight = new OpenInsight(session, run);
    private final OpenProfile profile = new OpenProfile(session, data, Background.onCurrentThread());
    private final OpenMarks marks = new OpenMarks(session, insight, profile);

    OpenInsightTest() {
        problems.add(insight.findingsProperty());
        repairs.add(insight.findingsProperty());
    }

    @Test
    void aRunThatDivergedIsAProblemOfTheLayerThatItBeganIn() throws Exception {
        Finding culprit = diverged();
        assertTrue(culprit.message().contains("is the first whose output is no finite number"), culprit.message());
        assertEquals(List.of(culprit), problems.findingsProperty().get());
        assertEquals("", problems.obstacleProperty().get());
        assertEquals(Set.of(culprit.path()), marks.marksProperty().get().keySet());
    }

    @Test
    void itsCuresAreStepsThatCanBeUndone() throws Exception {
        Finding culprit = diverged();
        List<Offered> cures = repairs.offered(culprit, () -> {});
        assertEquals(
                List.of("Fix: learning rate 1E+30 → 1E+29", "Fix: gradient clipping none → norm ≤ 1"),
                cures.stream().map(Offered::text).toList());
        cures.get(1).take().run();
        assertEquals(
                "ClipGradNorm",
                session.wholePresent().training().clipping().orElseThrow().type());
        assertEquals(1, repairs.offered(culprit, () -> {}).size());
        session.undo();
        assertEquals(WILD.training(), session.wholePresent().training());
    }

    @Test
    void whatIsSaidOfALayerGoesWithIt() throws Exception {
        Finding culprit = diverged();
        session.apply(new Edit.Remove(Set.of(culprit.path()), Set.of()));
        assertEquals(List.of(), insight.findingsProperty().get());
        assertEquals(Map.of(), marks.marksProperty().get());
    }

    @Test
    void anotherRunBeginsWithNothingSaid() throws Exception {
        diverged();
        run.begin(Trainer.startPaused(Iris.DOCUMENT, data.loaded().orElseThrow(), options()));
        assertEquals(List.of(), insight.findingsProperty().get());
        run.run().orElseThrow().stop();
        pump.pulseToTheEnd();
    }

    @Test
    void aProfileIsHeatOnTheBlocksUntilTheNetworkChanges() {
        session.openNew(Iris.DOCUMENT, "iris");
        List<String> said = new ArrayList<>();
        profile.measure(() -> said.add("done"), said::add);
        assertEquals(List.of("done"), said);
        Map<String, BlockMark> hot = marks.marksProperty().get();
        assertEquals(6, hot.size());
        assertEquals(
                BlockMark.HOTTEST,
                hot.values().stream().mapToInt(BlockMark::heat).max().orElseThrow());
        assertTrue(marks.hottestProperty().get().orElseThrow().endsWith(" ms"));
        profile.shownProperty().set(false);
        assertEquals(Map.of(), marks.marksProperty().get());
        profile.shownProperty().set(true);
        session.apply(new Edit.SetParameter("fc1", "out_features", 16L));
        assertEquals(Map.of(), marks.marksProperty().get());
    }

    private Finding diverged() throws Exception {
        session.openNew(WILD, "wild");
        run.begin(Trainer.start(WILD, data.loaded().orElseThrow(), options()));
        pump.pulseToTheEnd();
        return insight.findingsProperty().get().get(0);
    }

    private static TrainOptions options() {
        return TrainOptions.with(Backends.reference());
    }
}
