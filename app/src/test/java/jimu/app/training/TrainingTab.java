package jimu.app.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.fx.form.FormEntry;
import jimu.app.session.CurrentRun;
import jimu.app.session.OpenData;
import jimu.app.session.OpenProblems;
import jimu.app.session.RunRestart;
import jimu.app.session.Session;
import jimu.engine.runtime.Backends;
import jimu.engine.train.RunFolder;
import jimu.engine.train.TrainOptions;

/** What stands behind the Training tab, in the hands of a test. */
final class TrainingTab {
    private final Session session = new Session();
    private final HandPump pump = new HandPump();
    private final Answers dialogs = new Answers();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final CurrentRun run = new CurrentRun(session, pump);
    private final TrainingViewModel model = new TrainingViewModel(
            session,
            data,
            new OpenProblems(session, data),
            run,
            new RunRestart(session, data, run, Background.onCurrentThread(), file -> options(), "1.2"),
            Background.onCurrentThread(),
            dialogs,
            file -> options());
    private final Commands commands = new Commands();
    private Optional<Path> kept = Optional.empty();

    TrainingTab() {
        model.register(commands);
    }

    private TrainOptions options() {
        return new TrainOptions(Backends.reference(), Optional.empty(), OptionalInt.empty(), kept.map(RunFolder::new));
    }

    /** Keeps the next run in a folder; without it no run is kept. */
    void keepIn(Path folder) {
        kept = Optional.of(folder);
    }

    Session session() {
        return session;
    }

    HandPump pump() {
        return pump;
    }

    Answers dialogs() {
        return dialogs;
    }

    CurrentRun run() {
        return run;
    }

    TrainingViewModel model() {
        return model;
    }

    Commands commands() {
        return commands;
    }

    Command command(CommandId id) {
        return commands.find(id).orElseThrow();
    }

    /** The question of that name. */
    FormEntry entry(String name) {
        return model.entries().stream()
                .filter(entry -> entry.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Where the run is, in words. */
    String place() {
        return model.progressProperty().get().place();
    }
}
