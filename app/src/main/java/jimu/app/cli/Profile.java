package jimu.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import jimu.app.text.Texts;
import jimu.engine.data.DataException;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.infer.Finding;
import jimu.engine.io.FileException;
import jimu.engine.runtime.Backends;
import jimu.engine.runtime.KernelSet;
import jimu.engine.train.Profiler;
import jimu.engine.train.Readiness;
import jimu.engine.train.StepProfile;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.TrainingException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures where the time and the memory of a training step of a document go. */
@Command(name = "profile")
public final class Profile implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", descriptionKey = "document")
    private Path file;

    @Option(names = "--batch-size", paramLabel = "B", converter = Count.class)
    private @Nullable Integer batchSize;

    @Option(names = "--backend", paramLabel = "NAME", defaultValue = "auto")
    private String backend = "auto";

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** Writes to {@code terminal}. */
    public Profile(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws FileException, DataException, TrainingException, CommandException {
        Model model = Model.open(file);
        List<Finding> obstacles = Readiness.check(model.inference());
        if (!obstacles.isEmpty()) {
            throw CommandException.saying(obstacles.get(0).advice());
        }
        List<KernelSet> sets = Backends.named(backend)
                .orElseThrow(() -> CommandException.of("train.backend", backend, String.join(", ", Backends.NAMES)));
        Document document = batchSize == null
                ? model.document()
                : model.document().withTraining(model.document().training().withBatchSize(batchSize));
        LoadedData data = DataLoader.load(document.data());
        TrainOptions options = new TrainOptions(sets, Optional.empty(), OptionalInt.empty(), Optional.empty());
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println(Texts.of("cli.profile.measuring", model.name()));
            out.flush();
        }
        StepProfile profile = Profiler.profile(document, data, options, () -> true);
        if (json) {
            out.println(ProfileJson.of(profile, file).toPrettyString());
        } else {
            new ProfileTable(profile).lines(terminal.choose('─', '-')).forEach(out::println);
        }
        return ExitCode.OK;
    }
}
