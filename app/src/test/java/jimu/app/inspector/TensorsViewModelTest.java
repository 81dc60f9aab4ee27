package jimu.app.inspector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.fx.HeldBackground;
import jimu.app.fx.form.FormEntry;
import jimu.app.session.CurrentRun;
import jimu.app.session.DrawnPicture;
import jimu.app.session.Iris;
import jimu.app.session.LoadedWeights;
import jimu.app.session.LookedAt;
import jimu.app.session.OpenData;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.data.Field;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.infer.ShapeInference;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import jimu.engine.train.Part;
import jimu.engine.train.Run;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import jimu.engine.train.TrainingException;
import org.junit.jupiter.api.Test;

class TensorsViewModelTest {
    private final HeldBackground background = new HeldBackground();
    private final Session session = new Session();
    private final HandPump pump = new HandPump();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final CurrentRun run = new CurrentRun(session, pump);
    private final LookedAt looked = new LookedAt();
    private final TensorsViewModel model =
            new TensorsViewModel(session, data, run, looked, background, Backends.reference());

    private void open(Document document, String block) {
        session.openNew(document, "net");
        model.showingProperty().set(true);
        session.select(Selection.of(block));
    }

    private void choose(String label) {
        model.choices().stream().filter(choice -> choice.label().equals(label)).forEach(model::choose);
    }

    private TensorReading reading() {
        return ((TensorState.Shown) model.stateProperty().get()).reading();
    }

    private String missing() {
        return ((TensorState.Missing) model.stateProperty().get()).sentence();
    }

    private FormEntry sample(String name) {
        return model.sample().stream()
                .filter(entry -> entry.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> labels() {
        return model.choices().stream().map(TensorChoice::label).toList();
    }

    private Run train() throws TrainingException {
        Run begun = Trainer.startPaused(
                session.present(), data.loaded().orElseThrow(), TrainOptions.with(Backends.reference()));
        run.begin(begun);
        return begun;
    }

    @Test
    void withNothingSelectedItSaysWhatToDo() {
        session.openNew(Iris.DOCUMENT, "net");
        model.showingProperty().set(true);
        assertEquals("Select a block to see its weights, and what comes out of it for a sample.", missing());
        session.select(Selection.allOf(Iris.DOCUMENT.graph()));
        assertEquals("Select a single block or wire to see its tensors.", missing());
    }

    @Test
    void beforeAnyTrainingTheSeededFirstWeightsAreShown() {
        open(Iris.DOCUMENT, "fc1");
        assertEquals(List.of("weight", "bias", "output"), labels());
        assertEquals(TensorShape.of(8, 4), reading().shape());
        assertArrayEquals(
                Objects.requireNonNull(WeightSnapshot.initial(ShapeInference.infer(Iris.DOCUMENT), 1)
                                .arrays()
                                .get("fc1.weight"))
                        .values(),
                reading().numbers());
        assertEquals("First values (seed 1), not trained yet.", reading().origin());
    }

    @Test
    void weightsAndOutputsFollowTheWeightsOfAnEarlierRun() {
        open(Iris.DOCUMENT, "fc1");
        WeightSnapshot other = WeightSnapshot.initial(ShapeInference.infer(Iris.DOCUMENT), 2);
        LoadedWeights loaded = new LoadedWeights(
                "run 1", other, Optional.of(data.loaded().orElseThrow().preprocessing()));
        run.use(loaded);
        assertArrayEquals(
                Objects.requireNonNull(other.arrays().get("fc1.weight")).values(),
                reading().numbers());
        choose("output");
        float[] earlier = reading().numbers();
        run.useOwn();
        assertFalse(java.util.Arrays.equals(earlier, reading().numbers()));
        run.use(loaded);
        assertArrayEquals(earlier, reading().numbers());
    }

    @Test
    void aNetworkThatDoesNotFitSaysSoInASentence() {
        open(Iris.DOCUMENT, "fc1");
        session.apply(new Edit.SetParameter("fc1", "out_features", 300_000_000L));
        for (String label : List.of("weight", "output")) {
            choose(label);
            assertEquals(
                    "The numbers cannot be computed: Java's memory does not suffice for this; make the batch or the"
                            + " model smaller, or give more with JAVA_OPTS=-Xmx8g.",
                    missing());
        }
    }

    @Test
    void outputsAreObservedForTheSampleChosen() {
        open(Iris.DOCUMENT, "fc1");
        choose("output");
        assertEquals(TensorShape.of(8), reading().shape());
        float[] before = reading().numbers();
        session.select(Selection.of("relu"));
        float[] after = reading().numbers();
        for (int i = 0; i < before.length; i++) {
            assertEquals(Math.max(0, before[i]), after[i], 1e-6);
        }
        sample("sample").set(3L);
        assertFalse(java.util.Arrays.equals(after, reading().numbers()));
        sample("part").set("test");
        assertEquals(data.loaded().orElseThrow().test().size(), model.samples());
    }

    @Test
    void aSampleThatWasAskedForElsewhereIsShown() {
        open(Iris.DOCUMENT, "features");
        looked.look(Part.TEST, 7);
        float[] asked = new float[4];
        data.loaded().orElseThrow().test().copy("features", 7, asked, 0);
        assertEquals(data.loaded().orElseThrow().test().size(), model.samples());
        assertEquals(7L, sample("sample").value());
        assertTrue(reading().sample().orElseThrow().lines().get(0).startsWith("features: "));
    }

    @Test
    void whatWasDrawnTakesThePlaceOfASampleUntilAnotherIsChosen() {
        open(Iris.DOCUMENT, "features");
        float[] before = reading().numbers();
        Field field = data.loaded().orElseThrow().train().field("features");
        looked.draw(new DrawnPicture(field, new float[] {1, 2, 3, 4}));
        assertFalse(java.util.Arrays.equals(before, reading().numbers()));
        assertEquals(
                List.of("features: 1.000, 2.000, 3.000, 4.000"),
                reading().sample().orElseThrow().lines());
        session.select(Selection.of("label"));
        assertEquals(DType.INT32, reading().dtype());
        session.select(Selection.of("features"));
        sample("sample").set(0L);
        assertEquals(Optional.empty(), looked.drawnProperty().get());
        assertArrayEquals(before, reading().numbers());
    }

    @Test
    void whatWasDrawnNeedsNoData() {
        open(Iris.DOCUMENT.withData(DataSettings.NONE), "features");
        assertTrue(model.stateProperty().get() instanceof TensorState.Missing);
        Field field = new Field("features", new TensorType(DType.FLOAT32, TensorShape.of(4)), List.of());
        looked.draw(new DrawnPicture(field, new float[] {1, 2, 3, 4}));
        assertArrayEquals(new float[] {1, 2, 3, 4}, reading().numbers());
    }

    @Test
    void anInputShowsItsSampleAndATargetItsClass() {
        open(Iris.DOCUMENT, "features");
        assertEquals(TensorShape.of(4), reading().shape());
        assertEquals("The sample as it enters the network.", reading().origin());
        List<String> lines = reading().sample().orElseThrow().lines();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).startsWith("features: "));
        session.select(Selection.of("label"));
        assertEquals(DType.INT32, reading().dtype());
        assertEquals(TensorShape.SCALAR, reading().shape());
        int kind = (int) reading().numbers()[0];
        assertEquals(
                "label: "
                        + data.loaded().orElseThrow().fields().get(1).classes().get(kind),
                lines.get(1));
    }

    @Test
    void aWireShowsWhatFlowsAlongIt() {
        open(Iris.DOCUMENT, "fc1");
        session.select(Selection.of(Link.of("fc1", "output", "relu", "input")));
        assertEquals(List.of("output"), labels());
        assertEquals(TensorShape.of(8), reading().shape());
    }

    @Test
    void withoutDataOutputsSayWhereToChooseSome() {
        open(Iris.DOCUMENT.withData(DataSettings.NONE), "relu");
        assertEquals(
                "What comes out of a block is shown for a sample, and no data are chosen. Choose some in the Data tab.",
                missing());
        session.select(Selection.of("fc1"));
        assertEquals(TensorShape.of(8, 4), reading().shape());
    }

    @Test
    void dataThatDoNotFitAreToldWithTheCure() {
        open(Iris.DOCUMENT, "features");
        session.apply(new Edit.SetParameter("features", "shape", List.of(5L)));
        assertTrue(missing().contains("iris"), missing());
    }

    @Test
    void aProblemBeforeTheBlockIsTold() {
        open(Iris.DOCUMENT, "fc2");
        session.apply(new Edit.SetParameter("fc1", "in_features", 7L));
        assertTrue(missing().startsWith("Nothing is known here before this is mended: Linear \"fc1\" is pinned to 7"));
        session.select(Selection.of("fc1"));
        assertTrue(missing().startsWith("Linear \"fc1\" is pinned to 7"));
    }

    @Test
    void duringARunTheCurrentWeightsAreShown() throws TrainingException, InterruptedException {
        open(Iris.DOCUMENT, "fc1");
        float[] first = reading().numbers();
        Run begun = train();
        begun.step();
        pump.pulseUntil(() -> reading().origin().equals("Weights of the run after step 1."));
        assertFalse(java.util.Arrays.equals(first, reading().numbers()));
        choose("output");
        assertEquals("Weights of the run after step 1.", reading().origin());
        begun.stop();
        pump.pulseToTheEnd();
        choose("weight");
        assertArrayEquals(
                Objects.requireNonNull(begun.await().arrays().get("fc1.weight")).values(),
                reading().numbers());
    }

    @Test
    void afterAnEditTrainedWeightsStayWhereTheyFit() throws TrainingException, InterruptedException {
        open(Iris.DOCUMENT, "fc1");
        Run begun = train();
        begun.step();
        pump.pulseUntil(() -> reading().origin().startsWith("Weights of the run"));
        begun.stop();
        pump.pulseToTheEnd();
        session.apply(new Edit.SetParameter("fc2", "out_features", 5L));
        assertTrue(reading().origin().startsWith("Weights of the run"));
        session.select(Selection.of("fc2"));
        assertTrue(reading().origin().startsWith("First values"));
        choose("output");
        assertEquals(TensorShape.of(5), reading().shape());
    }

    @Test
    void nothingIsComputedAgainWhileNothingChanges() throws TrainingException, InterruptedException {
        open(Iris.DOCUMENT, "relu");
        int once = background.works();
        session.apply(new Edit.Move(Map.of("relu", new Position(5, 5))));
        session.undo();
        assertEquals(once, background.works());
        Run begun = train();
        int paused = background.works();
        for (int i = 0; i < 3; i++) {
            Thread.sleep(510);
            pump.pulse();
        }
        assertEquals(paused, background.works());
        begun.stop();
        pump.pulseToTheEnd();
    }

    @Test
    void nothingIsComputedWhileNobodyLooks() {
        session.openNew(Iris.DOCUMENT, "net");
        session.select(Selection.of("fc1"));
        assertEquals(0, background.works());
        model.showingProperty().set(true);
        assertEquals(1, background.works());
    }

    @Test
    void theKindChosenLastIsKept() {
        open(Iris.DOCUMENT, "fc1");
        choose("bias");
        session.select(Selection.of("fc2"));
        assertEquals(Optional.of("bias"), model.choiceProperty().get().map(TensorChoice::label));
    }
}
