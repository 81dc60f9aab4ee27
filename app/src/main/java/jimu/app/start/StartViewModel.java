package jimu.app.start;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
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
    private final ObjectProperty<StartData> data = new SimpleObjectProperty<>(this, "data", StartData.MNIST);
    private final ReadOnlyObjectWrapper<List<Template>> templates =
            new ReadOnlyObjectWrapper<>(this, "templates", List.of());

    /** Offers the recent files, and the models and data of the folder {@code samples}. */
    public StartViewModel(RecentFiles recent, Path samples, Actions actions, Background background) {
        this.recent = recent;
        this.samples = samples;
        this.actions = actions;
        background.run(
                () -> Template.in(samples.resolve("models")),
                templates::set,
                failure -> LOG.warn("There are no templates: {}", failure.toString()));
    }

    ObservableList<Path> recent() {
        return recent.all();
    }

    ReadOnlyObjectProperty<List<Template>> templatesProperty() {
        return templates.getReadOnlyProperty();
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
