package jimu.engine.layer.merge;

import jimu.engine.layer.Merge;
import jimu.engine.op.Binary;

/** The product of its inputs, element by element: y = x1 · x2 · …, as a gate needs it. */
public record Multiply() implements Merge {
    @Override
    public Binary.Function function() {
        return Binary.Function.MULTIPLY;
    }
}
