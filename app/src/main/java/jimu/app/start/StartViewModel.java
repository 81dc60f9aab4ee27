package jimu.app.start;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import jimu.app.fx.Background;
import jimu.app.session.RecentFiles;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the start page offers. */
public final class StartViewModel {
    /** What the start page lets a person do with files. */
    public interface Actions {
        /** Opens a document that has no file yet. */
        void create(Document document, String name);

        /** Lets a person choose a file and opens it. */
        void open();

        /** Opens a file. */
        void open(Path file);

        /** Opens the Layer Lab. */
        void tryLayers();
    }

    private static final Logger LOG = LoggerFactory.getLogger(StartViewModel.class);

    private final RecentFiles recent;
    private final Path samples;
    private final Actions actions;
    private final List<StartData> offered;
    private final ObjectProperty<StartData> data;
    private final ReadOnlyObjectWrapper<List<Template>> templates =
            new ReadOnlyObjectWrapper<>(this, "templates", List.of());
    private final ReadOnlyBooleanWrapper bare = new ReadOnlyBooleanWrapper(this, "bare");

    /** Offers the recent files, and the models and data of the folder {@code samples}. */
    public StartViewModel(RecentFiles recent, Path samples, Actions actions, Background background) {
        this.recent = recent;
        this.samples = samples;
        this.actions = actions;
        offered = Stream.of(StartData.values())
                .filter(one -> one.isThere(samples))
                .toList();
        data = new SimpleObjectProperty<>(this, "data", offered.get(0));
        background.run(
                () -> Template.in(samples.resolve("models")),
                found -> {
                    templates.set(found);
                    bare.set(found.isEmpty());
                },
                failure -> {
                    LOG.warn("There are no templates: {}", failure.toString());
                    bare.set(true);
                });
    }

    ObservableList<Path> recent() {
        return recent.all();
    }

    ReadOnlyObjectProperty<List<Template>> templatesProperty() {
        return templates.getReadOnlyProperty();
    }

    /** Whether no templates were found. */
    ReadOnlyBooleanProperty bareProperty() {
        return bare.getReadOnlyProperty();
    }

    /** The data that are there for a new model to begin with. */
    List<StartData> offered() {
        return offered;
    }

    /** The data that a new model begins with. */
    ObjectProperty<StartData> dataProperty() {
        return data;
    }

    void newModel() {
        actions.create(data.get().document(samples), Texts.of("file.untitled"));
    }

    void open() {
        actions.open();
    }

    void open(Path file) {
        actions.open(file);
    }

    void tryLayers() {
        actions.tryLayers();
    }

    void open(Template template) {
        actions.create(template.document(), template.name());
    }
}
