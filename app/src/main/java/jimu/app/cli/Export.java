package jimu.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import jimu.app.text.Texts;
import jimu.engine.data.Preprocessing;
import jimu.engine.export.ExportException;
import jimu.engine.imports.StartWeights;
import jimu.engine.io.FileException;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a network with its weights for other programs. */
@Command(name = "export")
public final class Export implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", descriptionKey = "document")
    private Path file;

    @Option(names = "--to", required = true, paramLabel = "FORMAT", converter = ExportFormat.Converter.class)
    private ExportFormat format;

    @Option(names = "--weights", paramLabel = "W.safetensors")
    private @Nullable Path weightFile;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws FileException, ExportException, CommandException {
        if (Files.isDirectory(output)) {
            throw CommandException.of("export.folder", output);
        }
        Model model = Model.open(file);
        Optional<String> preprocessing = Optional.empty();
        WeightSnapshot weights = model.initialWeights();
        if (weightFile != null) {
            WeightFile read = StartWeights.read(weightFile);
            weights = model.weights(read, weightFile);
            preprocessing = Optional.of(read.preprocessing())
                    .filter(maps -> !maps.equals(Preprocessing.NONE))
                    .map(Preprocessing::toJson);
        }
        format.write(model, weights, preprocessing, output);
        spec.commandLine().getOut().println(Texts.of(format.key(), output));
        if (weightFile == null) {
            long seed = model.document().training().seed();
            spec.commandLine().getOut().println(Texts.of("cli.export.untrained", seed));
        }
        return ExitCode.OK;
    }
}
