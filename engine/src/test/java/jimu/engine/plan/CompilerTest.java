package jimu.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.Net;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.norm.BatchNorm2d;
import jimu.engine.layer.norm.Dropout;
import jimu.engine.op.BatchNormalization;
import jimu.engine.op.Reshape;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;

class CompilerTest {
    private static final Endpoint FC = new Endpoint("fc", "output");

    private static final Net NET = new Net()
            .add("x", Net.input(1, 6, 6))
            .then("conv", new Conv2d())
            .then("bn", new BatchNorm2d())
            .then("drop", new Dropout())
            .then("flat", new Flatten())
            .then("fc", new Linear())
            .add("corner", new Linear(Size.of(3), 1, true), "x")
            .add("aside", new ReLU(), "x");

    @Test
    void operationsStandInOrderOverNumberedValues() {
        Plan plan = compile(Mode.TRAIN, 2);
        assertEquals(
                List.of(
                        "conv Convolution [0, 1, 2] → [3]",
                        "bn BatchNormalization [3, 4, 5, 6, 7] → [8]",
                        "drop RandomDrop [8] → [9]",
                        "flat Reshape [9] → [10]",
                        "fc InnerProduct [10, 11, 12] → [13]"),
                words(plan));
        assertEquals(
                List.of(
                        "conv.weight",
                        "conv.bias",
                        "bn.weight",
                        "bn.bias",
                        "bn.running_mean",
                        "bn.running_var",
                        "fc.weight",
                        "fc.bias"),
                List.copyOf(plan.parameters().keySet()));
        assertEquals(Map.of("x", new Plan.Entry("x", 0)), plan.sources());
        assertEquals(13, plan.output(FC));
    }

    @Test
    void theBatchSizeFixesAllTypes() {
        assertEquals(
                TensorType.float32(2, 1, 6, 6), compile(Mode.TRAIN, 2).values().get(0));
        assertEquals(TensorType.float32(7, 10), compile(Mode.TRAIN, 7).values().get(13));
        assertEquals(
                new Reshape(TensorShape.of(7, 256)),
                compile(Mode.TRAIN, 7).steps().get(3).op());
    }

    @Test
    void inEvaluationDropoutIsGoneAndNormalisationUsesRunningStatistics() {
        Plan plan = compile(Mode.EVAL, 2);
        assertEquals(
                List.of(
                        "conv Convolution [0, 1, 2] → [3]",
                        "bn BatchNormalization [3, 4, 5, 6, 7] → [8]",
                        "flat Reshape [8] → [9]",
                        "fc InnerProduct [9, 10, 11] → [12]"),
                words(plan));
        assertEquals(
                new BatchNormalization(1e-5, 0.1, true, true, false),
                plan.steps().get(1).op());
        assertEquals(
                new BatchNormalization(1e-5, 0.1, true, true, true),
                compile(Mode.TRAIN, 2).steps().get(1).op());
    }

    @Test
    void onlyBlocksOnAPathToTheOutputsAreCompiled() {
        Plan plan =
                Compiler.compile(NET.infer(), Set.of(new Endpoint("aside", "output")), Mode.TRAIN, Backward.WITHOUT, 1);
        assertEquals(List.of("aside Relu [0] → [1]"), words(plan));
        assertEquals(Set.of(), plan.parameters().keySet());
    }

    @Test
    void anUnfinishedCornerCannotItselfBeWanted() {
        Set<Endpoint> corner = Set.of(new Endpoint("corner", "output"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Compiler.compile(NET.infer(), corner, Mode.TRAIN, Backward.WITHOUT, 1));
        assertThrows(IllegalArgumentException.class, () -> compile(Mode.TRAIN, 0));
        assertThrows(
                IllegalArgumentException.class, () -> compile(Mode.TRAIN, 1).output(new Endpoint("conv", "output")));
    }

    @Test
    void sharedWeightsAreOneValue() {
        Linear square = new Linear(Size.AUTO, 4, false);
        Net twins = new Net().add("x", Net.input(4)).add("a", square, "x").sharing("b", square, "a", "a");
        Plan plan =
                Compiler.compile(twins.infer(), Set.of(new Endpoint("b", "output")), Mode.TRAIN, Backward.WITHOUT, 1);
        assertEquals(List.of("a InnerProduct [0, 1] → [2]", "b InnerProduct [2, 1] → [3]"), words(plan));
        assertEquals(Set.of("a.weight"), plan.parameters().keySet());
    }

    @Test
    void anOwnerThatIsNotOnThePathStillLendsItsWeights() {
        Linear square = new Linear(Size.AUTO, 4, false);
        Net twins = new Net().add("x", Net.input(4)).add("a", square, "x").sharing("b", square, "a", "x");
        Plan plan =
                Compiler.compile(twins.infer(), Set.of(new Endpoint("b", "output")), Mode.TRAIN, Backward.WITHOUT, 1);
        assertEquals(List.of("b InnerProduct [0, 1] → [2]"), words(plan));
        assertEquals(Set.of("a.weight"), plan.parameters().keySet());
    }

    @Test
    void inFloat64OnlyFloatsChange() {
        Plan plan = compile(Mode.TRAIN, 2).in(DType.FLOAT64);
        assertEquals(
                Set.of(DType.FLOAT64),
                Set.copyOf(plan.values().stream().map(TensorType::dtype).toList()));
        assertEquals(compile(Mode.TRAIN, 2).steps(), plan.steps());
    }

    @Test
    void plansAreCachedByWhatTheyDependOn() {
        PlanCache cache = new PlanCache(NET.infer());
        Plan plan = cache.plan(Set.of(FC), Mode.TRAIN, Backward.WITH, 4);
        assertSame(plan, cache.plan(Set.of(FC), Mode.TRAIN, Backward.WITH, 4));
        assertNotEquals(
                plan.key(), cache.plan(Set.of(FC), Mode.TRAIN, Backward.WITH, 3).key());
        assertNotEquals(
                plan.key(), cache.plan(Set.of(FC), Mode.EVAL, Backward.WITH, 4).key());
        assertNotEquals(
                plan.key(),
                cache.plan(Set.of(FC), Mode.TRAIN, Backward.WITHOUT, 4).key());
        assertEquals(compile(Mode.TRAIN, 4), plan);
    }

    private static Plan compile(Mode mode, int batchSize) {
        return Compiler.compile(NET.infer(), Set.of(FC), mode, Backward.WITH, batchSize);
    }

    private static List<String> words(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.path() + " " + step.op().name() + " " + step.operands() + " → " + step.results())
                .toList();
    }
}
