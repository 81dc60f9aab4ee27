package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.prefs.Preferences;
import javafx.beans.property.SimpleStringProperty;
import jimu.app.file.FileActions;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.LoadedWeights;
import jimu.app.session.OpenData;
import jimu.app.session.OverlaidRuns;
import jimu.app.session.RecentFiles;
import jimu.app.session.SecondRun;
import jimu.app.session.Session;
import jimu.engine.data.DataLoader;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.runtime.Backends;
import jimu.engine.train.RunFolder;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantActionsTest {
    private static final Document DOCUMENT =
            Iris.DOCUMENT.withTraining(Iris.DOCUMENT.training().withEpochs(1));

    @TempDir
    private Path folder;

    private final Session session = new Session();
    private final Answers dialogs = new Answers();
    private final Background background = Background.onCurrentThread();
    private final OpenData data = new OpenData(session, background);
    private final CurrentRun current = new CurrentRun(session, new HandPump());
    private final OverlaidRuns overlaid = new OverlaidRuns();
    private final List<Boolean> forward = new ArrayList<>();
    private final VariantActions actions = new VariantActions(
            session,
            current,
            overlaid,
            new TwinActions(
                    session,
                    data,
                    current,
                    new SecondRun(current, overlaid, new HandPump()),
                    new SimpleStringProperty(""),
                    background,
                    dialogs,
                    Backends.reference(),
                    () -> folder),
            new FileActions(
                    session,
                    dialogs,
                    background,
                    new RecentFiles(Preferences.userRoot().node("jimu-test/variants")),
                    () -> true),
            background,
            dialogs,
            () -> forward.add(true));
    private Path run;

    @BeforeEach
    void train() throws Exception {
        session.openNew(DOCUMENT, "iris");
        run = folder.resolve("0001");
        TrainOptions options = new TrainOptions(
                Backends.reference(), Optional.empty(), OptionalInt.empty(), Optional.of(new RunFolder(run)));
        Trainer.start(DOCUMENT, DataLoader.load(DOCUMENT.data()), options).await();
    }

    private Optional<String> used() {
        return current.loadedProperty().get().map(LoadedWeights::name);
    }

    @Test
    void theWeightsOfAVariantWithTheSameNetworkAreUsed() {
        actions.useWeights(run, "Run 1");
        assertEquals(Optional.of("Run 1"), used());
        assertEquals(List.of(), dialogs.told());
    }

    @Test
    void thoseOfAnotherNetworkAreRefused() {
        session.apply(new Edit.SetParameter("fc1", "out_features", 3L));
        actions.useWeights(run, "Run 1");
        assertEquals(Optional.empty(), used());
        assertTrue(dialogs.told().get(0).startsWith("This run's network is not that of the open document."));
    }

    @Test
    void aVariantIsOpenedWithItsWeights() {
        actions.open(DOCUMENT, "iris lr 0.1", Optional.of(run));
        assertEquals("iris lr 0.1", session.nameProperty().get());
        assertEquals(Optional.of("iris lr 0.1"), used());
        actions.open(DOCUMENT, "iris lr 0.2", Optional.empty());
        assertEquals(Optional.empty(), used());
        assertEquals(2, forward.size());
    }

    @Test
    void theMainWindowComesForwardForTwinsOrForWhatKeepsThemFromBeginning() {
        session.openNew(DOCUMENT.withData(DataSettings.NONE), "iris");
        actions.trainTwins(DOCUMENT, () -> "Run 1");
        assertEquals(List.of(true), forward);
        assertEquals(1, dialogs.told().size());
    }
}
