package jimu.app.cli;

import java.util.Set;
import jimu.app.text.Texts;
import jimu.engine.data.DataException;
import jimu.engine.export.ExportException;
import jimu.engine.io.FileException;
import jimu.engine.runtime.IndexException;
import jimu.engine.sweep.SweepException;
import jimu.engine.tensor.MemoryLimitException;
import jimu.engine.train.TrainingException;
import jimu.engine.verify.ReferenceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Says in one sentence what went wrong, and makes the exit code 2 of it; a stack trace goes to the log alone. */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** Exceptions whose message is a sentence for people. */
    private static final Set<Class<?>> SENTENCES = Set.of(
            CommandException.class,
            DataException.class,
            ExportException.class,
            FileException.class,
            IndexException.class,
            MemoryLimitException.class,
            ReferenceException.class,
            SweepException.class,
            TrainingException.class);

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String sentence = String.valueOf(wrong.getMessage());
        say(
                command,
                Texts.of("command.wrong", sentence, command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (SENTENCES.stream().anyMatch(type -> type.isInstance(failure))) {
            say(command, String.valueOf(failure.getMessage()));
        } else {
            broken(command, failure);
        }
        return ExitCode.USAGE;
    }

    /** Runs what was parsed; an error of the Java machine is told in a sentence, too. */
    public static int run(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            say(parsed.commandSpec().commandLine(), Texts.of("command.memory"));
        } catch (LinkageError e) {
            broken(parsed.commandSpec().commandLine(), e);
        }
        return ExitCode.USAGE;
    }

    private static void broken(CommandLine command, Throwable failure) {
        LOG.debug("A command broke off", failure);
        say(command, Texts.of("command.broken", failure));
    }

    private static void say(CommandLine command, String sentence) {
        command.getErr().println(sentence);
    }
}
