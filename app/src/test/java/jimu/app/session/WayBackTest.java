package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.fx.Offered;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.runtime.Backends;
import jimu.engine.train.Run;
import jimu.engine.train.RunFolder;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WayBackTest {
    private static final TrainingSettings SOUND = Iris.DOCUMENT.training().withEpochs(4);

    @TempDir
    private Path folder;

    private final Session session = new Session();
    private final HandPump pump = new HandPump();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final CurrentRun run = new CurrentRun(session, pump);
    private final OpenInsight insight = new OpenInsight(session, run);
    private final RunRestart restart =
            new RunRestart(session, data, run, Background.onCurrentThread(), file -> options(), "1.2");
    private final List<String> failures = new ArrayList<>();
    private final WayBack back =
            new WayBack(run, restart, Background.onCurrentThread(), failure -> failures.add(failure.getMessage()));

    @Test
    void aRunThatDivergedWaitsAtItsLastGoodStateAndGoesOnWithTheCure() throws Exception {
        diverge(SOUND.withSchedule(Optional.of(new Choice("ExponentialLR", Map.of("gamma", 1e30)))));
        Offered offer = back.offerProperty().get().orElseThrow();
        assertEquals("Go Back to Step 7 (Epoch 1)", offer.text());
        offer.take().run();
        Run again = run.run().orElseThrow();
        assertTrue(again.isPaused());
        assertEquals(Optional.empty(), back.offerProperty().get());
        assertEquals(1, insight.findingsProperty().get().size(), "cures are still to be seen");
        session.apply(new Edit.SetTraining(SOUND));
        again.change(SOUND);
        again.resume();
        List<Integer> epochs = new ArrayList<>();
        List<TrainEvent.Finished> ends = new ArrayList<>();
        run.follow(new RunFollower() {
            @Override
            public void happened(TrainEvent event) {
                if (event instanceof TrainEvent.EpochEnded epoch) {
                    epochs.add(epoch.epoch());
                } else if (event instanceof TrainEvent.Finished end) {
                    ends.add(end);
                }
            }
        });
        pump.pulseToTheEnd();
        assertEquals(List.of(2, 3, 4), epochs);
        assertEquals(28, ends.get(0).step());
        assertEquals(List.of(), insight.findingsProperty().get());
        assertEquals(List.of(), failures);
    }

    @Test
    void whereNothingWasLearntARunBeginsAgain() throws Exception {
        diverge(SOUND.withOptimizer(new Choice("SGD", Map.of("lr", 1e30))));
        Offered offer = back.offerProperty().get().orElseThrow();
        assertEquals("Start Again from the First Weights", offer.text());
        offer.take().run();
        Run again = run.run().orElseThrow();
        assertTrue(again.isPaused());
        assertEquals(1, insight.findingsProperty().get().size());
        again.stop();
        pump.pulseToTheEnd();
        assertEquals(0, again.ring().written());
    }

    private void diverge(TrainingSettings settings) throws Exception {
        Document document = Iris.DOCUMENT.withTraining(settings);
        session.openNew(document, "iris");
        run.begin(Trainer.start(document, data.loaded().orElseThrow(), options()));
        pump.pulseToTheEnd();
    }

    private TrainOptions options() {
        return new TrainOptions(
                Backends.reference(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.of(new RunFolder(folder.resolve("run"))));
    }
}
