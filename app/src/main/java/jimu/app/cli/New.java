package jimu.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jimu.app.session.Samples;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a document from one of the sample models, or lists them. */
@Command(name = "new")
public final class New implements Callable<Integer> {
    private static final String ENDING = ".jimu";

    @Parameters(arity = "0..1", paramLabel = "TEMPLATE", descriptionKey = "template")
    private @Nullable String template;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE")
    private @Nullable Path output;

    @Option(names = "--force")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandException, FileException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path models = Samples.installed()
                .map(samples -> samples.folder().resolve("models"))
                .filter(Files::isDirectory)
                .orElseThrow(() -> CommandException.of("new.missing"));
        if (template == null) {
            list(models, out);
            return ExitCode.OK;
        }
        Path source = models.resolve(template + ENDING);
        if (!templates(models).contains(template)) {
            throw CommandException.of("new.unknown", template, String.join(", ", templates(models)));
        }
        Path file = output == null ? Path.of(template + ENDING) : output;
        if (Files.exists(file) && !force) {
            throw CommandException.of("new.exists", file);
        }
        DocumentFile.save(file, DocumentFile.open(source));
        out.println(Texts.of("cli.new.written", file));
        return ExitCode.OK;
    }

    private static void list(Path models, PrintWriter out) throws IOException, FileException {
        Table table = new Table(new Table.Column("", Table.Side.LEFT), new Table.Column("", Table.Side.LEFT));
        for (String name : templates(models)) {
            table.add(name, about(name, DocumentFile.open(models.resolve(name + ENDING))));
        }
        table.lines().forEach(out::println);
    }

    private static String about(String name, Document document) {
        return Optional.of("template." + name + ".about")
                .filter(key -> Texts.bundle().containsKey(key))
                .map(Texts::of)
                .orElseGet(() -> document.notes().lines().findFirst().orElse(""));
    }

    private static List<String> templates(Path models) throws IOException {
        try (Stream<Path> files = Files.list(models)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }
}
