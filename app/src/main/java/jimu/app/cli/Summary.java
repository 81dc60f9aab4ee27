package jimu.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import jimu.engine.infer.NetworkSummary;
import jimu.engine.io.FileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a network: its layers in a table, or its structure. */
@Command(name = "summary")
public final class Summary implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", descriptionKey = "document")
    private Path file;

    @Option(names = "--batch", paramLabel = "N", converter = Count.class)
    private @Nullable Integer batch;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--as", paramLabel = "FORM", converter = SummaryForm.Converter.class)
    private SummaryForm form = SummaryForm.TABLE;

    @Spec
    private CommandSpec spec;

    /** Writes to {@code terminal}. */
    public Summary(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws FileException {
        OptionalLong samples = batch == null ? OptionalLong.empty() : OptionalLong.of(batch);
        Model model = Model.open(file);
        NetworkSummary summary = NetworkSummary.of(model.inference(), samples);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode node = SummaryJson.of(summary, file);
            TrainingMemory.of(model).ifPresent(memory -> memory.write(node));
            out.println(node.toPrettyString());
        } else {
            form.lines(model, summary, terminal).forEach(out::println);
        }
        return ExitCode.OK;
    }
}
