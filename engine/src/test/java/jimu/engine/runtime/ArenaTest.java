package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import jimu.engine.Net;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Size;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.plan.Compiler;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Memory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Executors for batches of four and of two of one network. */
class ArenaTest {
    private static final Endpoint END = new Endpoint("fc", "output");
    private static final int PIXELS = 36;

    private final Memory memory = new Memory();
    private final Inference inference = new Net()
            .add("x", Net.input(1, 6, 6))
            .then("conv", new Conv2d())
            .then("flat", new Flatten())
            .then("fc", new Linear(Size.AUTO, 3, true))
            .infer();
    private final Weights weights = Weights.initial(inference, 1, DType.FLOAT32, memory);

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void aSmallerExecutorTakesNoMoreThanItsOutputs() {
        Arena arena = new Arena(memory, 2);
        executor(4, arena);
        long before = arena.bytes();
        Executor second = executor(2, arena);
        assertTrue(arena.bytes() - before <= second.output(END).length() * Float.BYTES + 64, () -> before + "");
    }

    @Test
    void whatALargerOneNeedsMoreIsMade() {
        Arena arena = new Arena(memory, 1);
        Executor small = executor(2, arena);
        Executor large = executor(4, arena);
        assertArrayEquals(run(large, 4, 0, 1), run(executor(4, new Arena(memory, 1)), 4, 0, 1));
        assertArrayEquals(run(small, 2, 0, 1), run(executor(2, new Arena(memory, 1)), 2, 0, 1));
    }

    @Test
    void eachSideComputesOnItsOwnInputs() {
        Executor executor = executor(4, new Arena(memory, 2));
        float[] first = run(executor, 4, 0, 1);
        float[] second = run(executor, 4, 1, 2);
        executor.turnTo(0);
        executor.forward(0);
        assertArrayEquals(first, numbers(executor));
        executor.turnTo(1);
        executor.forward(0);
        assertArrayEquals(second, numbers(executor));
        assertNotEquals(first[0], second[0]);
    }

    @Test
    void bothSidesSeeChangedParameters() {
        Executor executor = executor(4, new Arena(memory, 2));
        run(executor, 4, 0, 1);
        run(executor, 4, 1, 1);
        weights.draw(inference, 2);
        executor.parametersChanged();
        assertArrayEquals(run(executor, 4, 0, 1), run(executor, 4, 1, 1));
    }

    private Executor executor(int batch, Arena arena) {
        return new Executor(
                Compiler.compile(inference, Set.of(END), Mode.EVAL, Backward.WITHOUT, batch),
                weights,
                ExecutorSettings.forward(Backends.all(), Reuse.MEMORY, 0),
                memory,
                arena);
    }

    private static float[] run(Executor executor, int batch, int side, int seed) {
        float[] pixels = new float[batch * PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) Math.sin(seed + i * 0.7);
        }
        executor.source("x", side).write(0, pixels, 0, pixels.length);
        executor.turnTo(side);
        executor.forward(0);
        return numbers(executor);
    }

    private static float[] numbers(Executor executor) {
        float[] numbers = new float[(int) executor.output(END).length()];
        executor.output(END).read(0, numbers, 0, numbers.length);
        return numbers;
    }
}
