package jimu.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import jimu.app.text.Texts;
import jimu.engine.runtime.Backends;
import jimu.engine.runtime.KernelSet;
import jimu.engine.verify.Outcome;
import jimu.engine.verify.Outcome.Verdict;
import jimu.engine.verify.ReferenceCase;
import jimu.engine.verify.ReferenceException;
import jimu.engine.verify.ReferenceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds the engine to what PyTorch computed; the exit code is 1 if a case fails. */
@Command(name = "verify")
public final class Verify implements Callable<Integer> {
    private static final int WRONG = 1;

    @Parameters(arity = "0..*", paramLabel = "REFERENCE.json", descriptionKey = "references")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--list")
    private boolean list;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ReferenceException {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            ReferenceFile.supported().forEach(out::println);
        } else if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), Texts.of("cli.verify.nothing"));
        }
        return files.isEmpty() ? ExitCode.OK : verify(out);
    }

    private int verify(PrintWriter out) throws ReferenceException {
        Map<Path, List<ReferenceCase>> cases = new LinkedHashMap<>();
        for (Path file : files) {
            cases.put(file, ReferenceFile.read(file));
        }
        List<KernelSet> sets = Backends.all();
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        cases.forEach((file, inFile) -> inFile.forEach(one -> {
            Outcome outcome = one.verify(sets);
            counts.merge(outcome.verdict(), 1, Integer::sum);
            if (outcome.verdict() != Verdict.PASSED) {
                out.println(line(file, outcome));
            }
        }));
        out.println(Texts.of(
                "cli.verify.counts",
                counts.getOrDefault(Verdict.PASSED, 0),
                counts.getOrDefault(Verdict.FAILED, 0),
                counts.getOrDefault(Verdict.UNSUPPORTED, 0)));
        return counts.containsKey(Verdict.FAILED) ? WRONG : ExitCode.OK;
    }

    private static String line(Path file, Outcome outcome) {
        String key = "cli.verify." + outcome.verdict().name().toLowerCase(Locale.ROOT);
        return Texts.of(key, String.valueOf(file.getFileName()), outcome.name(), outcome.reason());
    }
}
