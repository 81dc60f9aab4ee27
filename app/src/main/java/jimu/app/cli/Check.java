package jimu.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jimu.app.text.Texts;
import jimu.engine.infer.Finding;
import jimu.engine.io.FileException;
import jimu.engine.layer.Problem.Severity;
import jimu.engine.message.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the problems of a network, one a line; the exit code is 1 if one of them is of shapes. */
@Command(name = "check")
public final class Check implements Callable<Integer> {
    private static final int WRONG = 1;

    @Parameters(paramLabel = "FILE", descriptionKey = "document")
    private Path file;

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws FileException {
        Model model = Model.open(file);
        List<Finding> findings = model.inference().findings();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode node = json(findings);
            TrainingMemory.of(model).ifPresent(memory -> memory.write(node));
            out.println(node.toPrettyString());
        } else {
            if (findings.isEmpty()) {
                out.println(Texts.of("cli.check.none"));
            }
            findings.forEach(finding -> out.println(line(finding)));
            TrainingMemory.of(model).ifPresent(memory -> memory.lines().forEach(out::println));
        }
        return model.inference().findings(Severity.SHAPE).isEmpty() ? ExitCode.OK : WRONG;
    }

    private static String line(Finding finding) {
        String severity = Messages.text("problem.severity." + word(finding));
        return Texts.of("cli.check.problem", severity, finding.advice());
    }

    private ObjectNode json(List<Finding> findings) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", file.toString());
        ArrayNode list = node.putArray("problems");
        for (Finding finding : findings) {
            ObjectNode entry = list.addObject();
            entry.put("severity", word(finding)).put("key", finding.problem().key());
            entry.put("path", finding.path());
            entry.put("expected", finding.problem().expected());
            entry.put("found", finding.problem().found());
            entry.put("message", finding.message());
            if (!finding.origin().isEmpty()) {
                entry.put("origin", finding.origin());
            }
            finding.cure().ifPresent(cure -> entry.put("cure", cure));
        }
        return node;
    }

    private static String word(Finding finding) {
        return finding.problem().severity().name().toLowerCase(Locale.ROOT);
    }
}
