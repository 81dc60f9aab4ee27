package jimu.engine.layer.merge;

import java.util.List;
import java.util.Map;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Merge;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Value;
import jimu.engine.op.Binary;
import jimu.engine.op.Scale;
import jimu.engine.shape.TensorType;

/** The mean of its inputs, element by element: y = (x1 + x2 + …) / count. */
public record Average() implements Merge {
    @Override
    public Binary.Function function() {
        return Binary.Function.ADD;
    }

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        String sum = Merge.super.pytorch(inputs).call().orElse("");
        return PyTorch.expression("(" + sum + ") / " + inputs.size());
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        Value sum = Merge.super.lower(lowering, inputs).get(0);
        return List.of(lowering.apply(new Scale(1.0 / inputs.size()), sum));
    }
}
