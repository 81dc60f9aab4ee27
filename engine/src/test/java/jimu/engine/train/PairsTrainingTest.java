package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.Net;
import jimu.engine.data.DataLoader;
import jimu.engine.graph.Choice;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.graph.Sampling;
import jimu.engine.graph.TargetKind;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.ContrastiveLoss;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;
import jimu.engine.train.TrainEvent.EpochEnded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A network of two inputs with shared weights on pairs of digits. */
@Timeout(120)
class PairsTrainingTest {
    private static final DataSettings DIGITS = DataSettings.NONE
            .withSource(new DataSource.CsvFile(
                    Path.of("../samples/datasets/tabular/digits8x8.csv")
                            .toAbsolutePath()
                            .normalize()
                            .toString(),
                    List.of(),
                    "digit",
                    TargetKind.CLASS,
                    Optional.of(IntPair.of(8))))
            .withSampling(Sampling.PAIRS);

    @Test
    void eachEpochHasNewPairsAndValidationAlwaysTheSame() throws Exception {
        List<EpochEnded> epochs = epochs(1e-12);
        double first = epochs.get(0).training().loss();
        double second = epochs.get(1).training().loss();
        assertTrue(Math.abs(first - second) > 1e-4, first + " and " + second);
        assertEquals(
                epochs.get(0).validation().orElseThrow().loss(),
                epochs.get(1).validation().orElseThrow().loss(),
                1e-6);
    }

    @Test
    void theSameSeedGivesTheSameNumbersAndTheLossFalls() throws Exception {
        List<EpochEnded> one = epochs(0.01);
        List<EpochEnded> other = epochs(0.01);
        for (int epoch = 0; epoch < 2; epoch++) {
            assertEquals(one.get(epoch).training(), other.get(epoch).training());
        }
        assertTrue(one.get(1).training().loss() < 0.8 * one.get(0).training().loss());
    }

    private static List<EpochEnded> epochs(double rate) throws Exception {
        Linear embedding = new Linear(Size.AUTO, 4, true);
        Document document = new Net()
                .add("one", new Input("image1", List.of(64), 0, DType.FLOAT32))
                .add("other", new Input("image2", List.of(64), 0, DType.FLOAT32))
                .add("fc", embedding, "one")
                .sharing("same", embedding, "fc", "other")
                .add("similar", new Target("similar", List.of(), 0, DType.FLOAT32))
                .add("loss", new ContrastiveLoss(), "fc", "same", "similar")
                .document()
                .withTraining(new TrainingSettings(2, 32, new Choice("SGD", Map.of("lr", rate)), 1));
        Run run = Trainer.start(document, DataLoader.load(DIGITS), TrainOptions.with(Backends.all()));
        run.await();
        List<EpochEnded> epochs = new ArrayList<>();
        run.drainEvents(event -> {
            if (event instanceof EpochEnded ended) {
                epochs.add(ended);
            }
        });
        return epochs;
    }
}
