package jimu.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.LoadedWeights;
import jimu.app.session.OpenData;
import jimu.app.session.Session;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weights that are put in place of the run's, and the evaluation that there is. */
class FollowedWeightsTest {
    private final Session session = new Session();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final HandPump runPump = new HandPump();
    private final CurrentRun run = new CurrentRun(session, runPump);
    private final EvaluateViewModel model =
            new EvaluateViewModel(session, data, run, Background.onCurrentThread(), new HandPump(), Backends.all());

    @BeforeEach
    void open() {
        session.openNew(Iris.DOCUMENT, "net");
    }

    private LoadedWeights other() {
        return new LoadedWeights(
                "run 1",
                WeightSnapshot.initial(session.wholeInference(), 99),
                Optional.of(data.loaded().orElseThrow().preprocessing()));
    }

    private double loss() {
        return model.evaluatedProperty()
                .get()
                .orElseThrow()
                .evaluation()
                .score()
                .loss();
    }

    @Test
    void whatWasEvaluatedFollowsThem() {
        model.evaluate();
        double first = loss();
        run.use(other());
        assertFalse(model.staleProperty().get());
        assertNotEquals(first, loss());
        run.useOwn();
        assertEquals(first, loss());
    }

    @Test
    void whereNothingWasEvaluatedNothingIs() {
        run.use(other());
        assertEquals(Optional.empty(), model.evaluatedProperty().get());
    }

    @Test
    void aTrainingThatTakesTheirPlaceMakesTheResultStaleAndIsNotHeldUp() throws Exception {
        run.use(other());
        model.evaluate();
        List<Optional<Evaluated>> found = new ArrayList<>();
        model.evaluatedProperty().addListener((value, old, now) -> found.add(now));
        run.begin(Trainer.start(session.present(), data.loaded().orElseThrow(), TrainOptions.with(Backends.all())));
        assertEquals(List.of(), found);
        assertTrue(model.staleProperty().get());
        runPump.pulseToTheEnd();
    }
}
