package jimu.app.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import jimu.app.fx.Background;
import jimu.app.text.Texts;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.graph.History;
import jimu.engine.imports.StartWeights;
import jimu.engine.infer.Inference;
import jimu.engine.io.WeightFile;

/**
 * Puts the weights that the open document begins with in the place of the seeded first ones until a run begins, so that what is
 * shown, evaluated and exported is what the file holds. For the JavaFX thread only.
 */
public final class OpenStartWeights {
    private final Session session;
    private final CurrentRun current;
    private final Background background;
    private final Consumer<String> tell;
    private Optional<String> read = Optional.empty();

    /** Follows the session's document; {@code tell} gets a sentence if the file cannot be read. */
    public OpenStartWeights(Session session, CurrentRun current, Background background, Consumer<String> tell) {
        this.session = session;
        this.current = current;
        this.background = background;
        this.tell = tell;
        session.openingsProperty().addListener((value, old, now) -> opened());
        session.historyProperty().addListener((value, old, now) -> changed(now));
    }

    private void opened() {
        read = session.present().training().startWeights();
        read.ifPresent(file -> load(Path.of(file)));
    }

    /** An opening, which is told on its own, begins a history without steps. */
    private void changed(History now) {
        Optional<String> wanted = now.present().training().startWeights();
        boolean opening = now.undo().isEmpty() && now.redo().isEmpty();
        if (opening || wanted.equals(read)) {
            return;
        }
        read = wanted;
        if (current.run().isEmpty()) {
            wanted.ifPresentOrElse(file -> load(Path.of(file)), current::useOwn);
        }
    }

    private void load(Path file) {
        Document document = session.whole();
        Inference inference = session.wholeInference();
        int asked = session.openingsProperty().get();
        background.run(
                () -> {
                    WeightFile weights = StartWeights.read(file);
                    return new LoadedWeights(
                            String.valueOf(file.getFileName()),
                            StartWeights.fitting(weights, file, document, inference),
                            Optional.of(weights.preprocessing()).filter(known -> !known.equals(Preprocessing.NONE)));
                },
                weights -> {
                    if (asked == session.openingsProperty().get()
                            && current.run().isEmpty()) {
                        current.use(weights);
                    }
                },
                failure -> tell.accept(Texts.of("training.start.failed", String.valueOf(failure.getMessage()))));
    }
}
