package jimu.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import jimu.app.cli.Check;
import jimu.app.cli.Evaluate;
import jimu.app.cli.Export;
import jimu.app.cli.Failures;
import jimu.app.cli.Lab;
import jimu.app.cli.Layers;
import jimu.app.cli.New;
import jimu.app.cli.Predict;
import jimu.app.cli.Profile;
import jimu.app.cli.Runs;
import jimu.app.cli.Summary;
import jimu.app.cli.Sweeps;
import jimu.app.cli.Terminal;
import jimu.app.cli.Train;
import jimu.app.cli.Verify;
import jimu.app.session.Samples;
import jimu.app.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The program's entry: {@code jimu [FILE]} opens the window, the subcommands work without one.
 *
 * <p>Exit codes: 0 done, 1 what the command looked for is wrong, 2 bad arguments or files. It does not extend
 * {@link Application}: the launcher refuses such a main class when JavaFX stands on the class path.
 */
@Command(name = "jimu", versionProvider = Version.class)
public final class Main implements Callable<Integer> {
    /** Held here because an unreferenced logger forgets its level: JavaFX complains of the class path at every start. */
    private static final Logger JAVAFX_NOTICES = Logger.getLogger("javafx");

    private static final String SAMPLE = "lenet-mnist";

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "FILE")
    private @Nullable Path file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "help")
    @SuppressWarnings("UnusedVariable") // picocli itself acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    @SuppressWarnings("UnusedVariable") // picocli itself acts on it
    private boolean version;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        JAVAFX_NOTICES.setLevel(Level.SEVERE);
        System.exit(commandLine(Terminal.system()).execute(arguments));
    }

    /** The whole command line, ready to execute; it never exits the JVM. */
    public static CommandLine commandLine(Terminal terminal) {
        Failures failures = new Failures();
        return new CommandLine(new Main())
                .addSubcommand(new Summary(terminal))
                .addSubcommand(new Check())
                .addSubcommand(new Train(terminal))
                .addSubcommand(new Sweeps(terminal, new Version().number()))
                .addSubcommand(new Profile(terminal))
                .addSubcommand(new Runs())
                .addSubcommand(new Evaluate(terminal))
                .addSubcommand(new Predict())
                .addSubcommand(new Export())
                .addSubcommand(new Lab())
                .addSubcommand(new Layers())
                .addSubcommand(new New())
                .addSubcommand(new Verify())
                .setResourceBundle(Texts.bundle())
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setExecutionStrategy(Failures::run)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    @Override
    public Integer call() {
        if (file != null && !Files.exists(file)) {
            throw new ParameterException(spec.commandLine(), Texts.of("command.neither", file));
        }
        try {
            Application.launch(App.class, file == null ? new String[0] : new String[] {file.toString()});
            return ExitCode.OK;
        } catch (UnsupportedOperationException e) {
            return withoutDisplay();
        }
    }

    /** Says how to get a window; whoever did not want to see a model of his own may watch a sample being trained. */
    private int withoutDisplay() {
        CommandLine commandLine = spec.commandLine();
        commandLine.getErr().println(Texts.of("display.missing"));
        if (file != null) {
            commandLine.getErr().println(Texts.of("display.missing.file", file));
            return ExitCode.USAGE;
        }
        Optional<Path> sample =
                Samples.installed().map(samples -> samples.model(SAMPLE)).filter(Files::exists);
        if (sample.isEmpty()) {
            commandLine.getErr().println(Texts.of("display.missing.samples"));
            return ExitCode.USAGE;
        }
        commandLine.getOut().println(Texts.of("display.missing.sample", sample.get()));
        return commandLine.execute("train", sample.get().toString());
    }
}
