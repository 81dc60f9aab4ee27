package jimu.app.lab;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jimu.app.fx.form.FormText;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.shape.TensorType;

/**
 * A worked case: a layer with parameters and inputs.
 *
 * @param type the layer's type
 * @param parameters those that differ from the defaults, in plain form
 * @param inputs the types of the inputs, in the ports' order
 */
record Preset(String type, Map<String, Object> parameters, List<TensorType> inputs) {
    private static final TensorType PICTURES = TensorType.float32(20, 16, 50, 100);
    private static final TensorType SMALLER = TensorType.float32(20, 16, 50, 32);
    private static final TensorType SEQUENCE = TensorType.float32(5, 3, 10);
    private static final TensorType STATE = TensorType.float32(2, 3, 20);
    private static final Map<String, Object> RECURRENT = Map.of("hidden_size", 20L, "num_layers", 2L);

    /** The worked cases of layers that there are. */
    static List<Preset> all() {
        List<Object> wide = List.of(3L, 5L);
        List<Object> step = List.of(2L, 1L);
        List<Object> around = List.of(4L, 2L);
        return List.of(
                        of("Linear", Map.of("out_features", 30L), TensorType.float32(128, 20)),
                        of("Conv2d", Map.of("out_channels", 33L, "kernel_size", 3L, "stride", 2L), PICTURES),
                        of(
                                "Conv2d",
                                Map.of("out_channels", 33L, "kernel_size", wide, "stride", step, "padding", around),
                                PICTURES),
                        of(
                                "Conv2d",
                                Map.of(
                                        "out_channels",
                                        33L,
                                        "kernel_size",
                                        wide,
                                        "stride",
                                        step,
                                        "padding",
                                        around,
                                        "dilation",
                                        List.of(3L, 1L)),
                                PICTURES),
                        of("MaxPool2d", Map.of("kernel_size", 3L, "stride", 2L), SMALLER),
                        of("MaxPool2d", Map.of("kernel_size", List.of(3L, 2L), "stride", step), SMALLER),
                        of("AvgPool2d", Map.of("kernel_size", 3L, "stride", 2L), SMALLER),
                        of("AvgPool2d", Map.of("kernel_size", List.of(3L, 2L), "stride", step), SMALLER),
                        of("BatchNorm2d", Map.of(), TensorType.float32(20, 100, 35, 45)),
                        of("RNN", RECURRENT, SEQUENCE, STATE),
                        of("LSTM", RECURRENT, SEQUENCE, STATE, STATE),
                        of("GRU", RECURRENT, SEQUENCE, STATE),
                        of("Dropout2d", Map.of("p", 0.2), TensorType.float32(20, 16, 32, 32)))
                .stream()
                .filter(preset -> LayerCatalog.find(preset.type()).isPresent())
                .toList();
    }

    private static Preset of(String type, Map<String, Object> parameters, TensorType... inputs) {
        return new Preset(type, parameters, List.of(inputs));
    }

    /** The case in one line, parameters in the layer's order. */
    String text() {
        String values = LayerCatalog.find(type).stream()
                .flatMap(schema -> schema.parameters().stream())
                .filter(parameter -> parameters.containsKey(parameter.name()))
                .map(parameter -> parameter.name() + " " + FormText.write(value(parameter.name())))
                .collect(Collectors.joining(" · "));
        return values.isEmpty() ? type : type + " · " + values;
    }

    private Object value(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }
}
