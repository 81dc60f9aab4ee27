package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import jimu.engine.Net;
import jimu.engine.data.Dataset;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.data.SampleOrder;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.LeakyReLU;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.Sigmoid;
import jimu.engine.layer.activation.Tanh;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.norm.BatchNorm2d;
import jimu.engine.layer.pool.MaxPool2d;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.runtime.Backends;
import jimu.engine.tensor.Memory;
import jimu.engine.train.TrainEvent.EpochEnded;
import jimu.engine.train.TrainEvent.Score;
import jimu.engine.train.optimizer.Adam;
import jimu.engine.train.optimizer.Optimizer;
import jimu.engine.train.optimizer.SGD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Networks that show one illness each, and sound ones that must show none. */
@Timeout(240)
class CheckupTest {
    private static final int BATCH = 20;

    @Test
    void unitsThatAreZeroForAllSamplesAreDead() {
        Trial trial = new Trial(Stripes.net(new Flatten(), linear(20), new ReLU()), new Adam());
        trial.set("linear.bias", -50f);
        Finding dead = single(trial.after(60));
        assertEquals("health.dead", dead.problem().key());
        assertEquals("relu", dead.path());
        assertEquals(List.of("20", "20", "40"), dead.problem().arguments());
        assertTrue(dead.message().startsWith("ReLU \"relu\" is dead: 20 of its 20 units gave 0 for all of 40 samples"));
    }

    @Test
    void aChannelThatIsZeroEverywhereIsADeadUnit() {
        Trial trial = new Trial(Stripes.net(new Conv2d(), new ReLU(), new Flatten()), new Adam());
        trial.set("conv2d.bias", -50f);
        assertEquals("health.dead", single(trial.after(60)).problem().key());
    }

    @Test
    void tanhAtTheEndsOfItsRangeIsSaturated() {
        Trial trial = new Trial(Stripes.net(new Flatten(), linear(20), new Tanh()), new Adam());
        trial.scale("linear.weight", 100);
        assertTrue(keys(trial.after(60)).contains("health.saturated tanh"), () -> keys(trial.after(1)) + "");
    }

    @Test
    void gradientsVanishInADeepNetworkOfSigmoids() {
        Net net = new Net().add("x", Net.input(1, 6, 6)).then("flat", new Flatten());
        for (int i = 0; i < 9; i++) {
            net.then("fc" + i, linear(16)).then("act" + i, new Sigmoid());
        }
        Trial trial = new Trial(end(net), new Adam());
        assertTrue(keys(trial.after(60)).contains("health.vanishing fc0"), () -> keys(trial.after(1)) + "");
    }

    @Test
    void gradientsExplodeThroughLayersOfLargeWeights() {
        Net net = new Net().add("x", Net.input(1, 6, 6)).then("flat", new Flatten());
        for (int i = 0; i < 6; i++) {
            net.then("fc" + i, linear(16));
        }
        Trial trial = new Trial(end(net), new SGD());
        trial.rate = 1e-30;
        for (int i = 1; i < 6; i++) {
            trial.scale("fc" + i + ".weight", 3);
        }
        trial.scale("fc0.weight", 1e-4f);
        List<String> keys = keys(trial.after(60));
        assertTrue(keys.contains("health.exploding fc0"), keys::toString);
    }

    @Test
    void weightsThatRoundingHoldsFastAreStill() {
        Trial trial = new Trial(Stripes.net(new Flatten(), linear(20), new Tanh()), new SGD());
        trial.rate = 1e-9;
        assertEquals(List.of("health.still linear", "health.still fc"), keys(trial.after(160)));
    }

    @Test
    void aLossThatDoesNotFallIsToldAtTheLoss() {
        Trial trial = new Trial(Stripes.net(new Flatten(), linear(20), new Tanh()), new SGD());
        trial.rate = 1e-6;
        assertTrue(keys(trial.after(320)).contains("health.plateau loss"), () -> keys(trial.after(1)) + "");
    }

    @Test
    void whatGoesOnFromAnEarlierRunNeedNotFallOnceMore() {
        Trial trial = new Trial(Stripes.net(new Flatten(), linear(20), new Tanh()), new SGD());
        trial.rate = 1e-6;
        trial.goOnAfter(1000);
        assertFalse(keys(trial.after(320)).contains("health.plateau loss"), () -> keys(trial.after(1)) + "");
    }

    @Test
    void soundNetworksShowNothing() {
        assertEquals(
                List.of(), keys(new Trial(Stripes.net(new Flatten(), linear(20), new ReLU()), new Adam()).after(500)));
        assertEquals(
                List.of(),
                keys(new Trial(Stripes.net(new Flatten(), linear(20), new Sigmoid()), new Adam()).after(500)));
        assertEquals(
                List.of(),
                keys(new Trial(
                                Stripes.net(
                                        new Conv2d(),
                                        new BatchNorm2d(),
                                        new LeakyReLU(),
                                        new MaxPool2d(),
                                        new Flatten()),
                                new Adam())
                        .after(500)));
    }

    @Test
    void whatIsNoLongerTrueIsNoLongerTold() {
        Trial trial = new Trial(Stripes.net(new Flatten(), linear(20), new ReLU()), new Adam());
        trial.set("linear.bias", -50f);
        assertEquals(List.of("health.dead relu"), keys(trial.after(60)));
        trial.set("linear.bias", 0f);
        assertEquals(List.of(), keys(trial.after(40)));
    }

    @Test
    void aSymptomThatIsSeenOnceDoesNotCount() {
        Trial trial = new Trial(Stripes.net(new Flatten(), linear(20), new ReLU()), new Adam());
        trial.set("linear.bias", -50f);
        assertEquals(List.of(), keys(trial.after(20)));
    }

    @Test
    void aRisingLossOnTheValidationPartWhileTrainingGoesOnIsOverfitting() {
        Checkup checkup =
                new Checkup(Stripes.net(new Flatten()).infer(), Stripes.data(), Backends.all(), new StepRing());
        double[][] losses = {{1, 1}, {0.6, 0.7}, {0.4, 0.78}, {0.3, 0.8}, {0.25, 0.82}, {0.22, 0.85}};
        for (int epoch = 0; epoch < losses.length; epoch++) {
            assertEquals(Optional.empty(), checkup.look(ended(epoch + 1, losses[epoch])));
        }
        Finding finding = single(checkup.look(ended(7, 0.2, 0.9)).orElseThrow());
        assertEquals("health.overfitting", finding.problem().key());
        assertEquals("loss", finding.path());
        assertEquals(Optional.of(List.of()), checkup.look(ended(8, 0.2, 0.6)));
    }

    @Test
    void aNoisyValidationPartIsNoOverfitting() {
        Checkup checkup =
                new Checkup(Stripes.net(new Flatten()).infer(), Stripes.data(), Backends.all(), new StepRing());
        double[][] losses = {
            {0.06, 0.0106},
            {0.011, 0.0116},
            {0.011, 0.0134},
            {0.011, 0.0115},
            {0.011, 0.0127},
            {0.01, 0.0112},
            {0.01, 0.0131},
            {0.01, 0.0118}
        };
        for (int epoch = 0; epoch < losses.length; epoch++) {
            assertEquals(Optional.empty(), checkup.look(ended(epoch + 1, losses[epoch])));
        }
    }

    private static EpochEnded ended(int epoch, double... losses) {
        return new EpochEnded(
                epoch,
                epoch,
                new Score(losses[0], OptionalDouble.empty()),
                Optional.of(new Score(losses[1], OptionalDouble.empty())),
                1);
    }

    private static Linear linear(int features) {
        return new Linear(Size.AUTO, features, true);
    }

    private static Net end(Net net) {
        return net.then("fc", linear(3)).add("y", Net.label()).add("loss", new CrossEntropyLoss(), "fc", "y");
    }

    private static Finding single(List<Finding> findings) {
        assertEquals(1, findings.size(), () -> keys(findings).toString());
        return findings.get(0);
    }

    private static List<String> keys(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.problem().key() + " " + finding.path())
                .toList();
    }

    /** A network that is trained by hand, with a look every 20 steps. */
    private static final class Trial {
        private final Inference inference;
        private final Optimizer optimizer;
        private WeightSnapshot weights;
        private final StepRing ring = new StepRing();
        private final LoadedData data;
        private final Checkup checkup;
        private List<Finding> told = List.of();
        private long step;
        double rate = 0;

        Trial(Net net, Optimizer optimizer) {
            inference = net.infer();
            this.optimizer = optimizer;
            Dataset some = new Stripes(400, 1);
            data = new LoadedData("stripes", some.fields(), new Stripes(40, 1), some, some, Preprocessing.NONE);
            checkup = new Checkup(inference, data, Backends.all(), ring);
            weights = WeightSnapshot.initial(inference, 1);
        }

        /** Goes on from where an earlier run was after so many steps. */
        void goOnAfter(long steps) {
            step = steps;
            ring.startAfter(steps);
        }

        /** Sets all numbers of a parameter. */
        void set(String parameter, float value) {
            change(parameter, old -> value);
        }

        void scale(String parameter, float factor) {
            change(parameter, old -> factor * old);
        }

        private void change(String parameter, UnaryOperator<Float> change) {
            Map<String, Weight> arrays = new LinkedHashMap<>(weights.arrays());
            arrays.computeIfPresent(parameter, (name, weight) -> {
                float[] all = weight.values().clone();
                for (int i = 0; i < all.length; i++) {
                    all[i] = change.apply(all[i]);
                }
                return new Weight(weight.shape(), all, weight.kind());
            });
            weights = new WeightSnapshot(arrays);
        }

        /** What there is to say after so many steps more. */
        List<Finding> after(int steps) {
            try (Network network =
                    new Network(inference, data, Backends.all(), Map.of(), 1, new Memory(), () -> false)) {
                network.weights().keep(weights);
                Updater updater = new Updater(optimizer, Optional.empty(), network.weights(), network.steps());
                Pass pass = network.training(BATCH);
                Batches batches = new Batches(data.train(), SampleOrder.sequential(40));
                for (int i = 0; i < steps; i++) {
                    step++;
                    pass.read(batches, (int) (step % 2) * BATCH);
                    pass.forward(step);
                    pass.backward();
                    double norm = updater.measure();
                    Optimizer now = rate == 0 ? optimizer : optimizer.withLr(rate);
                    updater.update(now, step);
                    network.parametersChanged();
                    ring.add((float) pass.loss(), 0, (float) now.lr(), (float) norm);
                    if (step % 20 == 0) {
                        checkup.look(network.weights(), step).ifPresent(findings -> told = findings);
                    }
                }
                weights = network.weights().snapshot();
            }
            return told;
        }
    }
}
