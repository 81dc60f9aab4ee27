package jimu.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.fx.HeldBackground;
import jimu.app.fx.plane.Surface;
import jimu.app.fx.plot.Plot;
import jimu.app.session.CurrentRun;
import jimu.app.session.Digits;
import jimu.app.session.Iris;
import jimu.app.session.LookedAt;
import jimu.app.session.Nets;
import jimu.app.session.OpenData;
import jimu.app.session.SampleData;
import jimu.app.session.Samples;
import jimu.app.session.Session;
import jimu.engine.evaluate.Classification;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.TargetKind;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Select;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.loss.MSELoss;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import jimu.engine.train.Part;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.junit.jupiter.api.Test;

class EvaluateViewModelTest {
    private final HeldBackground background = new HeldBackground();
    private final Session session = new Session();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final HandPump runPump = new HandPump();
    private final CurrentRun run = new CurrentRun(session, runPump);
    private final HandPump pump = new HandPump();
    private final LookedAt looked = new LookedAt();
    private final EvaluateViewModel model = new EvaluateViewModel(session, data, run, background, pump, Backends.all());
    private final PlotsViewModel plots = new PlotsViewModel(model, background, looked);
    private final BoundaryViewModel boundary = new BoundaryViewModel(model, background, Backends.all());
    private final ProjectionViewModel projection = new ProjectionViewModel(model, background, Backends.all(), looked);
    private final SamplesViewModel samples = new SamplesViewModel(model, looked);

    private static Document sunspots() {
        return Nets.net()
                .block("sequence", SampleData.SUNSPOTS.input())
                .block("last", new Select(1, -1))
                .block("loss", new MSELoss())
                .block("next", SampleData.SUNSPOTS.target())
                .chain("sequence", "last", "loss")
                .wire("next", "loss", "target")
                .document()
                .withData(DataSettings.NONE.withSource(
                        SampleData.SUNSPOTS.source(Samples.installed().orElseThrow())));
    }

    private Classification classes() {
        return model.evaluatedProperty().get().flatMap(Evaluated::classes).orElseThrow();
    }

    @Test
    void withoutANetworkItSaysWhatIsMissing() {
        assertFalse(model.obstacleProperty().get().isEmpty());
        model.evaluate();
        assertEquals(Optional.empty(), model.evaluatedProperty().get());
        session.openNew(Iris.DOCUMENT.withData(DataSettings.NONE), "net");
        assertEquals(
                "Choose data in the Data tab first.", model.obstacleProperty().get());
    }

    @Test
    void classesGiveFiguresAndThePicturesThatFit() {
        session.openNew(Iris.DOCUMENT, "net");
        assertEquals("", model.obstacleProperty().get());
        model.evaluate();
        assertEquals(
                Part.VALIDATION,
                model.evaluatedProperty().get().orElseThrow().evaluation().part());
        assertEquals(new Figure("Samples", "12"), model.figures().get(0));
        assertEquals("Loss", model.figures().get(1).name());
        assertEquals(
                List.of(
                        Chapter.CONFUSION,
                        Chapter.CLASSES,
                        Chapter.ROC,
                        Chapter.PRECISION_RECALL,
                        Chapter.CALIBRATION,
                        Chapter.PROJECTION,
                        Chapter.SAMPLES),
                model.chapters());
        assertEquals(Optional.of(Chapter.CONFUSION), model.chapterProperty().get());
    }

    @Test
    void ofSeveralLossesOfAKindOneIsChosenWhoseAnswersAreShown() {
        Document two = Digits.net()
                .block("wide", new Linear(Size.AUTO, 12, true))
                .block("second", new CrossEntropyLoss())
                .chain("flat", "wide", "second")
                .wire("label", "second", "target")
                .document()
                .withData(Digits.DATA);
        session.openNew(two, "net");
        model.evaluate();
        assertEquals(List.of("Loss: loss", "Loss: second"), model.losses());
        assertEquals("loss", classes().loss());
        samples.show(new Cell(0, 0));
        model.lossProperty().set(1);
        assertEquals("second", classes().loss());
        model.evaluate();
        assertEquals("second", classes().loss());
        assertEquals(1, model.lossProperty().get());
        session.openNew(Digits.document(), "net");
        model.evaluate();
        assertEquals(List.of(), model.losses());
        assertEquals("loss", classes().loss());
    }

    @Test
    void anotherPartMakesTheResultStaleUntilItIsEvaluated() {
        session.openNew(Iris.DOCUMENT, "net");
        model.evaluate();
        assertFalse(model.staleProperty().get());
        model.partProperty().set(1);
        assertTrue(model.staleProperty().get());
        model.evaluate();
        assertFalse(model.staleProperty().get());
        assertEquals(30, classes().confusion().total());
    }

    @Test
    void anEditMakesTheResultStaleAndAnotherDocumentTakesItAway() {
        session.openNew(Iris.DOCUMENT, "net");
        model.evaluate();
        session.apply(new Edit.Disconnect(
                session.document().graph().links().iterator().next()));
        assertTrue(model.staleProperty().get());
        session.openNew(Iris.DOCUMENT, "other");
        assertEquals(Optional.empty(), model.evaluatedProperty().get());
        assertEquals(List.of(), model.chapters());
    }

    @Test
    void anEvaluationUnderWayCanBeCancelled() {
        session.openNew(Iris.DOCUMENT, "net");
        background.hold();
        model.evaluate();
        assertTrue(model.busyProperty().get());
        assertTrue(pump.isRunning());
        model.cancel();
        background.doOne();
        assertFalse(model.busyProperty().get());
        assertFalse(pump.isRunning());
        assertEquals(Optional.empty(), model.evaluatedProperty().get());
    }

    @Test
    void aResultOfADocumentThatWasLeftIsDropped() {
        session.openNew(Iris.DOCUMENT, "net");
        background.hold();
        model.evaluate();
        session.openNew(Digits.document(), "other");
        background.doOne();
        assertEquals(Optional.empty(), model.evaluatedProperty().get());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void theWeightsOfTheRunAreEvaluatedAfterEachEpoch() throws Exception {
        session.openNew(Iris.DOCUMENT, "net");
        model.evaluate();
        double before = classes().report().accuracy();
        model.eachEpochProperty().set(true);
        List<Double> seen = new ArrayList<>();
        model.evaluatedProperty()
                .addListener((value, old, now) ->
                        seen.add(now.orElseThrow().evaluation().score().loss()));
        run.begin(Trainer.start(session.present(), data.loaded().orElseThrow(), TrainOptions.with(Backends.all())));
        runPump.pulseToTheEnd();
        assertTrue(seen.size() >= 2, seen + " evaluations");
        assertTrue(seen.get(seen.size() - 1) < seen.get(0) || seen.get(0) < 0.5);
        assertTrue(classes().report().accuracy() > before);
    }

    @Test
    void aNetworkThatDoesNotFitSaysSoInASentence() {
        session.openNew(Iris.DOCUMENT, "large");
        session.apply(new Edit.SetParameter("fc1", "out_features", 300_000_000L));
        model.evaluate();
        assertEquals(
                "This did not work: Java's memory does not suffice for this; make the batch or the model smaller,"
                        + " or give more with JAVA_OPTS=-Xmx8g.",
                model.failureProperty().get());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void curvesAreDrawnForEachClass() {
        session.openNew(Iris.DOCUMENT, "net");
        model.evaluate();
        model.chapterProperty().set(Optional.of(Chapter.ROC));
        Plot roc = plots.plotProperty().get();
        assertEquals(4, roc.lines().size());
        assertTrue(roc.lines().get(1).name().startsWith("setosa: "));
        model.chapterProperty().set(Optional.of(Chapter.CALIBRATION));
        assertEquals(3, plots.plotProperty().get().lines().size());
        model.chapterProperty().set(Optional.of(Chapter.CONFUSION));
        assertEquals(Plot.EMPTY, plots.plotProperty().get());
    }

    @Test
    void aSeriesIsDrawnWithItsForecastInItsUnits() {
        session.openNew(sunspots(), "net");
        model.evaluate();
        assertEquals(
                List.of(Chapter.FORECAST, Chapter.PREDICTED, Chapter.RESIDUALS, Chapter.PROJECTION, Chapter.SAMPLES),
                model.chapters());
        Plot forecast = plots.plotProperty().get();
        assertEquals(
                List.of("Series", "Forecast"),
                forecast.lines().stream().map(Plot.Line::name).toList());
        double last = forecast.lines().get(0).y()[11];
        assertEquals(last, forecast.lines().get(1).y()[0], 1e-3);
        model.chapterProperty().set(Optional.of(Chapter.PREDICTED));
        plots.pick(1, 3);
        assertEquals(
                Optional.of(new LookedAt.Place(Part.VALIDATION, 3)),
                looked.placeProperty().get());
    }

    @Test
    void aCellOfTheConfusionMatrixListsItsSamples() {
        session.openNew(Iris.DOCUMENT, "net");
        model.evaluate();
        int choice = classes().choices()[0];
        int truth = classes().truths()[0];
        samples.show(new Cell(truth, choice));
        assertEquals(Optional.of(Chapter.SAMPLES), model.chapterProperty().get());
        assertEquals(classes().confusion().count(truth, choice), samples.rows().size());
        assertTrue(samples.rows().stream()
                .allMatch(row -> row.truth().equals(classes().classes().get(truth))));
        samples.look(samples.rows().get(0));
        assertEquals(
                Optional.of(new LookedAt.Place(
                        Part.VALIDATION, samples.rows().get(0).sample())),
                looked.placeProperty().get());
    }

    @Test
    void theWorstSamplesComeFirstWithWhatTheyWereTakenFor() {
        session.openNew(Digits.document(), "net");
        model.evaluate();
        model.chapterProperty().set(Optional.of(Chapter.SAMPLES));
        assertEquals(SamplesViewModel.SHOWN, samples.rows().size());
        SampleRow worst = samples.rows().get(0);
        assertEquals(1, worst.pictures().size());
        assertEquals(classes().classes().get(classes().choices()[worst.sample()]), worst.answer());
        samples.orderProperty().set(SamplesViewModel.place(SamplesViewModel.Order.LEAST_CERTAIN));
        float least = classes().margin(samples.rows().get(0).sample());
        assertTrue(least <= classes().margin(samples.rows().get(50).sample()));
    }

    @Test
    void anOutputIsProjectedWithAColourForEachClass() {
        session.openNew(Digits.document(), "net");
        model.evaluate();
        model.chapterProperty().set(Optional.of(Chapter.PROJECTION));
        assertEquals(List.of("image", "flat", "fc"), projection.outputs());
        assertEquals(Optional.of("flat"), projection.outputProperty().get());
        Plot plot = projection.plotProperty().get();
        assertEquals(10, plot.lines().size());
        int points = plot.lines().stream().mapToInt(line -> line.x().length).sum();
        assertEquals(model.evaluatedProperty().get().orElseThrow().evaluation().samples(), points);
        projection.choose("fc");
        assertFalse(plot.equals(projection.plotProperty().get()));
        projection.pick(0, 0);
        assertTrue(looked.placeProperty().get().isPresent());
    }

    @Test
    void anInputOfTwoNumbersHasABoundary() {
        session.openNew(
                Nets.net()
                        .block("x", new Input("features", List.of(2), 0, DType.FLOAT32))
                        .block("fc", new Linear(Size.AUTO, 3, true))
                        .block("loss", new CrossEntropyLoss())
                        .block("label", SampleData.IRIS.target())
                        .chain("x", "fc", "loss")
                        .wire("label", "loss", "target")
                        .document()
                        .withData(DataSettings.NONE.withSource(new DataSource.CsvFile(
                                Iris.TABLE.path(),
                                List.of("petal_length_cm", "petal_width_cm"),
                                "species",
                                TargetKind.CLASS))),
                "net");
        model.evaluate();
        model.chapterProperty().set(Optional.of(Chapter.BOUNDARY));
        BoundaryViewModel.Picture picture = boundary.pictureProperty().get().orElseThrow();
        assertEquals(Surface.Meaning.CLASSES, picture.surface().meaning());
        assertEquals(3, picture.surface().each());
        assertEquals(
                List.of("setosa", "versicolor", "virginica"),
                picture.points().orElseThrow().classes());
    }

    @Test
    void theNetworkOfPicturesHasAPadEvenWithoutData() {
        session.openNew(Digits.document().withData(DataSettings.NONE), "net");
        assertEquals(List.of(Chapter.DRAW), model.chapters());
        assertFalse(model.obstacleProperty().get().isEmpty());
        session.openNew(Digits.document(), "net");
        model.evaluate();
        model.chapterProperty().set(Optional.of(Chapter.CONFUSION));
        model.turnToPad();
        assertEquals(Optional.of(Chapter.DRAW), model.chapterProperty().get());
    }

    @Test
    void measurementsHaveNoPad() {
        session.openNew(Iris.DOCUMENT, "net");
        model.turnToPad();
        assertFalse(model.chapters().contains(Chapter.DRAW));
        assertEquals(Optional.empty(), model.chapterProperty().get());
    }
}
