package jimu.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import jimu.app.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The program's entry: {@code jimu [FILE]} opens the window, the subcommands work without one.
 *
 * <p>Exit codes: 0 done, 1 what the command looked for is wrong, 2 bad arguments or files. It does not extend
 * {@link Application}: the launcher refuses such a main class when JavaFX stands on the class path.
 */
@Command(name = "jimu", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Main implements Callable<Integer> {
    /** Held here because an unreferenced logger forgets its level: JavaFX complains of the class path at every start. */
    private static final Logger JAVAFX_NOTICES = Logger.getLogger("javafx");

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "FILE")
    private @Nullable Path file;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        JAVAFX_NOTICES.setLevel(Level.SEVERE);
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, ready to execute; it never exits the JVM. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setResourceBundle(Texts.bundle())
                .setParameterExceptionHandler(Main::sayWhatIsWrong);
    }

    @Override
    public Integer call() {
        try {
            Application.launch(App.class, file == null ? new String[0] : new String[] {file.toString()});
            return ExitCode.OK;
        } catch (UnsupportedOperationException e) {
            return withoutDisplay();
        }
    }

    private int withoutDisplay() {
        PrintWriter err = spec.commandLine().getErr();
        err.println(Texts.of("display.missing"));
        return trainSampleInTerminal();
    }

    private static int trainSampleInTerminal() {
        return ExitCode.USAGE;
    }

    private static int sayWhatIsWrong(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .println(Texts.of(
                        "command.wrong",
                        String.valueOf(e.getMessage()),
                        command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }
}
