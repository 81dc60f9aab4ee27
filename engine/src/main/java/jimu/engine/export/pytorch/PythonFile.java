package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jimu.engine.data.Affine;
import jimu.engine.data.Preprocessing;
import jimu.engine.data.image.Resize;
import jimu.engine.export.ExportedNetwork;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.PythonLiteral;
import jimu.engine.layer.Source;
import jimu.engine.message.Messages;
import jimu.engine.shape.DType;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;

/** The whole source file around the class: how to use it, how raw data are prepared, how the weights are loaded. */
final class PythonFile {
    private static final int SAMPLES = 2;

    private static final String LOADING = """


            def load_weights(path):
                \"""{0}\"""
                try:
                    from safetensors.torch import load_file
                except ImportError:
                    return read_safetensors(path)
                return load_file(path)


            def read_safetensors(path):
                \"""{1}\"""
                with open(path, "rb") as file:
                    (length,) = struct.unpack("<Q", file.read(8))
                    header = json.loads(file.read(length))
                    data = bytearray(file.read())
                header.pop("__metadata__", None)
                types = {"F32": torch.float32, "I64": torch.int64}
                tensors = {}
                for name, entry in header.items():
                    begin, end = entry["data_offsets"]
                    numbers = torch.frombuffer(data[begin:end], dtype=types[entry["dtype"]])
                    tensors[name] = numbers.reshape(entry["shape"])
                return tensors


            def load_model():
                \"""{2}\"""
                model = {3}()
                model.load_state_dict(load_weights(WEIGHTS))
                return model.eval()


            """;

    private final ExportedNetwork network;
    private final ModuleClass module;
    private final Preprocessing preprocessing;
    private final String className;
    private final String weights;
    private final List<String> inputs;
    private final Optional<TrainingFunction> training;

    PythonFile(
            ExportedNetwork network,
            ModuleClass module,
            Preprocessing preprocessing,
            Optional<TrainingFunction> training,
            String className,
            String weights) {
        this.network = network;
        this.module = module;
        this.preprocessing = preprocessing;
        this.training = training;
        this.className = className;
        this.weights = weights;
        inputs = network.sources().stream().map(module::variable).toList();
    }

    /** The file's text. */
    String text() {
        PythonText python = new PythonText();
        python.docstring(0, Messages.text("export.pytorch.file", className, weights), usage());
        python.lines(0, "")
                .lines(0, imports(false))
                .lines(0, "")
                .lines(0, imports(true))
                .lines(0, "");
        python.lines(0, "WEIGHTS = Path(__file__).with_name(" + PythonLiteral.of(weights) + ")", "", "");
        for (PyTorch.Definition definition : definitions()) {
            python.lines(0, definition.source(), "", "");
        }
        module.write(python, Messages.text("export.pytorch.class"), description());
        if (prepared()) {
            prepare(python);
        }
        String loading = LOADING;
        List<String> words = List.of(
                Messages.text("export.pytorch.load"),
                Messages.text("export.pytorch.read"),
                Messages.text("export.pytorch.model"),
                className);
        for (int i = 0; i < words.size(); i++) {
            loading = loading.replace("{" + i + "}", words.get(i));
        }
        return python + loading + training.map(this::train).orElse("") + example();
    }

    private Set<PyTorch.Definition> definitions() {
        Set<PyTorch.Definition> definitions = new LinkedHashSet<>(module.definitions());
        if (training.isPresent()) {
            definitions.addAll(TrainingFunction.definitions(network));
        }
        return definitions;
    }

    private String train(TrainingFunction function) {
        PythonText python = new PythonText();
        function.begin(python);
        for (FlatBlock target : function.targets()) {
            map(target)
                    .map(map -> prepare(python, function.variable(target), target, map))
                    .ifPresent(expression -> function.replace(target, expression));
        }
        function.write(python, arguments());
        return python.lines(0, "", "").toString();
    }

    /** Python's own modules or those of torch, {@code import} before {@code from} as the usual formatters sort them. */
    private String[] imports(boolean torch) {
        Stream<String> own = torch
                ? Stream.of("import torch", "from torch import nn")
                : Stream.of("import json", "import struct", "from pathlib import Path");
        Stream<String> further = definitions().stream()
                .flatMap(definition -> definition.imports().stream())
                .filter(line -> torch == line.matches("(import|from) torch\\b.*"));
        return Stream.concat(own, further)
                .distinct()
                .sorted(Comparator.comparing((String line) -> line.startsWith("from"))
                        .thenComparing(Comparator.naturalOrder()))
                .toArray(String[]::new);
    }

    private List<String> usage() {
        return List.of(
                "",
                Messages.text("export.pytorch.usage"),
                "",
                "    model = load_model()",
                "    " + result() + " = model(" + String.join(", ", arguments()) + ")");
    }

    /** What the model is called with: the inputs, prepared if they have to be. */
    private List<String> arguments() {
        String prepared = "prepare(" + String.join(", ", inputs) + ")";
        return prepared() ? List.of(inputs.size() == 1 ? prepared : "*" + prepared) : inputs;
    }

    private String result() {
        return network.outputs().size() == 1 ? "output" : "outputs";
    }

    private List<String> description() {
        List<String> lines = new ArrayList<>(List.of(""));
        for (FlatBlock source : network.sources()) {
            lines.add(Messages.text(
                    "export.pytorch.input",
                    module.variable(source),
                    network.known(source).output()));
        }
        for (Endpoint output : network.outputs()) {
            lines.add(Messages.text("export.pytorch.output", output.path(), network.type(output)));
        }
        for (FlatBlock loss : network.losses()) {
            Object call = network.pytorch(loss)
                    .module()
                    .map(made -> (Object) ModuleCall.of(
                            loss.layer(), made, network.known(loss).automaticSizes()))
                    .orElse(loss.layer().type());
            String predictions =
                    Inference.predictions(loss).stream().map(Endpoint::path).collect(Collectors.joining(", "));
            lines.add(Messages.text("export.pytorch.loss", call, predictions));
        }
        return lines;
    }

    private boolean prepared() {
        return network.sources().stream()
                .anyMatch(source -> map(source).isPresent() || size(source).isPresent());
    }

    /** What brings the pictures of an input to their size; an input that gives them another shape gets them as it reads them. */
    private Optional<Resize> size(FlatBlock block) {
        Source source = (Source) block.layer();
        return preprocessing
                .size(source.field())
                .filter(size ->
                        size.shape().insert(0, Dim.N).equals(source.batchType().shape()));
    }

    private Optional<Affine> map(FlatBlock source) {
        return preprocessing.map(((Source) source.layer()).field());
    }

    private void prepare(PythonText python) {
        python.lines(0, "", "").definition(0, "prepare", inputs);
        python.docstring(1, Messages.text("export.pytorch.prepare"), List.of());
        List<String> results = new ArrayList<>();
        for (FlatBlock source : network.sources()) {
            Optional<Affine> map = map(source);
            String result = map.isPresent()
                    ? prepare(python, module.variable(source), source, map.get())
                    : module.variable(source);
            result = size(source).map(resized(result)).orElse(result);
            if (!result.equals(module.variable(source)) && inputs.size() > 1) {
                python.lines(1, module.variable(source) + " = " + result);
                result = module.variable(source);
            }
            results.add(result);
        }
        python.lines(1, "return " + String.join(", ", results));
    }

    private static Function<Resize, String> resized(String pictures) {
        return size -> "nn.functional.interpolate(" + pictures + ", size=(" + size.height() + ", " + size.width()
                + "), mode=\"bilinear\").expand(-1, " + size.channels() + ", -1, -1)";
    }

    /** Writes what a map needs and returns the expression that applies it. */
    private String prepare(PythonText python, String name, FlatBlock source, Affine map) {
        int elements = Math.toIntExact(((Source) source.layer()).sampleShape().elements(1));
        List<String> offset = numbers(map.offset(), elements);
        List<String> scale = numbers(map.scale(), elements);
        if (offset.size() == 1) {
            return "(" + name + " - " + offset.get(0) + ") * " + scale.get(0);
        }
        python.tensor(1, "offset", offset).tensor(1, "scale", scale);
        TensorShape shape = ((Source) source.layer()).batchType().shape();
        if (shape.rank() > 2 || !shape.dim(0).batched()) {
            String sizes = sizes(shape, 1);
            python.lines(1, "offset = offset.reshape(" + sizes + ")", "scale = scale.reshape(" + sizes + ")");
        }
        return "(" + name + " - offset) * scale";
    }

    /** The single number, or one for each of a sample's. */
    private static List<String> numbers(double[] values, int elements) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < (values.length == 1 ? 1 : elements); i++) {
            numbers.add(PythonLiteral.of((float) values[i % values.length]));
        }
        return numbers;
    }

    private String example() {
        PythonText python =
                new PythonText().lines(0, "if __name__ == \"__main__\":").lines(1, "model = load_model()");
        for (FlatBlock source : network.sources()) {
            Source input = (Source) source.layer();
            String sizes = sizes(input.batchType().shape(), SAMPLES);
            String numbers = input.dtype() == DType.FLOAT32
                    ? "torch.rand(" + sizes + ")"
                    : "torch.zeros(" + sizes + ", dtype=torch." + input.dtype().label() + ")";
            python.lines(1, module.variable(source) + " = " + numbers);
        }
        python.lines(1, "with torch.no_grad():").call(2, result() + " = model", arguments());
        if (network.outputs().size() == 1) {
            python.lines(1, "print(tuple(output.shape))");
        } else {
            python.lines(1, "for output in outputs:", "    print(tuple(output.shape))");
        }
        return python.toString();
    }

    private static String sizes(TensorShape shape, long samples) {
        return shape.dims().stream().map(dim -> Long.toString(dim.at(samples))).collect(Collectors.joining(", "));
    }
}
