package jimu.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.stage.Stage;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Appearance;
import jimu.app.session.RunPlaces;
import jimu.app.session.Samples;
import jimu.app.session.Session;
import jimu.app.sweep.SweepActions;
import jimu.app.sweep.SweepPlaces;
import jimu.app.sweep.SweepView;
import jimu.app.sweep.SweepViewModel;
import jimu.engine.runtime.Backends;
import jimu.engine.sweep.SweepFolder;
import jimu.engine.sweep.SweepOptions;

/** The sweeps of the open document in a window of their own beside the main one. */
final class SweepWindow {
    private final Stage main;
    private final Session session;
    private final Appearance appearance;
    private final SweepViewModel model;
    private final SweepActions actions;
    private Optional<Stage> window = Optional.empty();

    SweepWindow(Stage main, Session session, Appearance appearance, SweepViewModel model, SweepActions actions) {
        this.main = main;
        this.session = session;
        this.appearance = appearance;
        this.model = model;
        this.actions = actions;
        session.openProperty().addListener((value, old, open) -> {
            if (!open) {
                window.ifPresent(Stage::hide);
            }
        });
        session.openingsProperty()
                .addListener(
                        (value, old, now) -> window.filter(Stage::isShowing).ifPresent(shown -> model.see()));
    }

    void addTo(Commands commands) {
        commands.add(Command.of(CommandId.SWEEP, session.openProperty(), this::open));
    }

    /** Opens the window, with a knob in the plan. */
    Consumer<String> adding() {
        return knob -> {
            open();
            model.plan().add(knob);
        };
    }

    /** Opens the window. */
    void open() {
        model.see();
        Stage stage = window.orElseGet(
                () -> SideWindow.beside(main, "sweep.title", new SweepView(model, actions), appearance));
        window = Optional.of(stage);
        SideWindow.bringForward(stage);
    }

    /** Sweeps lie among the runs of their document, and compute with all that the machine has. */
    static SweepPlaces places() {
        Optional<Samples> samples = Samples.installed();
        String version = new Version().number();
        return new SweepPlaces() {
            @Override
            public Path runs(Optional<Path> document, String name) {
                return RunPlaces.of(document, name, samples);
            }

            @Override
            public SweepOptions options(SweepFolder folder) {
                return new SweepOptions(Backends.all(), OptionalInt.empty(), folder, version);
            }
        };
    }
}
