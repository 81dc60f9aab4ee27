package jimu.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jimu.app.text.RunText;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.runs.Change;
import jimu.engine.runs.KeptRun;
import jimu.engine.runs.RunDifference;
import jimu.engine.runs.RunHistory;
import jimu.engine.runs.RunStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the kept runs of a document, or tells in what two of them differ. */
@Command(name = "runs")
public final class Runs implements Callable<Integer> {
    private static final int FEW = 3;

    @Parameters(paramLabel = "FILE", descriptionKey = "document")
    private Path file;

    @Option(names = "--diff", paramLabel = "RUN", arity = "2")
    private @Nullable List<String> compared;

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws FileException, CommandException {
        PrintWriter out = spec.commandLine().getOut();
        DocumentFile.open(file);
        RunStore store = RunChoice.store(file);
        if (compared != null) {
            difference(RunChoice.of(store, compared.get(0)), RunChoice.of(store, compared.get(1)), out);
            return ExitCode.OK;
        }
        List<KeptRun> runs = store.list();
        if (json) {
            printJson(runs, out);
        } else if (runs.isEmpty()) {
            out.println(Texts.of("cli.runs.none", store.folder(), file));
        } else {
            print(runs, out);
        }
        return ExitCode.OK;
    }

    private static void print(List<KeptRun> runs, PrintWriter out) {
        Table table = new Table(
                column("run", Table.Side.RIGHT),
                column("when", Table.Side.LEFT),
                new Table.Column("", Table.Side.LEFT),
                column("state", Table.Side.LEFT),
                column("epochs", Table.Side.RIGHT),
                column("best", Table.Side.RIGHT),
                column("last", Table.Side.RIGHT),
                column("metric", Table.Side.LEFT),
                column("test", Table.Side.LEFT),
                column("time", Table.Side.RIGHT),
                column("changed", Table.Side.LEFT));
        Optional<Document> before = Optional.empty();
        List<String> broken = new ArrayList<>();
        for (KeptRun run : runs) {
            RunText text = new RunText(run);
            table.add(
                    run.label(),
                    text.when(),
                    run.notes().star() ? "★" : "",
                    text.state(),
                    text.epochs(),
                    text.bestLoss(),
                    text.loss(),
                    text.metric(),
                    text.test(),
                    text.time(),
                    changed(before, run.document()));
            before = run.document().or(() -> run.document());
            run.broken().ifPresent(broken::add);
        }
        out.println(table.heading());
        table.lines().forEach(out::println);
        broken.forEach(out::println);
    }

    private static Table.Column column(String key, Table.Side side) {
        return new Table.Column(Texts.of("runs.column." + key), side);
    }

    /** The first few things that were changed since the run before, in a line. */
    private static String changed(Optional<Document> before, Optional<Document> document) {
        if (before.isEmpty() || document.isEmpty()) {
            return "";
        }
        return RunText.changed(RunDifference.of(before.get(), document.get()).changes(), FEW);
    }

    private static void printJson(List<KeptRun> runs, PrintWriter out) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (KeptRun run : runs) {
            ObjectNode node = all.addObject()
                    .put("run", run.label())
                    .put("folder", run.folder().toString());
            run.environment().ifPresent(environment -> node.setAll(environment.toJson()));
            node.setAll(run.result().toJson());
            node.put("star", run.notes().star()).put("notes", run.notes().text());
            run.broken().ifPresent(wrong -> node.put("broken", wrong));
        }
        out.println(all.toPrettyString());
    }

    private void difference(KeptRun before, KeptRun after, PrintWriter out) throws CommandException, FileException {
        RunDifference difference = RunDifference.of(document(before), document(after))
                .with(RunHistory.read(before.metrics()), RunHistory.read(after.metrics()));
        if (json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("from", before.label()).put("to", after.label());
            ArrayNode changes = node.putArray("changes");
            for (Change change : difference.changes()) {
                changes.addObject()
                        .put("subject", change.subject().name().toLowerCase(java.util.Locale.ROOT))
                        .put("kind", change.kind().name().toLowerCase(java.util.Locale.ROOT))
                        .put("name", change.name())
                        .put("from", change.from())
                        .put("to", change.to());
            }
            out.println(node.toPrettyString());
            return;
        }
        out.println("--- " + before.label());
        out.println("+++ " + after.label());
        difference.changes().forEach(out::println);
        if (difference.isEmpty()) {
            out.println(Texts.of("runs.difference.none"));
        }
        difference.curves().ifPresent(curves -> out.println(RunText.curves(curves)));
    }

    private static Document document(KeptRun run) throws CommandException {
        return run.document()
                .orElseThrow(() -> CommandException.saying(
                        run.broken().orElse(Texts.of("cli.runs.unknown", run.label(), run.folder()))));
    }
}
