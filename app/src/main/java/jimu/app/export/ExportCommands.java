package jimu.app.export;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.fx.FileKind;
import jimu.app.session.CurrentRun;
import jimu.app.session.OpenData;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.export.ExportException;
import jimu.engine.export.onnx.OnnxExporter;
import jimu.engine.export.pytorch.PyTorchExporter;
import jimu.engine.graph.Document;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.infer.Inference;
import jimu.engine.plan.WeightSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands that export the open network: with the weights of its run, or else its seeded first ones, and with what is done to
 * raw data before they enter.
 */
public final class ExportCommands {
    /** Writes a network to a file. */
    @FunctionalInterface
    private interface Writer {
        void write(Inference inference, WeightSnapshot weights, Optional<String> preprocessing, Path file)
                throws ExportException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ExportCommands.class);

    private final Session session;
    private final CurrentRun run;
    private final OpenData data;
    private final Background background;
    private final Dialogs dialogs;

    /** Exports of the session's document. */
    public ExportCommands(Session session, CurrentRun run, OpenData data, Background background, Dialogs dialogs) {
        this.session = session;
        this.run = run;
        this.data = data;
        this.background = background;
        this.dialogs = dialogs;
    }

    /** Adds them to the list; without a block there is nothing to export. */
    public void addTo(Commands commands) {
        BooleanBinding possible = Bindings.createBooleanBinding(
                () -> !session.wholeInference().graph().blocks().isEmpty(), session.wholeInferenceProperty());
        StringBinding why = Bindings.when(possible).then("").otherwise(Texts.bound("export.empty"));
        commands.add(
                command(
                        CommandId.EXPORT_ONNX,
                        possible,
                        why,
                        () -> export(FileKind.ONNX, onnx(session.wholePresent()))),
                command(
                        CommandId.EXPORT_PYTORCH,
                        possible,
                        why,
                        () -> export(FileKind.PYTHON, python(session.present().training()))));
    }

    private static Command command(CommandId id, BooleanBinding possible, StringBinding why, Runnable action) {
        return new Command(id, Texts.bound(id.key()), possible, why, action);
    }

    private static Writer onnx(Document document) {
        return (inference, weights, preprocessing, file) ->
                OnnxExporter.export(inference, weights, preprocessing, Optional.of(document), file);
    }

    private static Writer python(TrainingSettings settings) {
        return (inference, weights, preprocessing, file) ->
                PyTorchExporter.export(inference, weights, preprocessing, Optional.of(settings), bare(file), file);
    }

    private void export(FileKind kind, Writer writer) {
        String proposed = bare(Path.of(session.nameProperty().get())) + "." + kind.ending();
        dialogs.chooseToSave(kind, proposed).ifPresent(file -> export(file, writer));
    }

    private void export(Path file, Writer writer) {
        Inference inference = session.wholeInference();
        long seed = session.present().training().seed();
        boolean trained = run.run().isPresent() || run.loadedProperty().get().isPresent();
        Preprocessing ofData = data.loaded().map(LoadedData::preprocessing).orElse(Preprocessing.NONE);
        Optional<String> preprocessing = Optional.of(run.preprocessing(ofData))
                .filter(fitted -> !fitted.equals(Preprocessing.NONE))
                .map(Preprocessing::toJson);
        background.run(
                () -> {
                    writer.write(inference, run.weights(inference, seed).join(), preprocessing, file);
                    return file;
                },
                written -> dialogs.tell(
                        Texts.of("export.title"),
                        Texts.of(trained ? "export.trained" : "export.initial", written.getFileName(), seed)),
                this::tell);
    }

    private void tell(Exception failure) {
        if (!(failure instanceof ExportException)) {
            LOG.error("An export broke off", failure);
        }
        dialogs.error(String.valueOf(failure.getMessage()));
    }

    private static String bare(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.(jimu|py|onnx)$", "");
    }
}
