package jimu.app.runs;

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
import java.util.OptionalInt;
import java.util.function.Supplier;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.OpenData;
import jimu.app.session.OverlaidRuns;
import jimu.app.session.RunFollower;
import jimu.app.session.RunRestart;
import jimu.app.session.Session;
import jimu.app.text.Language;
import jimu.app.text.Speaking;
import jimu.engine.data.DataLoader;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.runs.RunStore;
import jimu.engine.runtime.Backends;
import jimu.engine.train.RunFolder;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsViewModelTest {
    @TempDir
    private Path folder;

    private final Session session = new Session();
    private final Answers dialogs = new Answers();
    private final OverlaidRuns overlaid = new OverlaidRuns();
    private final HandPump pump = new HandPump();
    private final List<String> opened = new ArrayList<>();
    private final List<String> twins = new ArrayList<>();
    private final List<Path> shown = new ArrayList<>();
    private CurrentRun current;
    private RunStore store;
    private RunsViewModel model;

    @BeforeEach
    void open() {
        store = new RunStore(folder.resolve("iris.runs"));
        Background background = Background.onCurrentThread();
        current = new CurrentRun(session, pump);
        OpenData data = new OpenData(session, background);
        session.openNew(Iris.DOCUMENT, "iris.jimu");
        RunRestart restart =
                new RunRestart(session, data, current, background, file -> TrainOptions.with(Backends.all()), "1.2");
        model = new RunsViewModel(
                session, current, overlaid, restart, background, dialogs, () -> store, new RunActions() {
                    @Override
                    public void open(Document document, String name) {
                        opened.add(name);
                    }

                    @Override
                    public void trainTwins(Document other, Supplier<String> name) {
                        twins.add(name.get() + ", " + other.training().epochs() + " epochs");
                    }

                    @Override
                    public void show(Path place) {
                        shown.add(place);
                    }
                });
    }

    private void train(Document document) throws Exception {
        RunFolder kept = store.next("1.2");
        TrainOptions options =
                new TrainOptions(Backends.all(), Optional.empty(), OptionalInt.empty(), Optional.of(kept));
        Trainer.start(document, DataLoader.load(document.data()), options).await();
        model.refresh();
        model.catchUp();
    }

    private static Document epochs(int count) {
        return Iris.DOCUMENT.withTraining(Iris.DOCUMENT.training().withEpochs(count));
    }

    private void select(int... rows) {
        List<RunRow> chosen = new ArrayList<>();
        for (int row : rows) {
            chosen.add(model.rows().get(row));
        }
        model.select(chosen);
    }

    @Test
    void theNewestRunStandsFirstWithWhatWasChangedForIt() throws Exception {
        train(epochs(2));
        train(epochs(3));
        assertEquals(
                List.of("2", "1"),
                model.rows().stream().map(row -> row.run().label()).toList());
        assertEquals("epochs: 2 → 3", model.rows().get(0).changed());
        assertEquals("", model.rows().get(1).changed());
        assertEquals("finished", model.rows().get(0).text().state());
    }

    @Test
    void theSelectedRunIsComparedWithTheOneBefore() throws Exception {
        train(epochs(2));
        train(epochs(3));
        select(0);
        Compared compared = model.comparedProperty().get().orElseThrow();
        assertEquals("Run 2 against run 1", compared.title());
        assertEquals(List.of(new Compared.Line("CHANGED", "~ epochs: 2 → 3")), compared.lines());
    }

    @Test
    void aKeptRunsDocumentIsTrainedAsATwinOfTheOpenOne() throws Exception {
        train(epochs(2));
        train(epochs(3));
        select(1);
        model.trainTwins();
        assertEquals(List.of("run 1, 2 epochs"), twins);
    }

    @Test
    void noRunGoesOnWhileASweepIsInProgress() throws Exception {
        train(epochs(2));
        select(0);
        current.sweepingProperty().set(true);
        model.resume();
        model.branch();
        assertTrue(current.run().isEmpty());
        String why = "A sweep is in progress; end it first.";
        assertEquals(List.of(why, why), dialogs.told());
    }

    @Test
    void twoSelectedRunsAreComparedWithTheirCurves() throws Exception {
        train(epochs(2));
        train(epochs(2));
        select(0, 1);
        assertEquals(
                List.of("The losses are the same to the last digit.", "Network, data and settings are the same."),
                model.comparedProperty().get().orElseThrow().lines().stream()
                        .map(Compared.Line::text)
                        .toList());
    }

    @Test
    void starsAndNotesAreKeptAndFiltered() throws Exception {
        train(epochs(1));
        train(epochs(2));
        model.star(model.rows().get(1));
        model.note(model.rows().get(0), "a wide one");
        assertTrue(store.find("1").orElseThrow().notes().star());
        assertEquals("a wide one", store.find("2").orElseThrow().notes().text());
        model.starredProperty().set(true);
        assertEquals(
                List.of("1"),
                model.rows().stream().map(row -> row.run().label()).toList());
        model.starredProperty().set(false);
        model.filterProperty().set("WIDE a");
        assertEquals(
                List.of("2"),
                model.rows().stream().map(row -> row.run().label()).toList());
    }

    @Test
    void overlaidRunsTellWhatHappenedInThem() throws Exception {
        train(epochs(2));
        select(0);
        model.overlay();
        assertTrue(model.isOverlaid(model.rows().get(0)));
        List<Long> steps = new ArrayList<>();
        List<TrainEvent> events = new ArrayList<>();
        overlaid.runs().get(0).retelling().to(new RunFollower() {
            @Override
            public void reading(StepReading reading) {
                steps.add(reading.step());
            }

            @Override
            public void happened(TrainEvent event) {
                events.add(event);
            }
        });
        assertEquals(14, steps.size());
        assertTrue(events.get(0) instanceof TrainEvent.Started);
        assertEquals("run 1", overlaid.runs().get(0).name());
        try {
            Speaking.speak(Language.CHINESE);
            assertEquals("训练 1", overlaid.runs().get(0).name());
        } finally {
            Speaking.speak(Language.ENGLISH);
        }
        model.overlay();
        assertEquals(List.of(), overlaid.runs());
    }

    @Test
    void weightsOfARunTakeThePlaceOfTheCurrentOnes() throws Exception {
        train(epochs(2));
        select(0);
        model.useWeights();
        assertEquals("run 1", current.loadedProperty().get().orElseThrow().name());
        assertFalse(
                current.loadedProperty().get().orElseThrow().weights().arrays().isEmpty());
        model.useBest();
        assertEquals(
                "run 1 at its best",
                current.loadedProperty().get().orElseThrow().name());
    }

    @Test
    void theSliderTravelsThroughTheCheckpoints() throws Exception {
        train(epochs(3));
        select(0);
        assertEquals(3, model.travel().countProperty().get());
        assertEquals(
                "Weights of the current run; move the slider to see earlier ones.",
                model.travel().textProperty().get());
        model.travel().placeProperty().set(0);
        assertEquals("after epoch 1", model.travel().textProperty().get());
        assertEquals(
                "run 1, after epoch 1",
                current.loadedProperty().get().orElseThrow().name());
        float[] early = bias();
        model.travel().placeProperty().set(2);
        assertFalse(Arrays.equals(early, bias()), "later weights are others");
        model.travel().comeBack();
        assertEquals(Optional.empty(), current.loadedProperty().get());
    }

    private float[] bias() {
        Weight bias =
                current.loadedProperty().get().orElseThrow().weights().arrays().get("fc2.bias");
        return Objects.requireNonNull(bias).values();
    }

    @Test
    void aFinishedRunGoesOnWhenTheDocumentIsSetToMoreEpochs() throws Exception {
        train(epochs(2));
        select(0);
        session.apply(new Edit.SetTraining(session.document().training().withEpochs(2)));
        model.resume();
        assertEquals(
                List.of("Run 1 has done its 2 epochs; say how many there shall be in all, and it goes on."),
                dialogs.told());
        session.apply(new Edit.SetTraining(session.document().training().withEpochs(4)));
        List<Integer> told = new ArrayList<>();
        current.follow(new RunFollower() {
            @Override
            public void happened(TrainEvent event) {
                if (event instanceof TrainEvent.EpochEnded epoch) {
                    told.add(epoch.epoch());
                }
            }
        });
        model.resume();
        pump.pulseToTheEnd();
        assertEquals(List.of(1, 2, 3, 4), told);
        assertEquals(4, store.find("1").orElseThrow().result().epochs());
    }

    @Test
    void aBranchIsARunOfItsOwn() throws Exception {
        train(epochs(3));
        select(0);
        model.travel().placeProperty().set(0);
        model.branch();
        pump.pulseToTheEnd();
        model.refresh();
        model.catchUp();
        assertEquals(2, model.rows().size());
        assertEquals(20, store.find("2").orElseThrow().result().epochs());
        assertEquals(3, store.find("1").orElseThrow().result().epochs());
    }

    @Test
    void theNetworkOfARunOpensAsADocument() throws Exception {
        train(epochs(1));
        select(0);
        model.open();
        model.openFolder();
        assertEquals(List.of("iris run 1"), opened);
        assertEquals(List.of(store.folder().resolve("0001")), shown);
    }

    @Test
    void runsAreDeletedAfterAsking() throws Exception {
        train(epochs(1));
        train(epochs(1));
        select(0);
        dialogs.answer(Answers.Answer.NO);
        model.delete();
        assertEquals(2, model.rows().size());
        dialogs.answer(Answers.Answer.YES);
        model.delete();
        model.catchUp();
        assertEquals(
                List.of("1"),
                model.rows().stream().map(row -> row.run().label()).toList());
        assertEquals(List.of(), model.selectedProperty().get());
    }

    @Test
    void aDamagedRunIsShownAsSuch() throws Exception {
        train(epochs(1));
        Files.delete(store.folder().resolve("0001").resolve(RunFolder.DOCUMENT));
        model.refresh();
        model.catchUp();
        select(0);
        assertEquals("damaged", model.rows().get(0).text().state());
        assertTrue(model.comparedProperty()
                .get()
                .orElseThrow()
                .lines()
                .get(0)
                .text()
                .contains(RunFolder.DOCUMENT));
        model.useWeights();
        assertEquals(1, dialogs.told().size());
    }
}
