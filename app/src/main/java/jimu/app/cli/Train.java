package jimu.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jimu.app.text.MemoryText;
import jimu.app.text.Numbers;
import jimu.app.text.PartsText;
import jimu.app.text.Texts;
import jimu.engine.data.DataException;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.imports.StartWeights;
import jimu.engine.infer.Finding;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.FileException;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runs.Resumption;
import jimu.engine.runs.RunStore;
import jimu.engine.runtime.Backends;
import jimu.engine.runtime.KernelSet;
import jimu.engine.train.ExitGuard;
import jimu.engine.train.Readiness;
import jimu.engine.train.Run;
import jimu.engine.train.RunFolder;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import jimu.engine.train.TrainingException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a document on its data, tells how it goes, and keeps weights and metrics in a folder. */
@Command(name = "train")
public final class Train implements Callable<Integer> {
    private static final long PERIOD_MILLIS = 100;
    private static final String LATEST = "";

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", descriptionKey = "document")
    private Path file;

    @Mixin
    private TrainFlags flags = new TrainFlags();

    @Option(names = "--limit", paramLabel = "K", converter = Count.class)
    private @Nullable Integer limit;

    @Option(names = "--validation-data", paramLabel = "PATH", descriptionKey = "validationdata")
    private @Nullable Path validation;

    @Option(names = "--backend", paramLabel = "NAME", defaultValue = "auto")
    private String backend = "auto";

    @Option(names = "--run", paramLabel = "DIR")
    private @Nullable Path folder;

    @Option(names = "--resume", paramLabel = "RUN", arity = "0..1", fallbackValue = LATEST)
    private @Nullable String resumed;

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** Writes to {@code terminal}. */
    public Train(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call()
            throws FileException, DataException, TrainingException, CommandException, InterruptedException {
        Model model = Model.open(file);
        List<KernelSet> sets = Backends.named(backend)
                .orElseThrow(() -> CommandException.of("train.backend", backend, String.join(", ", Backends.NAMES)));
        Optional<Resumption> resumption = resumption();
        Document document = resumption.map(Resumption::document).orElse(model.document());
        document = document.withTraining(flags.apply(document.training()));
        if (validation != null) {
            String path = validation.toAbsolutePath().normalize().toString();
            document = document.withData(document.data().withValidationPath(Optional.of(path)));
        }
        List<Finding> obstacles = Readiness.check(ShapeInference.infer(document));
        if (!obstacles.isEmpty()) {
            throw CommandException.saying(obstacles.get(0).advice());
        }
        RunFolder runFolder = resumption.isPresent() ? resumption.get().folder() : folder();
        LoadedData data = DataLoader.load(document.data());
        Optional<String> obstacle = obstacle(resumption, data, document);
        if (obstacle.isPresent()) {
            throw CommandException.saying(obstacle.get());
        }
        Optional<WeightSnapshot> start =
                resumption.isPresent() ? Optional.empty() : StartWeights.of(document, ShapeInference.infer(document));
        TrainOptions options = resumption
                .map(goingOn -> goingOn.options(sets))
                .orElseGet(() -> new TrainOptions(
                        sets,
                        start,
                        limit == null ? OptionalInt.empty() : OptionalInt.of(limit),
                        Optional.of(runFolder)));
        Run run = Trainer.start(document, data, options);
        ExitGuard guard = run.stopAtExit();
        try {
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                follow(run, new JsonReport(out, runFolder));
            } else {
                introduce(model.name(), run, data, out);
                resumption.ifPresent(goingOn -> introduce(goingOn, model, out));
                follow(run, new TextReport(out, terminal, data, System::nanoTime));
                out.println(Texts.of("cli.train.kept", runFolder.path()));
            }
        } finally {
            guard.close();
        }
        return ExitCode.OK;
    }

    /** The run that is to go on, if one is. */
    private Optional<Resumption> resumption() throws CommandException, FileException {
        if (resumed == null) {
            return Optional.empty();
        }
        if (flags.rebuild() || limit != null || folder != null || validation != null) {
            throw CommandException.of("train.resume.other");
        }
        return Optional.of(Resumption.of(RunChoice.of(runs(), resumed, LATEST), version()));
    }

    private static Optional<String> obstacle(Optional<Resumption> resumption, LoadedData data, Document document) {
        return resumption.flatMap(
                goingOn -> goingOn.obstacle(data, document.training().epochs()));
    }

    private void introduce(Resumption goingOn, Model model, PrintWriter out) {
        String key = goingOn.state().position() == 0 ? "cli.train.resumed" : "cli.train.resumed.within";
        out.println(Texts.of(
                key,
                goingOn.run().label(),
                goingOn.state().epoch(),
                Numbers.grouped(goingOn.state().step())));
        if (!goingOn.document().sameNetwork(model.document())) {
            out.println(Texts.of("cli.train.resumed.network"));
        }
        out.println();
    }

    private RunStore runs() {
        return RunChoice.store(file);
    }

    private String version() {
        return spec.root().version()[0].replaceFirst("^\\S+ ", "");
    }

    private RunFolder folder() throws CommandException {
        if (folder == null) {
            return runs().next(version());
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw CommandException.of("train.folder", folder);
        }
        return new RunFolder(folder).withVersion(version());
    }

    private void introduce(String name, Run run, LoadedData data, PrintWriter out) {
        TrainingSettings settings = run.document().training();
        out.println(Texts.of(
                "cli.train.model",
                name,
                Numbers.grouped(run.inference().totals().parameters()),
                words(settings.optimizer()),
                Numbers.grouped(settings.batchSize()),
                settings.seed()));
        settings.schedule().ifPresent(schedule -> out.println(Texts.of("cli.train.schedule", words(schedule))));
        settings.clipping().ifPresent(clipping -> out.println(Texts.of("cli.train.clipping", words(clipping))));
        OptionalInt most = limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
        out.println(Texts.of("cli.train.data", data.name(), PartsText.of(data, most)));
        out.println(MemoryText.of(run.memory()));
        out.println();
    }

    /** What is chosen, with the arguments that are set: {@code Adam (lr 0.001)}. */
    private static String words(Choice choice) {
        String arguments = choice.arguments().entrySet().stream()
                .map(argument -> argument.getKey() + " " + argument.getValue())
                .collect(Collectors.joining(", "));
        return arguments.isEmpty() ? choice.type() : choice.type() + " (" + arguments + ")";
    }

    /** Tells {@code report} what happens until the run has ended. */
    private static void follow(Run run, Report report) throws CommandException, InterruptedException {
        List<TrainEvent> ends = new ArrayList<>();
        long seen = 0;
        while (ends.isEmpty()) {
            run.drainEvents(event -> {
                report.happened(event);
                if (event instanceof TrainEvent.Finished || event instanceof TrainEvent.Failed) {
                    ends.add(event);
                }
            });
            seen = run.ring().drain(seen, reading -> report.reading(reading.step(), reading.loss(), reading.metric()));
            if (ends.isEmpty()) {
                report.refresh();
                Thread.sleep(PERIOD_MILLIS);
            }
        }
        if (ends.get(0) instanceof TrainEvent.Failed failed) {
            throw CommandException.saying(failed.message());
        }
    }
}
