package jimu.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jimu.engine.Net;
import jimu.engine.data.DataException;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Choice;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Select;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.BCEWithLogitsLoss;
import jimu.engine.layer.loss.ContrastiveLoss;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.loss.MSELoss;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import jimu.engine.train.Observed;
import jimu.engine.train.Observer;
import jimu.engine.train.Part;
import jimu.engine.train.Run;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import jimu.engine.train.TrainingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
    private static final int SAMPLES = 50;

    private final LoadedData data = Mixed.data(SAMPLES);

    @Test
    void lossAndMetricsAreThoseOfTheTraining() throws TrainingException {
        Choice sgd = new Choice("SGD", Map.of("lr", 0.1));
        Document document = two().document().withTraining(new TrainingSettings(1, 8, sgd, 1));
        Run run = Trainer.start(document, data, TrainOptions.with(Backends.all()));
        WeightSnapshot weights = run.await();
        List<TrainEvent> events = new ArrayList<>();
        run.drainEvents(events::add);
        TrainEvent.Finished end = (TrainEvent.Finished) events.get(events.size() - 1);
        Evaluator evaluator = new Evaluator(document, run.inference(), data, Backends.all());
        Evaluation evaluation =
                evaluator.evaluate(Part.TEST, weights, Progress.SILENT).orElseThrow();
        assertEquals(end.test(), Optional.of(evaluation.score()));
        assertEquals(Optional.of("first.accuracy"), evaluation.metric());
        assertEquals(
                List.of("first", "second"),
                evaluation.assessments().stream().map(Assessment::loss).toList());
    }

    @Test
    void classesAreCountedWithTheirProbabilitiesKept() {
        Evaluation evaluation =
                SampleLossTest.evaluate(SampleLossTest.classes(new CrossEntropyLoss(), SampleLossTest.label()), data);
        Classification classes = (Classification) evaluation.assessments().get(0);
        assertEquals(List.of("x", "y", "2"), classes.classes());
        assertEquals(SAMPLES, classes.confusion().total());
        assertEquals(evaluation.score().metric().orElseThrow(), classes.report().accuracy(), 1e-12);
        float sum = classes.probability(7, 0) + classes.probability(7, 1) + classes.probability(7, 2);
        assertEquals(1, sum, 1e-6);
        List<Integer> cell = classes.samples(0, classes.choices()[first(classes, 0)], SAMPLES);
        assertTrue(cell.contains(first(classes, 0)));
        assertTrue(cell.stream().allMatch(sample -> classes.truths()[sample] == 0));
        assertEquals(cell.size(), classes.confusion().count(0, classes.choices()[cell.get(0)]));
        assertTrue(classes.kept().plain());
    }

    private static int first(Classification classes, int truth) {
        return IntStream.range(0, SAMPLES)
                .filter(place -> classes.truths()[place] == truth)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void samplesAreRankedByLossAndByMargin() {
        Evaluation evaluation =
                SampleLossTest.evaluate(SampleLossTest.classes(new CrossEntropyLoss(), SampleLossTest.label()), data);
        Classification classes = (Classification) evaluation.assessments().get(0);
        List<Integer> worst = evaluation.worst(SAMPLES);
        List<Integer> doubtful = evaluation.leastCertain(SAMPLES);
        assertEquals(SAMPLES, worst.stream().collect(Collectors.toSet()).size());
        for (int i = 1; i < SAMPLES; i++) {
            assertTrue(evaluation.losses()[worst.get(i - 1)] >= evaluation.losses()[worst.get(i)]);
            assertTrue(classes.margin(doubtful.get(i - 1)) <= classes.margin(doubtful.get(i)));
        }
        assertEquals(worst.subList(0, 3), evaluation.worst(3));
        double p = classes.probability(worst.get(0), classes.truths()[worst.get(0)]);
        assertEquals(-Math.log(p), evaluation.losses()[worst.get(0)], 1e-5);
    }

    @Test
    void oneLogitChoosesBetweenTheTwoClassesOfItsTarget() {
        Evaluation evaluation = SampleLossTest.evaluate(binary("bit", List.of(1), 1), data);
        Classification classes = (Classification) evaluation.assessments().get(0);
        assertEquals(List.of("benign", "malignant"), classes.classes());
        assertTrue(classes.binary());
        assertEquals(evaluation.score().metric().orElseThrow(), classes.report().accuracy(), 1e-12);
        assertEquals(1, classes.probability(3, 0) + classes.probability(3, 1), 1e-6);
        assertEquals(2 * classes.confidence(3) - 1, classes.margin(3), 1e-6);
        assertEquals(classes.roc(0).area(), classes.roc(1).area(), 1e-9);
    }

    @Test
    void targetsBetweenNoAndYesAreNumbers() {
        Evaluation evaluation = SampleLossTest.evaluate(binary("chance", List.of(Mixed.LENGTH), Mixed.LENGTH), data);
        Regression numbers = (Regression) evaluation.assessments().get(0);
        assertEquals(3 * SAMPLES, numbers.kept().count());
        assertTrue(numbers.answers()[0] > 0 && numbers.answers()[0] < 1);
    }

    private static Net binary(String field, List<Integer> shape, int outputs) {
        return new Net()
                .add("a", SampleLossTest.input("a"))
                .then("fc", new Linear(Size.AUTO, outputs, true))
                .add("y", new Target(field, shape, 0, DType.FLOAT32))
                .add("loss", new BCEWithLogitsLoss(), "fc", "y");
    }

    @Test
    void numbersAreToldInTheUnitsOfTheData() {
        Net net = SampleLossTest.classes(new MSELoss(), SampleLossTest.field("units"));
        Evaluation evaluation = SampleLossTest.evaluate(net, data);
        Regression numbers = (Regression) evaluation.assessments().get(0);
        assertTrue(numbers.units());
        float[] truth = new float[Mixed.LENGTH];
        data.test().copy("units", 4, truth, 0);
        assertArrayEquals(truth, new float[] {numbers.truths()[12], numbers.truths()[13], numbers.truths()[14]}, 1e-6f);
        double squares = 0;
        for (int place = 0; place < numbers.answers().length; place++) {
            squares += numbers.residual(place) * numbers.residual(place);
        }
        assertEquals(Math.sqrt(squares / numbers.answers().length), numbers.rmse(), 1e-6);
        assertEquals(2 * evaluation.score().metric().orElseThrow(), numbers.rmse(), 1e-5);
        assertEquals(evaluation.score().further().getOrDefault("r2", 0.0), numbers.r2(), 1e-5);
    }

    @Test
    void pairsAreToldApartByTheLossesOwnThreshold() {
        Evaluation evaluation = SampleLossTest.evaluate(SampleLossTest.pairs(new ContrastiveLoss(), "similar"), data);
        Matching pairs = (Matching) evaluation.assessments().get(0);
        assertEquals(0.5, pairs.threshold());
        assertEquals(
                evaluation.score().metric().orElseThrow(), pairs.confusion().accuracy(), 1e-12);
        float[] label = new float[1];
        data.test().copy("similar", 9, label, 0);
        assertEquals(label[0] == 1, pairs.alike()[9]);
        assertEquals(
                SAMPLES,
                sum(pairs.distances(Matching.Side.ALIKE, 8)) + sum(pairs.distances(Matching.Side.DIFFERENT, 8)));
        assertEquals(SAMPLES, evaluation.leastCertain(SAMPLES).size());
    }

    private static long sum(Bins bins) {
        return IntStream.range(0, bins.counts().length)
                .mapToLong(i -> bins.counts()[i])
                .sum();
    }

    @Test
    void aTripletIsTwoPairs() {
        Matching pairs = (Matching) SampleLossTest.evaluate(SampleLossTest.triplets(), data)
                .assessments()
                .get(0);
        assertEquals(2 * SAMPLES, pairs.distances().length);
        assertTrue(pairs.alike()[0]);
        assertFalse(pairs.alike()[1]);
        assertEquals(24, pairs.kept().sample(49));
    }

    @Test
    void theBestThresholdDividesWhatCanBeDivided() {
        float[] distances = {0.2f, 0.9f, 0.3f, 0.8f, 0.4f};
        boolean[] alike = {true, false, true, false, true};
        assertEquals(0.6, Matching.best(distances, alike), 1e-6);
    }

    @Test
    void aSeriesIsToldInItsOrderAndUnits(@TempDir Path folder) throws IOException, DataException {
        Path file = folder.resolve("line.csv");
        Files.writeString(
                file,
                "v\n" + IntStream.range(0, 60).mapToObj(i -> 10 + 2 * i + "\n").collect(Collectors.joining()));
        DataSource.Series source =
                new DataSource.Series(file.toString(), List.of(), "v", 4, 1, 1, DataSource.Gaps.INTERPOLATE);
        DataSettings settings = DataSettings.NONE.withSource(source).withFractions(0.2, 0.2);
        Net net = new Net()
                .add("x", new Input("sequence", List.of(4, 1), 0, DType.FLOAT32))
                .then("last", new Select(1, -1))
                .add("y", new Target("next", List.of(1), 0, DType.FLOAT32))
                .add("loss", new MSELoss(), "last", "y");
        LoadedData series = DataLoader.load(settings);
        Regression numbers =
                (Regression) SampleLossTest.evaluate(net, series).assessments().get(0);
        Forecast forecast = numbers.forecast().orElseThrow();
        assertEquals(48, forecast.first());
        assertEquals(52, forecast.rows()[0]);
        assertEquals(12, forecast.actual().length);
        assertEquals(10 + 2 * 48, forecast.actual()[0]);
        assertEquals(10 + 2 * 51, forecast.at(0, 0), 1e-3);
        assertEquals(2, numbers.mae(), 1e-3);
    }

    @Test
    void anEvaluationCanBeCancelledBetweenBatches() {
        Net net = SampleLossTest.classes(new CrossEntropyLoss(), SampleLossTest.label());
        Document document =
                net.document().withTraining(net.document().training().withBatchSize(8));
        Inference inference = ShapeInference.infer(document);
        List<Integer> asked = new ArrayList<>();
        Optional<Evaluation> found = new Evaluator(document, inference, data, Backends.all())
                .evaluate(Part.TEST, WeightSnapshot.initial(inference, 1), (done, of) -> {
                    asked.add(done);
                    return done < 16;
                });
        assertEquals(Optional.empty(), found);
        assertEquals(List.of(0, 8, 16), asked);
    }

    @Test
    void aPartWithoutSamplesIsRefused() {
        Net net = SampleLossTest.classes(new CrossEntropyLoss(), SampleLossTest.label());
        Evaluator evaluator = new Evaluator(net.document(), net.infer(), data, Backends.all());
        WeightSnapshot weights = WeightSnapshot.initial(net.infer(), 1);
        assertThrows(
                IllegalArgumentException.class, () -> evaluator.evaluate(Part.VALIDATION, weights, Progress.SILENT));
    }

    @Test
    void ofVeryManyAnswersSomeAreKept() {
        Kept kept = Kept.of(1000, 784, 100_000);
        assertEquals(8, kept.stride());
        assertEquals(98_000, kept.count());
        assertEquals(1, kept.sample(98));
        assertEquals(0, kept.answer(98));
        assertEquals(98, kept.place(1, 0));
        assertEquals(-1, kept.place(1, 1));
    }

    @Test
    void anOutputIsProjectedWithTheClassesOfItsSamples() {
        Net net = SampleLossTest.classes(new CrossEntropyLoss(), SampleLossTest.label());
        Inference inference = net.infer();
        WeightSnapshot weights = WeightSnapshot.initial(inference, 1);
        Endpoint output = new Endpoint("fc", "output");
        Projection projection = Projection.of(
                        inference, output, weights, data.test(), data.preprocessing(), Backends.all(), Progress.SILENT)
                .orElseThrow();
        assertEquals(List.of("benign", "malignant"), projection.classes());
        assertEquals(SAMPLES, projection.samples().length);
        Observed one = Observer.observe(
                inference, Set.of(output), weights, Backends.all(), data.test(), data.preprocessing(), 1);
        Observed other = Observer.observe(
                inference, Set.of(output), weights, Backends.all(), data.test(), data.preprocessing(), 2);
        double distance = 0;
        for (int i = 0; i < Mixed.LENGTH; i++) {
            double step = numbers(one, output)[i] - numbers(other, output)[i];
            distance += step * step;
        }
        double dx = projection.components().x()[1] - projection.components().x()[2];
        double dy = projection.components().y()[1] - projection.components().y()[2];
        assertTrue(Math.hypot(dx, dy) <= Math.sqrt(distance) + 1e-5);
        assertTrue(projection.components().first() >= projection.components().second());
    }

    private static float[] numbers(Observed observed, Endpoint output) {
        return Optional.ofNullable(observed.values().get(output)).orElseThrow().numbers();
    }

    /** Two losses on one input. */
    private static Net two() {
        return new Net()
                .add("a", SampleLossTest.input("a"))
                .then("fc1", new Linear(Size.AUTO, Mixed.LENGTH, true))
                .add("y", SampleLossTest.label())
                .add("first", new CrossEntropyLoss(), "fc1", "y")
                .add("fc2", new Linear(Size.AUTO, Mixed.LENGTH, true), "a")
                .add("z", SampleLossTest.field("b"))
                .add("second", new MSELoss(), "fc2", "z");
    }
}
