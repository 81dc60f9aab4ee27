package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/**
 * Memory for the values of executors that never run at the same time, so that all take the same; only the outputs of each are its
 * own. There may be several sets of inputs: while one is computed on, the next batch can be written to another.
 */
public final class Arena {
    private final Memory memory;
    private final int sides;
    private final Map<Object, List<Tensor>> blocks = new HashMap<>();

    private record Row(DType dtype) {}

    private record Input(String path, int side, DType dtype) {}

    /** An arena in {@code memory} with {@code sides} ≥ 1 sets of inputs. */
    public Arena(Memory memory, int sides) {
        this.memory = memory.part();
        this.sides = sides;
    }

    /** How many sets of inputs there are. */
    public int sides() {
        return sides;
    }

    /** The bytes that it takes. */
    public long bytes() {
        return memory.bytes();
    }

    /** The row in which an executor places the values that it needs for a while. */
    Tensor row(DType dtype, long elements) {
        return shared(new Row(dtype), dtype, elements);
    }

    /** The input that the source at {@code path} is read into. */
    Tensor input(String path, int side, DType dtype, long elements) {
        return shared(new Input(path, side, dtype), dtype, elements);
    }

    /** Numbers that keep until the executor runs again. */
    Tensor own(DType dtype, long elements) {
        return memory.allocate(dtype, elements);
    }

    /** Whoever comes first is the largest as a rule; for one that is larger another block is made. */
    private Tensor shared(Object use, DType dtype, long elements) {
        List<Tensor> existing = blocks.computeIfAbsent(use, key -> new ArrayList<>());
        for (Tensor block : existing) {
            if (block.length() >= elements) {
                return block.slice(0, elements);
            }
        }
        Tensor made = memory.allocate(dtype, elements);
        existing.add(made);
        return made;
    }
}
