package jimu.engine.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.engine.Net;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Choice;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.graph.TargetKind;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.io.FileException;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import jimu.engine.train.Checkpoint;
import jimu.engine.train.Run;
import jimu.engine.train.RunFolder;
import jimu.engine.train.RunResult;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
    private static final Path IRIS =
            Path.of("../samples/datasets/iris/iris.csv").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private RunStore store;
    private LoadedData data;

    @BeforeEach
    void load() throws Exception {
        store = new RunStore(folder.resolve("iris.runs"));
        data = DataLoader.load(document(4).data());
    }

    static Document document(int width) {
        DataSource source = new DataSource.CsvFile(IRIS.toString(), List.of(), "species", TargetKind.CLASS);
        return new Net()
                .add("x", new Input("features", List.of(4), 0, DType.FLOAT32))
                .then("fc1", new Linear(Size.AUTO, width, true))
                .then("fc2", new Linear(Size.AUTO, 3, true))
                .add("y", new Target("label", List.of(), 0, DType.INT32))
                .add("loss", new CrossEntropyLoss(), "fc2", "y")
                .document()
                .withData(DataSettings.NONE.withSource(source))
                .withTraining(new TrainingSettings(2, 54, Choice.of("Adam"), 1));
    }

    private KeptRun train(Document document) throws Exception {
        RunFolder kept = store.next("1.2");
        return end(Trainer.start(document, data, options(kept)), kept);
    }

    private static TrainOptions options(RunFolder kept) {
        return new TrainOptions(Backends.all(), Optional.empty(), OptionalInt.empty(), Optional.of(kept));
    }

    private static KeptRun end(Run run, RunFolder kept) {
        run.await();
        run.drainEvents(event -> assertFalse(event instanceof TrainEvent.Failed, event::toString));
        return RunStore.read(kept.path());
    }

    @Test
    void aFolderThatIsNotThereHoldsNoRuns() throws Exception {
        assertEquals(List.of(), store.list());
    }

    @Test
    void runsAreNumberedAndToldWhatCameOfThem() throws Exception {
        KeptRun first = train(document(4));
        KeptRun second = train(document(8));
        assertEquals(List.of(first, second), store.list());
        assertEquals("0002", second.name());
        assertEquals("2", second.label());
        assertEquals(Optional.of(document(8)), second.document());
        assertEquals(RunResult.Status.FINISHED, second.result().status());
        assertEquals(2, second.result().epochs());
        assertEquals(Optional.of("accuracy"), second.result().metric());
        assertTrue(second.result().testLoss().isPresent());
        assertEquals("1.2", second.environment().orElseThrow().jimu());
        assertTrue(second.began().isPresent());
        assertEquals(Optional.empty(), second.broken());
        assertEquals(2, RunHistory.read(second.metrics()).epochs().size());
    }

    @Test
    void whatWasChangedSinceTheRunBeforeIsKept() throws Exception {
        train(document(4));
        KeptRun second = train(document(8));
        assertEquals(
                List.of("--- 0001", "+++ 0002", "~ fc1.out_features: 4 → 8"),
                Files.readAllLines(second.folder().resolve(RunFolder.CHANGES)));
    }

    @Test
    void starAndNotesAreKept() throws Exception {
        KeptRun run = train(document(4));
        RunStore.keep(run, new RunNotes(true, "wide\n积木"));
        assertEquals(
                new RunNotes(true, "wide\n积木"), store.find("1").orElseThrow().notes());
    }

    @Test
    void aRunThatWasCutOffIsSaidToBe() throws Exception {
        KeptRun run = train(document(4));
        Files.delete(run.folder().resolve(RunFolder.RESULT));
        Path metrics = run.metrics();
        List<String> lines = Files.readAllLines(metrics);
        Files.write(metrics, lines.subList(0, lines.size() - 1));
        Path environment = run.folder().resolve(RunFolder.ENVIRONMENT);
        Files.writeString(
                environment,
                Files.readString(environment).replaceFirst("\"process\" : \\d+", "\"process\" : 999999999"));
        RunResult result = store.list().get(0).result();
        assertEquals(RunResult.Status.INTERRUPTED, result.status());
        assertEquals(2, result.epochs());
    }

    @Test
    void aBrokenFolderIsListedWithWhatIsWrong() throws Exception {
        KeptRun run = train(document(4));
        Files.writeString(run.folder().resolve(RunFolder.DOCUMENT), "{");
        Files.createDirectories(store.folder().resolve("odd"));
        List<KeptRun> runs = store.list();
        assertEquals(2, runs.size());
        KeptRun odd = runs.get(0);
        assertTrue(odd.broken().orElseThrow().contains("odd"), odd::toString);
        String wrong = runs.get(1).broken().orElseThrow();
        assertTrue(wrong.contains(RunFolder.DOCUMENT), wrong);
        assertEquals(RunResult.Status.FINISHED, runs.get(1).result().status());
    }

    @Test
    void aRunIsDeletedWithAllItsFiles() throws Exception {
        KeptRun first = train(document(4));
        KeptRun second = train(document(4));
        store.delete(first);
        assertEquals(List.of(second), store.list());
        assertFalse(Files.exists(first.folder()));
    }

    @Test
    void whatIsNoRunIsNotDeleted() throws Exception {
        Path odd = Files.createDirectories(store.folder().resolve("odd"));
        Files.writeString(odd.resolve("mine.txt"), "mine");
        KeptRun run = store.list().get(0);
        FileException thrown = assertThrows(FileException.class, () -> store.delete(run));
        assertEquals("\"" + odd + "\" holds no run and is not deleted.", thrown.getMessage());
        assertTrue(Files.exists(odd.resolve("mine.txt")));
    }

    @Test
    void aRunGoesOnForMoreEpochs() throws Exception {
        KeptRun run = train(document(4));
        Resumption resumption = Resumption.of(run, "1.2");
        assertTrue(resumption.obstacle(data, 2).isPresent());
        assertEquals(Optional.empty(), resumption.obstacle(data, 5));
        Document longer = resumption
                .document()
                .withTraining(resumption.document().training().withEpochs(5));
        KeptRun gone = end(Trainer.start(longer, data, resumption.options(Backends.all())), resumption.folder());
        assertEquals(run.folder(), gone.folder());
        assertEquals(5, gone.result().epochs());
        assertEquals(5, RunHistory.read(gone.metrics()).epochs().size());
    }

    @Test
    void aBranchIsANewRunWithTheCurvesUpToItsBeginning() throws Exception {
        KeptRun run = train(document(4));
        Checkpoint first = run.checkpoints().list().get(0);
        assertEquals(1, first.epoch());
        Resumption branch = Resumption.branch(run, first, store, "1.2");
        KeptRun other = end(Trainer.start(branch.document(), data, branch.options(Backends.all())), branch.folder());
        assertEquals("0002", other.name());
        RunHistory history = RunHistory.read(other.metrics());
        assertEquals(2, history.epochs().size());
        assertEquals(RunHistory.read(run.metrics()).size(), history.size());
        assertEquals(run, store.find("0001").orElseThrow());
        CurveDifference difference =
                CurveDifference.of(RunHistory.read(run.metrics()), history).orElseThrow();
        assertTrue(difference.firstStep().isEmpty(), "the branch, with nothing changed, is the run itself");
    }

    @Test
    void otherDataAreRefused() throws Exception {
        KeptRun run = train(document(4));
        LoadedData half = DataLoader.load(document(4).data().withFractions(0.4, 0.2));
        String sentence = Resumption.of(run, "").obstacle(half, 5).orElseThrow();
        assertTrue(sentence.contains("samples"), sentence);
    }
}
