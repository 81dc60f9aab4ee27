package jimu.engine.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.Net;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.MSELoss;
import jimu.engine.layer.norm.LayerNorm;
import jimu.engine.layer.pool.MaxPool2d;
import jimu.engine.train.Points;
import org.junit.jupiter.api.Test;

class KnobsTest {
    private static final Document POINTS = Points.document(3, 5);

    private static Document deep() {
        Net inside = new Net().add("fc", new Linear(Size.AUTO, 8, true)).then("relu", new ReLU());
        return new Net()
                .define("Block", inside, "fc", "relu")
                .add("x", Net.input(4))
                .thenUse("stage", "Block", 2)
                .then("out", new Linear(Size.AUTO, 2, true))
                .document();
    }

    @Test
    void trainingComesFirstThenBlocksWithoutInputsAndTargets() {
        List<String> names = Knobs.of(POINTS).stream().map(Knob::name).toList();
        assertEquals(List.of("epochs", "batch_size", "seed", "optimizer", "optimizer.lr"), names.subList(0, 5));
        assertTrue(names.contains("fc1.out_features"), names.toString());
        assertTrue(names.contains("drop.p"), names.toString());
        assertTrue(names.stream().noneMatch(name -> name.startsWith("x.") || name.startsWith("y.")), names.toString());
    }

    @Test
    void sizesOfWhatComesInFollowAndOthersDoNot() throws Exception {
        assertTrue(Knobs.find(deep(), "stage.fc.in_features").isFollowing());
        assertFalse(Knobs.find(deep(), "stage.fc.out_features").isFollowing());
        Document pooled = new Net()
                .add("x", Net.input(1, 8, 8))
                .then("pool", new MaxPool2d())
                .then("norm", new LayerNorm())
                .document();
        assertFalse(Knobs.find(pooled, "pool.stride").isFollowing());
        assertTrue(Knobs.find(pooled, "norm.normalized_shape").isFollowing());
    }

    @Test
    void theOptimisersParametersNeedNoPrefix() throws Exception {
        Knob rate = Knobs.find(POINTS, "lr");
        assertEquals("optimizer.lr", rate.name());
        assertEquals(0.1, rate.value());
        assertEquals(
                new Choice("SGD", Map.of("lr", 0.5, "momentum", 0.5)),
                rate.set(POINTS, 0.5).training().optimizer());
    }

    @Test
    void anotherOptimiserKeepsTheArgumentsThatItHasToo() throws Exception {
        assertEquals(
                new Choice("Adam", Map.of("lr", 0.1)),
                Knobs.find(POINTS, "optimizer").set(POINTS, "Adam").training().optimizer());
    }

    @Test
    void aScheduleIsChosenOrTakenAway() throws Exception {
        Knob schedule = Knobs.find(POINTS, "schedule");
        assertEquals("none", schedule.value());
        Document scheduled = schedule.set(POINTS, "CosineAnnealingLR");
        assertEquals(
                Optional.of(Choice.of("CosineAnnealingLR")),
                scheduled.training().schedule());
        assertEquals(
                Optional.empty(), schedule.set(scheduled, "none").training().schedule());
    }

    @Test
    void aParameterOfAnotherOptimiserIsFoundButDoesNotGoWithThisOne() throws Exception {
        Knob beta = Knobs.find(POINTS, "optimizer.betas");
        ParameterException refused = assertThrows(ParameterException.class, () -> beta.set(POINTS, List.of(0.8, 0.9)));
        assertTrue(String.valueOf(refused.getMessage()).contains("SGD"), String.valueOf(refused.getMessage()));
    }

    @Test
    void blocksInAGroupAreSetForAllItsUses() throws Exception {
        Knob size = Knobs.find(deep(), "stage.0.fc.out_features");
        assertEquals("stage.fc.out_features", size.name());
        assertEquals("stage.fc", size.owner());
        Document changed = size.set(deep(), 16L);
        Content content =
                changed.requireDefinition("Block").graph().require("fc").content();
        assertEquals(new Content.Of(new Linear(Size.AUTO, 16, true)), content);
        assertEquals(deep().graph(), changed.graph());
    }

    @Test
    void aGroupCanBeRepeatedMoreOften() throws Exception {
        Knob repeat = Knobs.find(deep(), "stage.repeat");
        assertEquals(2L, repeat.value());
        assertEquals(
                new Content.Use("Block", 3),
                repeat.set(deep(), 3L).graph().require("stage").content());
        assertThrows(ParameterException.class, () -> repeat.set(deep(), 0L));
    }

    @Test
    void severalLossesHaveWeights() throws Exception {
        Document two = Points.net().add("other", new MSELoss(), "fc1", "fc2").document();
        Document changed = Knobs.find(two, "loss_weights.other").set(two, 0.25);
        assertEquals(Map.of("other", 0.25), changed.training().lossWeights());
    }

    @Test
    void whatIsUnknownIsAnsweredWithWhatThereIs() {
        SweepException refused = assertThrows(SweepException.class, () -> Knobs.find(POINTS, "fc1.features"));
        assertEquals(
                "There is no parameter fc1.features to sweep; there are fc1.in_features, fc1.out_features, fc1.bias.",
                String.valueOf(refused.getMessage()));
    }
}
