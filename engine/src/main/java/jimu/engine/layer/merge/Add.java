package jimu.engine.layer.merge;

import jimu.engine.layer.Merge;
import jimu.engine.op.Binary;

/** The sum of its inputs, element by element: y = x1 + x2 + …, as a residual connection needs it. */
public record Add() implements Merge {
    @Override
    public Binary.Function function() {
        return Binary.Function.ADD;
    }
}
