package jimu.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jimu.app.text.Texts;
import jimu.engine.data.DataException;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.evaluate.Evaluation;
import jimu.engine.evaluate.Evaluator;
import jimu.engine.imports.StartWeights;
import jimu.engine.infer.Finding;
import jimu.engine.io.FileException;
import jimu.engine.io.WeightFile;
import jimu.engine.runtime.Backends;
import jimu.engine.train.Part;
import jimu.engine.train.Readiness;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how good a trained network is on a part of its data. */
@Command(name = "evaluate")
public final class Evaluate implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", descriptionKey = "document")
    private Path file;

    @Option(names = "--weights", required = true, paramLabel = "W.safetensors")
    private Path weightFile;

    @Option(names = "--data", paramLabel = "PART", defaultValue = "test")
    private String partName = "test";

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** Writes to {@code terminal}. */
    public Evaluate(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws FileException, DataException, CommandException {
        Part part = part(partName);
        Model model = Model.open(file);
        refuse(Readiness.check(model.inference()));
        WeightFile read = StartWeights.read(weightFile);
        LoadedData data = prepared(DataLoader.load(model.document().data()), read.preprocessing());
        refuse(Readiness.check(model.inference(), data));
        if (part.of(data).size() == 0) {
            throw CommandException.of("evaluate.empty", name(part), data.name());
        }
        PrintWriter out = spec.commandLine().getOut();
        ProgressBar bar = new ProgressBar(out, terminal, Texts.of("cli.evaluate.progress"));
        Evaluator evaluator = new Evaluator(model.document(), model.inference(), data, Backends.all());
        Evaluation evaluation = evaluator
                .evaluate(part, model.weights(read, weightFile), (done, of) -> {
                    if (!json && terminal.live()) {
                        bar.show((double) done / of, "");
                    }
                    return true;
                })
                .orElseThrow();
        if (json) {
            out.println(EvaluationJson.of(evaluation).toPrettyString());
        } else {
            bar.leave();
            new EvaluationReport(evaluation, model.name(), data.name())
                    .lines(terminal.choose('─', '-'))
                    .forEach(out::println);
        }
        return ExitCode.OK;
    }

    /** The data as the weights know them: what was fitted when they were trained comes with them. */
    private static LoadedData prepared(LoadedData data, Preprocessing fitted) {
        if (fitted.equals(Preprocessing.NONE)) {
            return data;
        }
        return new LoadedData(data.name(), data.fields(), data.train(), data.validation(), data.test(), fitted);
    }

    private static void refuse(List<Finding> findings) throws CommandException {
        Optional<Finding> first = findings.stream().findFirst();
        if (first.isPresent()) {
            throw CommandException.saying(first.get().advice());
        }
    }

    private static Part part(String name) throws CommandException {
        return Arrays.stream(Part.values())
                .filter(part -> name(part).equals(name))
                .findFirst()
                .orElseThrow(() -> CommandException.of(
                        "evaluate.part",
                        name,
                        Arrays.stream(Part.values()).map(Evaluate::name).collect(Collectors.joining(", "))));
    }

    static String name(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
