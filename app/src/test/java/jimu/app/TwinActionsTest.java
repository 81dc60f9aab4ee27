package jimu.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.OpenData;
import jimu.app.session.OverlaidRuns;
import jimu.app.session.RunFollower;
import jimu.app.session.SecondRun;
import jimu.app.session.Session;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runs.RunStore;
import jimu.engine.runtime.Backends;
import jimu.engine.train.RunFolder;
import jimu.engine.train.TrainEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TwinActionsTest {
    private static final int EPOCHS = 3;

    @TempDir
    private Path folder;

    private final Session session = new Session();
    private final Answers dialogs = new Answers();
    private final HandPump pump = new HandPump();
    private final HandPump second = new HandPump();
    private final OverlaidRuns overlaid = new OverlaidRuns();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final CurrentRun current = new CurrentRun(session, pump);
    private final SimpleStringProperty obstacle = new SimpleStringProperty("");
    private final Commands commands = new Commands();
    private Path runs;
    private TwinActions twins;

    @BeforeEach
    void open() {
        runs = folder.resolve("iris.runs");
        session.openNew(document(EPOCHS), "iris");
        twins = new TwinActions(
                session,
                data,
                current,
                new SecondRun(current, overlaid, second),
                obstacle,
                Background.onCurrentThread(),
                dialogs,
                Backends.reference(),
                () -> runs);
        twins.addTo(commands);
    }

    private static Document document(int epochs) {
        return Iris.DOCUMENT.withTraining(Iris.DOCUMENT.training().withEpochs(epochs));
    }

    private static List<Integer> epochs(OverlaidRuns.Overlaid run) throws Exception {
        List<Integer> epochs = new ArrayList<>();
        run.retelling().to(new RunFollower() {
            @Override
            public void happened(TrainEvent event) {
                if (event instanceof TrainEvent.EpochEnded epoch) {
                    epochs.add(epoch.epoch());
                }
            }
        });
        return epochs;
    }

    @Test
    void theDocumentAsItIsIsTrainedInTurnWithAFileAndBothAreDrawnAndKept() throws Exception {
        Path file = folder.resolve("saved.jimu");
        DocumentFile.save(file, session.wholePresent());
        session.apply(new Edit.SetParameter("fc1", "out_features", 3L));
        dialogs.choose(file);
        commands.run(CommandId.TWINS);
        assertEquals(
                session.wholePresent().graph(),
                current.run().orElseThrow().document().graph());
        pump.pulseToTheEnd();
        second.pulseToTheEnd();
        assertEquals(
                List.of("Twin: saved.jimu"),
                overlaid.runs().stream().map(OverlaidRuns.Overlaid::name).toList());
        assertEquals(List.of(1, 2, 3), epochs(overlaid.runs().get(0)));
        assertEquals(2, new RunStore(runs).list().size());
        assertEquals(List.of(), dialogs.told());
    }

    @Test
    void eachBeginsWithTheWeightsThatItsOwnDocumentNames() throws Exception {
        Path file = folder.resolve("first.safetensors");
        WeightSnapshot first = WeightSnapshot.initial(ShapeInference.infer(session.wholePresent()), 77);
        WeightFile.write(file, first, Preprocessing.NONE);
        Document other = document(EPOCHS);
        Choice still = Choice.of("SGD").with("lr", 1e-30);
        twins.train(
                other.withTraining(
                        other.training().withOptimizer(still).withStartWeights(Optional.of(file.toString()))),
                () -> "other");
        pump.pulseToTheEnd();
        second.pulseToTheEnd();
        assertEquals(List.of(), dialogs.told());
        assertArrayEquals(values(first, "fc1.weight"), values(kept(still, first), "fc1.weight"));
        assertFalse(Arrays.equals(
                values(first, "fc1.weight"),
                values(kept(Iris.DOCUMENT.training().optimizer(), first), "fc1.weight")));
    }

    private long endedRuns() throws Exception {
        return new RunStore(runs)
                .list().stream()
                        .filter(run -> Files.exists(run.folder().resolve(RunFolder.RESULT)) && !run.running())
                        .count();
    }

    private WeightSnapshot kept(Choice optimizer, WeightSnapshot layout) throws Exception {
        Path weights = new RunStore(runs)
                .list().stream()
                        .filter(run -> run.document()
                                .orElseThrow()
                                .training()
                                .optimizer()
                                .equals(optimizer))
                        .findFirst()
                        .orElseThrow()
                        .weights();
        return WeightFile.read(weights).fit(layout, weights);
    }

    private static float[] values(WeightSnapshot weights, String name) {
        return Objects.requireNonNull(weights.arrays().get(name)).values();
    }

    @Test
    void whatKeepsTheDocumentFromBeingTrainedKeepsTwinsToo() {
        obstacle.set("A sweep is in progress; end it first.");
        assertFalse(commands.find(CommandId.TWINS).orElseThrow().enabled().get());
        twins.train(document(EPOCHS), () -> "other");
        assertTrue(current.run().isEmpty());
        assertEquals(List.of("A sweep is in progress; end it first."), dialogs.told());
    }

    @Test
    void anotherDocumentEndsBothAndNothingOfThemIsDrawnInIt() throws Exception {
        twins.train(document(1_000_000), () -> "long");
        overlaid.runs().clear();
        session.openNew(document(EPOCHS), "other");
        assertFalse(second.isRunning());
        assertEquals(List.of(), List.copyOf(overlaid.runs()));
        while (endedRuns() < 2) {
            Thread.sleep(5);
        }
    }
}
