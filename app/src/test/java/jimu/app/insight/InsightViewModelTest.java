package jimu.app.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.fx.Offered;
import jimu.app.session.BlockMark;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.OpenData;
import jimu.app.session.OpenInsight;
import jimu.app.session.OpenMarks;
import jimu.app.session.OpenProblems;
import jimu.app.session.OpenProfile;
import jimu.app.session.OpenRepairs;
import jimu.app.session.RunRestart;
import jimu.app.session.Session;
import jimu.app.session.WayBack;
import jimu.app.training.TrainingViewModel;
import jimu.engine.graph.Choice;
import jimu.engine.infer.Finding;
import jimu.engine.infer.ShapeInference;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.runtime.Backends;
import jimu.engine.train.TrainOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From the training to the words above its curves and the mark on the block. */
@Timeout(120)
class InsightViewModelTest {
    private static final Background HERE = Background.onCurrentThread();

    private final Session session = new Session();
    private final HandPump pump = new HandPump();
    private final OpenData data = new OpenData(session, HERE);
    private final CurrentRun run = new CurrentRun(session, pump);
    private final OpenProblems problems = new OpenProblems(session, data);
    private final OpenRepairs repairs = new OpenRepairs(session, data, HERE);
    private final OpenInsight insight = new OpenInsight(session, run);
    private final OpenMarks marks = new OpenMarks(session, insight, new OpenProfile(session, data, HERE));
    private double bias;
    private final RunRestart restart = new RunRestart(session, data, run, HERE, this::options, "1.2");
    private final TrainingViewModel training =
            new TrainingViewModel(session, data, problems, run, restart, HERE, new Answers(), this::options);
    private final List<String> revealed = new ArrayList<>();
    private final InsightViewModel model = new InsightViewModel(
            session, insight, repairs, new WayBack(run, restart, HERE, failure -> {}), revealed::add, () -> {});

    InsightViewModelTest() {
        problems.add(insight.findingsProperty());
        repairs.add(insight.findingsProperty());
    }

    private TrainOptions options(Optional<Path> file) {
        return new TrainOptions(Backends.reference(), start(), OptionalInt.empty(), Optional.empty());
    }

    @Test
    void aLossThatDoesNotFallIsToldAndMarkedAtTheLoss() throws Exception {
        train(1e-6);
        Finding plateau = found("health.plateau");
        assertEquals("loss", plateau.path());
        assertTrue(mark("loss").notices().contains(plateau.advice()), plateau.message());
        assertTrue(problems.findingsProperty().get().contains(plateau));
        model.go(plateau);
        assertEquals(List.of("loss"), revealed);
    }

    @Test
    void deadUnitsAreToldWithCuresAndMarkedAtTheirLayer() throws Exception {
        bias = -1000;
        train(0.01);
        Finding dead = found("health.dead");
        assertEquals("relu", dead.path());
        assertTrue(mark("relu").notices().contains(dead.advice()), dead.message());
        assertEquals(
                List.of("Fix: make it LeakyReLU", "Fix: learning rate 0.01 → 0.001"),
                repairs.offered(dead, () -> {}).stream().map(Offered::text).toList());
    }

    @Test
    void aTrainingThatGoesWellHasNoMarks() throws Exception {
        session.openNew(Iris.DOCUMENT, "iris");
        training.train();
        pump.pulseToTheEnd();
        assertEquals(List.of(), model.findings().get());
        assertEquals(Map.of(), marks.marksProperty().get());
    }

    /** Begins a training that goes on until {@link #found} stops it. */
    private void train(double rate) {
        session.openNew(
                Iris.DOCUMENT.withTraining(Iris.DOCUMENT
                        .training()
                        .withEpochs(1_000_000)
                        .withOptimizer(new Choice("SGD", Map.of("lr", rate)))),
                "iris");
        training.train();
    }

    /** First weights whose layer before the ReLU has this bias. */
    private Optional<WeightSnapshot> start() {
        Map<String, Weight> arrays = new HashMap<>(
                WeightSnapshot.initial(ShapeInference.infer(Iris.DOCUMENT), 1).arrays());
        arrays.computeIfPresent("fc1.bias", (name, weight) -> {
            float[] values = weight.values().clone();
            Arrays.fill(values, (float) bias);
            return new Weight(weight.shape(), values, weight.kind());
        });
        return Optional.of(new WeightSnapshot(arrays));
    }

    private Finding found(String key) throws InterruptedException {
        pump.pulseUntil(() -> finding(key).isPresent());
        Finding finding = finding(key).orElseThrow();
        training.stop();
        pump.pulseToTheEnd();
        return finding;
    }

    private Optional<Finding> finding(String key) {
        return model.findings().get().stream()
                .filter(finding -> finding.problem().key().equals(key))
                .findFirst();
    }

    private BlockMark mark(String block) {
        return Optional.ofNullable(marks.marksProperty().get().get(block)).orElseThrow();
    }
}
