package jimu.app.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.fx.Background;
import jimu.app.text.Texts;
import jimu.engine.data.DataException;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.DataSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data of the open document, read again in the background whenever its settings change; only the latest reading counts. */
public final class OpenData {
    private static final Logger LOG = LoggerFactory.getLogger(OpenData.class);

    private final Session session;
    private final Background background;
    private final ReadOnlyObjectWrapper<DataState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new DataState.None());
    private DataSettings settings = DataSettings.NONE;
    private int reading;

    public OpenData(Session session, Background background) {
        this.session = session;
        this.background = background;
        session.documentProperty().addListener((value, old, now) -> refresh());
        refresh();
    }

    /** How far the data have come. */
    public DataState state() {
        return state.get();
    }

    /** How far the data have come. */
    public ReadOnlyObjectProperty<DataState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The data, if they are there. */
    public Optional<LoadedData> loaded() {
        return state.get().loaded();
    }

    /** Reads the files again. */
    public void reload() {
        int mine = ++reading;
        if (settings.source().isEmpty()) {
            state.set(new DataState.None());
            return;
        }
        DataSettings wanted = settings;
        state.set(new DataState.Loading());
        background.run(
                () -> DataLoader.load(wanted),
                data -> finish(mine, new DataState.Ready(data)),
                failure -> finish(mine, new DataState.Failed(sentence(failure))));
    }

    private void refresh() {
        DataSettings wanted = session.present().data();
        if (!wanted.equals(settings)) {
            settings = wanted;
            reload();
        }
    }

    private void finish(int number, DataState result) {
        if (number == reading) {
            state.set(result);
        }
    }

    private static String sentence(Exception failure) {
        if (failure instanceof DataException) {
            return String.valueOf(failure.getMessage());
        }
        LOG.error("Reading data broke off", failure);
        return Texts.of("data.failed", failure);
    }
}
