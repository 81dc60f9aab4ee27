package jimu.app.session;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import jimu.app.fx.Background;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.runtime.Backends;
import jimu.engine.train.Profiler;
import jimu.engine.train.StepProfile;
import jimu.engine.train.TrainOptions;

/** The time and memory profile of a training step of the open document, measured when asked for. For the JavaFX thread only. */
public final class OpenProfile {
    private final Session session;
    private final OpenData data;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<StepProfile>> profile =
            new ReadOnlyObjectWrapper<>(this, "profile", Optional.empty());
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper(this, "measuring");
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private Document of = Document.EMPTY;
    private AtomicBoolean wanted = new AtomicBoolean();

    /** No profile yet; one that was measured is dropped when the network changes. */
    public OpenProfile(Session session, OpenData data, Background background) {
        this.session = session;
        this.data = data;
        this.background = background;
        session.historyProperty().addListener((value, old, now) -> {
            if (!session.wholePresent().sameNetwork(of)) {
                wanted.set(false);
                profile.set(Optional.empty());
            }
        });
    }

    /** What was measured of the network as it is. */
    public ReadOnlyObjectProperty<Optional<StepProfile>> profileProperty() {
        return profile.getReadOnlyProperty();
    }

    /** Whether steps are being measured. */
    public ReadOnlyBooleanProperty measuringProperty() {
        return measuring.getReadOnlyProperty();
    }

    /** Whether the canvas shows times as heat. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Measures the document as it is; {@code failed} gets a sentence where that cannot be done. */
    public void measure(Runnable done, Consumer<String> failed) {
        Optional<LoadedData> loaded = data.loaded();
        if (loaded.isEmpty() || measuring.get()) {
            return;
        }
        Document document = session.wholePresent();
        AtomicBoolean go = new AtomicBoolean(true);
        of = document;
        wanted = go;
        measuring.set(true);
        background.run(
                () -> Profiler.profile(document, loaded.get(), TrainOptions.with(Backends.all()), go::get),
                measured -> {
                    measuring.set(false);
                    if (go.get()) {
                        profile.set(Optional.of(measured));
                        shown.set(true);
                        done.run();
                    }
                },
                wrong -> {
                    measuring.set(false);
                    failed.accept(String.valueOf(wrong.getMessage()));
                });
    }
}
