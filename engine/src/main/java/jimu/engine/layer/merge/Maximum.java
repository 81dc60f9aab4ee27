package jimu.engine.layer.merge;

import jimu.engine.layer.Merge;
import jimu.engine.op.Binary;

/** The largest of its inputs, element by element, as PyTorch's {@code torch.maximum}. */
public record Maximum() implements Merge {
    @Override
    public Binary.Function function() {
        return Binary.Function.MAXIMUM;
    }
}
