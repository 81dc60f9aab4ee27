package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.train.Run;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import jimu.engine.train.TrainingException;
import org.junit.jupiter.api.Test;

class LiveWeightsTest {
    private static final long SECOND = 1_000_000_000;

    private final Session session = new Session();
    private final HandPump pump = new HandPump();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final CurrentRun run = new CurrentRun(session, pump);
    private long now;
    private final LiveWeights live = new LiveWeights(session, run, Background.onCurrentThread(), () -> now);
    private final BooleanProperty watching = new SimpleBooleanProperty();

    private int copies;

    private void open() {
        session.openNew(Toys.open("moons"), "moons");
        live.weightsProperty().addListener((value, old, next) -> copies++);
        live.watch(watching);
    }

    private Run train() throws TrainingException {
        Run begun = Trainer.startPaused(
                session.present(), data.loaded().orElseThrow(), TrainOptions.with(Backends.reference()));
        run.begin(begun);
        return begun;
    }

    private void step(Run begun) throws InterruptedException {
        long before = begun.ring().written();
        begun.step();
        pump.pulseUntil(() -> begun.ring().written() > before);
        pump.pulse();
    }

    private float[] first() {
        return weight(live.weightsProperty().get().orElseThrow().snapshot());
    }

    private static float[] weight(WeightSnapshot snapshot) {
        return Optional.ofNullable(snapshot.arrays().get("fc1.weight"))
                .orElseThrow()
                .values();
    }

    @Test
    void nothingIsCopiedWhileNobodyLooks() throws Exception {
        open();
        Run begun = train();
        step(begun);
        assertEquals(Optional.empty(), live.weightsProperty().get());
        watching.set(true);
        assertArrayEquals(weight(begun.weights().join()), first());
        begun.stop();
        begun.await();
    }

    @Test
    void beforeAnyTrainingTheFirstWeightsAreThere() {
        open();
        watching.set(true);
        assertArrayEquals(weight(WeightSnapshot.initial(session.wholeInference(), 1)), first());
    }

    @Test
    void stepsAreFollowedNoSoonerThanTimeAllows() throws Exception {
        open();
        watching.set(true);
        Run begun = train();
        step(begun);
        int before = copies;
        float[] early = first();
        step(begun);
        step(begun);
        assertEquals(before, copies, "no time has gone by");
        now += SECOND;
        pump.pulse();
        assertEquals(before + 1, copies);
        assertFalse(java.util.Arrays.equals(early, first()));
        now += SECOND;
        pump.pulse();
        assertEquals(before + 1, copies, "nothing was learnt since");
        begun.stop();
        pump.pulseToTheEnd();
        assertArrayEquals(weight(begun.await()), first(), "the last ones are there at the end");
        assertTrue(copies > before + 1);
    }

    @Test
    void weightsOfAnEarlierRunAreFollowed() {
        open();
        watching.set(true);
        float[] own = first();
        WeightSnapshot other = WeightSnapshot.initial(session.wholeInference(), 2);
        run.use(new LoadedWeights(
                "run 1", other, Optional.of(data.loaded().orElseThrow().preprocessing())));
        assertArrayEquals(weight(other), first());
        run.useOwn();
        assertArrayEquals(own, first());
    }
}
