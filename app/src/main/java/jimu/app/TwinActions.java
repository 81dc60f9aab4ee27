package jimu.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableStringValue;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.fx.FileKind;
import jimu.app.session.CurrentRun;
import jimu.app.session.OpenData;
import jimu.app.session.SecondRun;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.imports.StartWeights;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.runs.RunStore;
import jimu.engine.runtime.KernelSet;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Twins;

/** Trains the open document in turn with another one, on its data and from its seed, and draws both. For the JavaFX thread only. */
final class TwinActions {
    private final Session session;
    private final OpenData data;
    private final CurrentRun run;
    private final SecondRun second;
    private final ObservableStringValue obstacle;
    private final Background background;
    private final Dialogs dialogs;
    private final List<KernelSet> sets;
    private final Supplier<Path> runs;

    /** {@code obstacle} tells why the open document cannot be trained now, and {@code runs} the folder of its runs. */
    TwinActions(
            Session session,
            OpenData data,
            CurrentRun run,
            SecondRun second,
            ObservableStringValue obstacle,
            Background background,
            Dialogs dialogs,
            List<KernelSet> sets,
            Supplier<Path> runs) {
        this.session = session;
        this.data = data;
        this.run = run;
        this.second = second;
        this.obstacle = obstacle;
        this.background = background;
        this.dialogs = dialogs;
        this.sets = sets;
        this.runs = runs;
    }

    void addTo(Commands commands) {
        BooleanBinding ready = Bindings.createBooleanBinding(() -> reason().isEmpty(), obstacle, run.activeProperty());
        commands.add(new Command(
                CommandId.TWINS,
                Texts.bound(CommandId.TWINS.key()),
                ready,
                Bindings.createStringBinding(this::reason, obstacle, run.activeProperty(), Texts.language()),
                this::choose));
    }

    private String reason() {
        return run.activeProperty().get() ? Texts.of("training.why.running") : obstacle.get();
    }

    /** Lets a person choose the other document; the open one's own file is that without the changes since it was saved. */
    void choose() {
        dialogs.chooseToOpen(FileKind.JIMU)
                .ifPresent(file -> background.run(
                        () -> DocumentFile.open(file),
                        other -> train(other, () -> String.valueOf(file.getFileName())),
                        this::refused));
    }

    /** Trains the open document and another one, called so, in turn, and draws both. */
    void train(Document other, Supplier<String> name) {
        Optional<LoadedData> loaded = data.loaded();
        if (loaded.isEmpty() || !reason().isEmpty()) {
            dialogs.error(reason().isEmpty() ? Texts.of("sweep.data") : reason());
            return;
        }
        Document document = session.wholePresent();
        RunStore store = new RunStore(runs.get());
        background.run(
                () -> Twins.start(document, other, loaded.get(), options(document, store), options(other, store)),
                twins -> {
                    run.begin(twins.first());
                    second.begin(twins.second(), () -> Texts.of("sweep.twin", name.get()));
                },
                this::refused);
    }

    private void refused(Exception why) {
        dialogs.error(String.valueOf(why.getMessage()));
    }

    private TrainOptions options(Document document, RunStore store) throws FileException {
        return new TrainOptions(
                sets,
                StartWeights.of(document, ShapeInference.infer(document)),
                OptionalInt.empty(),
                Optional.of(store.next(new Version().number())));
    }
}
