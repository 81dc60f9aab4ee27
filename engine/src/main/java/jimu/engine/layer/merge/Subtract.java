package jimu.engine.layer.merge;

import java.util.List;
import jimu.engine.layer.Merge;
import jimu.engine.layer.Port;
import jimu.engine.op.Binary;

/** The difference of two inputs, element by element: y = x1 − x2. */
public record Subtract() implements Merge {
    @Override
    public List<Port> inputs() {
        return List.of(Port.required("input1"), Port.required("input2"));
    }

    @Override
    public Binary.Function function() {
        return Binary.Function.SUBTRACT;
    }
}
