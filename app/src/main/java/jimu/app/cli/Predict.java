package jimu.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jimu.app.text.Texts;
import jimu.engine.data.DataException;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.imports.StartWeights;
import jimu.engine.infer.Inference;
import jimu.engine.io.FileException;
import jimu.engine.io.Npy;
import jimu.engine.io.WeightFile;
import jimu.engine.layer.Problem.Severity;
import jimu.engine.runtime.Backends;
import jimu.engine.train.Predictor;
import jimu.engine.train.Predictor.Array;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes a trained network's outputs for raw data in npy files, or for pictures. */
@Command(name = "predict")
public final class Predict implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", descriptionKey = "document")
    private Path file;

    @Option(names = "--weights", required = true, paramLabel = "W.safetensors")
    private Path weightFile;

    @Option(names = "--input", required = true, paramLabel = "[NAME=]X.npy|X.png")
    private List<String> inputs = new ArrayList<>();

    @Mixin
    private final PictureInput pictures = new PictureInput();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "Y.npy")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws FileException, DataException, CommandException {
        Model model = Model.open(file);
        Inference inference = model.inference();
        if (inference.outputs().isEmpty()) {
            throw inference.findings(Severity.SHAPE).stream()
                    .findFirst()
                    .map(finding -> CommandException.saying(finding.advice()))
                    .orElseGet(() -> CommandException.of("predict.empty", file));
        }
        WeightFile read = StartWeights.read(weightFile);
        Predictor predictor =
                new Predictor(inference, model.weights(read, weightFile), read.preprocessing(), Backends.all());
        Map<String, Array> arrays = new RawInputs(predictor.inputs(), read.preprocessing(), pictures).read(inputs);
        Map<Endpoint, Array> results = predictor.predict(arrays);
        PrintWriter out = spec.commandLine().getOut();
        for (Map.Entry<Endpoint, Array> result : results.entrySet()) {
            Path to = results.size() == 1 ? output : named(result.getKey());
            Array array = result.getValue();
            Npy.write(to, array.shape(), array.numbers());
            boolean scaled = predictor.scale(result.getKey()).isPresent();
            out.println(Texts.of(
                    scaled ? "cli.predict.written.units" : "cli.predict.written",
                    to,
                    result.getKey().path(),
                    array.shape()));
        }
        return ExitCode.OK;
    }

    /** With several outputs each has a file of its own: {@code Y.NAME.npy}. */
    private Path named(Endpoint endpoint) {
        String name = String.valueOf(output.getFileName()).replaceFirst("\\.npy$", "");
        return output.resolveSibling(name + "." + endpoint.path() + ".npy");
    }
}
