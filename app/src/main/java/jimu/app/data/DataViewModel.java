package jimu.app.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.fx.FileKind;
import jimu.app.fx.Latest;
import jimu.app.fx.form.FormEntry;
import jimu.app.session.DataState;
import jimu.app.session.OpenData;
import jimu.app.session.Samples;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.data.csv.CsvColumn;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Edit;
import jimu.engine.graph.PictureSettings;
import jimu.engine.graph.Sampling;

/** Chooses data for the open document and tells what they are; every choice is an edit that can be undone. */
public final class DataViewModel {
    private final Session session;
    private final OpenData data;
    private final Background background;
    private final Dialogs dialogs;
    private final Optional<Samples> samples;
    private final DataForm form;
    private final Latest looking;
    private final ReadOnlyObjectWrapper<Optional<DataChoice>> choice =
            new ReadOnlyObjectWrapper<>(this, "choice", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DataFacts>> facts =
            new ReadOnlyObjectWrapper<>(this, "facts", Optional.empty());
    private final ReadOnlyObjectWrapper<DataPreview> preview =
            new ReadOnlyObjectWrapper<>(this, "preview", new DataPreview.None());
    private final ReadOnlyStringWrapper path = new ReadOnlyStringWrapper(this, "path", "");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ObservableList<CsvColumn> columns = FXCollections.observableArrayList();
    private DataSettings shown = DataSettings.NONE;

    public DataViewModel(
            Session session, OpenData data, Background background, Dialogs dialogs, Optional<Samples> samples) {
        this.session = session;
        this.data = data;
        this.background = background;
        this.dialogs = dialogs;
        this.samples = samples;
        this.form = new DataForm(session, this::look, this::chooseValidation);
        this.looking = new Latest(background);
        session.documentProperty().addListener((value, old, now) -> refresh());
        data.stateProperty().addListener((value, old, now) -> show(now));
        Texts.follow(this, DataViewModel::retell);
        refresh();
        show(data.state());
    }

    private void retell() {
        form.show(session.present().data(), List.copyOf(columns));
        show(data.state());
    }

    /** The choices that can be made here. */
    public List<DataChoice> choices() {
        return List.of(DataChoice.values()).stream()
                .filter(one -> samples.isPresent() || one.sample().isEmpty())
                .toList();
    }

    /** What is chosen, if anything. */
    public ReadOnlyObjectProperty<Optional<DataChoice>> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** Chooses a sample at once, or asks for a file or folder. */
    public void choose(DataChoice wanted) {
        Optional<DataSource> toy = wanted.toy(session.present().data().source());
        if (toy.isPresent()) {
            use(toy.get());
        } else if (wanted.sample().isPresent()) {
            samples.ifPresent(installed -> use(wanted.sample().orElseThrow().source(installed)));
        } else if (wanted == DataChoice.CSV) {
            dialogs.chooseToOpen(FileKind.CSV).ifPresent(this::use);
        } else {
            dialogs.chooseFolder().ifPresent(this::use);
        }
    }

    private void chooseValidation() {
        DataSettings now = session.present().data();
        boolean folder = now.source().orElse(null) instanceof DataSource.IdxFolder;
        Optional<Path> chosen = folder ? dialogs.chooseFolder() : dialogs.chooseToOpen(FileKind.CSV);
        chosen.ifPresent(path -> session.apply(new Edit.SetData(now.withValidationPath(Optional.of(path.toString())))));
        form.show(session.present().data(), List.copyOf(columns));
    }

    /** Takes a CSV file as a table whose last column is the target, or a folder as pictures in IDX files. */
    public void use(Path path) {
        if (Files.isDirectory(path)) {
            use(new DataSource.IdxFolder(path.toString()));
        } else {
            useCsv(path);
        }
    }

    /** Takes these columns of the file as features; all of a table's, or the target of a series alone, need no names. */
    public void useFeatures(List<String> chosen) {
        DataSource source = session.present().data().source().orElse(null);
        if (source instanceof DataSource.CsvFile csv) {
            use(csv.withFeatures(chosen.size() == possibleFeatures().size() ? List.of() : chosen));
        } else if (source instanceof DataSource.Series series) {
            use(series.withFeatures(chosen.equals(List.of(series.target())) ? List.of() : chosen));
        }
    }

    /** The columns that can be features, in order. */
    public List<String> possibleFeatures() {
        DataSource source = session.present().data().source().orElse(null);
        return columns.stream()
                .filter(column -> column.numeric()
                        && !(source instanceof DataSource.CsvFile csv
                                && column.name().equals(csv.target())))
                .map(CsvColumn::name)
                .toList();
    }

    /** The columns that are features. */
    public List<String> features() {
        DataSource source = session.present().data().source().orElse(null);
        if (source instanceof DataSource.CsvFile csv) {
            return csv.features().isEmpty() ? possibleFeatures() : csv.features();
        } else if (source instanceof DataSource.Series series) {
            return series.features().isEmpty() ? List.of(series.target()) : series.features();
        }
        return List.of();
    }

    /** The settings that apply to what is chosen. */
    public ObservableList<FormEntry> entries() {
        return form.entries();
    }

    /** The table's columns, once they are known; empty for other data. */
    public ObservableList<CsvColumn> columns() {
        return columns;
    }

    /** What the data are, once they are there. */
    public ReadOnlyObjectProperty<Optional<DataFacts>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** The first samples. */
    public ReadOnlyObjectProperty<DataPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** The file or folder. */
    public ReadOnlyStringProperty pathProperty() {
        return path.getReadOnlyProperty();
    }

    /** What goes on, or what to do; empty once data are there. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether data are being read. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Why the data cannot be used; empty if they can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private void use(DataSource source) {
        DataSettings old = session.present().data();
        boolean other = !old.source().map(DataViewModel::place).equals(Optional.of(place(source)));
        DataSettings kept = other
                ? old.withSampling(Sampling.SINGLE)
                        .withPictures(PictureSettings.AS_THEY_ARE)
                        .withValidationPath(Optional.empty())
                : old;
        session.apply(new Edit.SetData(kept.withSource(source)));
    }

    private void useCsv(Path file) {
        background.run(
                () -> CsvColumn.read(file),
                found -> use(DataKind.table(file.toString(), found)),
                failure -> problem.set(String.valueOf(failure.getMessage())));
    }

    private void refresh() {
        DataSettings now = session.present().data();
        if (!samePlace(now, shown)) {
            path.set(now.source().map(DataSource::path).orElse(""));
            choice.set(now.source().map(source -> DataChoice.of(source, samples)));
            columns.clear();
            readColumns(now);
        }
        shown = now;
        form.show(now, List.copyOf(columns));
    }

    private void readColumns(DataSettings settings) {
        Optional<String> file = settings.source()
                .filter(source -> source instanceof DataSource.CsvFile || source instanceof DataSource.Series)
                .map(DataSource::path);
        if (file.isPresent()) {
            background.run(
                    () -> CsvColumn.read(Path.of(file.get())),
                    found -> {
                        if (path.get().equals(file.get())) {
                            columns.setAll(found);
                            form.show(session.present().data(), found);
                            data.loaded().ifPresent(this::preview);
                        }
                    },
                    failure -> columns.clear());
        }
    }

    /** Shows the points of a toy problem as they would be, while a person moves a slider. */
    private void look(DataSettings settings) {
        if (settings.source().orElse(null) instanceof DataSource.Toy) {
            looking.run(
                    () -> DataPreview.of(DataLoader.load(settings), List.of()),
                    preview::set,
                    failure -> problem.set(String.valueOf(failure.getMessage())));
        }
    }

    /** Points are made up in no time: while they are, those before stay in sight. */
    private boolean isLoading(DataState state) {
        return state instanceof DataState.Loading
                && !(session.present().data().source().orElse(null) instanceof DataSource.Toy);
    }

    private void show(DataState state) {
        if (state instanceof DataState.Loading && !isLoading(state)) {
            return;
        }
        looking.forget();
        loading.set(isLoading(state));
        notice.set(notice(state));
        problem.set(state instanceof DataState.Failed failed ? failed.sentence() : "");
        if (!loading.get()) {
            facts.set(state.loaded().map(DataFacts::of));
            if (state.loaded().isEmpty()) {
                preview.set(new DataPreview.None());
            }
            state.loaded().ifPresent(this::preview);
        }
    }

    private void preview(LoadedData loaded) {
        List<String> names = features();
        background.run(
                () -> DataPreview.of(loaded, names),
                made -> {
                    if (data.loaded().equals(Optional.of(loaded))) {
                        preview.set(made);
                    }
                },
                failure -> problem.set(Texts.of("data.failed", failure)));
    }

    private String notice(DataState state) {
        if (state instanceof DataState.Loading) {
            return Texts.of("data.loading", fileName());
        }
        return state instanceof DataState.None ? Texts.of("data.empty") : "";
    }

    private String fileName() {
        return session.present()
                .data()
                .source()
                .map(source -> String.valueOf(Path.of(source.path()).getFileName()))
                .orElse("");
    }

    private static boolean samePlace(DataSettings one, DataSettings other) {
        return one.source().map(DataViewModel::place).equals(other.source().map(DataViewModel::place));
    }

    /** What a source is apart from how it is read: its file or folder, or its toy problem. */
    private static Object place(DataSource source) {
        return source instanceof DataSource.Toy toy ? toy.problem() : source.path();
    }
}
