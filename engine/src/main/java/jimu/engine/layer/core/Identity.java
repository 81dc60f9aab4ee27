package jimu.engine.layer.core;

import java.util.List;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Value;

/** Passes its input on: any shape and type, unchanged, as PyTorch's {@code nn.Identity}. */
public record Identity() implements Layer {
    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        return inputs;
    }
}
