package jimu.engine.export.pytorch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Layer;
import jimu.engine.layer.PyTorch;
import jimu.engine.shape.TensorType;

/** The one line of PyTorch that does what a layer does. */
public final class PyTorchCall {
    private PyTorchCall() {}

    /**
     * The call that makes the layer's module, {@code nn.Conv2d(16, 33, kernel_size=3)}, or the expression that it is where PyTorch
     * has no module for it, its ports called by their names.
     */
    public static String of(Layer layer, Known known) {
        PyTorch spelling = layer.pytorch(ports(layer, known.inputs()));
        return spelling.module()
                .map(module ->
                        ModuleCall.of(layer, module, known.automaticSizes()).toString())
                .orElseGet(() -> spelling.call().orElse(layer.type()).replaceAll("\\{(\\w+)\\}", "$1"));
    }

    /** The types by the names of the first ports. */
    static Map<String, TensorType> ports(Layer layer, List<TensorType> types) {
        Map<String, TensorType> ports = new LinkedHashMap<>();
        for (int i = 0; i < types.size(); i++) {
            ports.put(layer.inputs().get(i).name(), types.get(i));
        }
        return ports;
    }
}
