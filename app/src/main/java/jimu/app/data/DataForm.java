package jimu.app.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormTarget;
import jimu.app.session.Session;
import jimu.engine.data.csv.CsvColumn;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Edit;

/** The settings of data as a form: how a file is read, what a sample is, how samples are prepared and divided. */
final class DataForm implements FormTarget {
    private final Session session;
    private final Consumer<DataSettings> look;
    private final Runnable chooseValidation;
    private final ObservableList<FormEntry> entries = FXCollections.observableArrayList();
    private List<DataSetting> asked = List.of();

    /**
     * A form that tells {@code look} the settings that a person is about to choose, and the present ones if none are; {@code
     * chooseValidation} asks for a validation set.
     */
    DataForm(Session session, Consumer<DataSettings> look, Runnable chooseValidation) {
        this.session = session;
        this.chooseValidation = chooseValidation;
        this.look = look;
    }

    ObservableList<FormEntry> entries() {
        return entries;
    }

    /** Shows settings, with the columns of the file if they are known. */
    void show(DataSettings settings, List<CsvColumn> columns) {
        asked = settings.source().isEmpty() ? List.of() : DataQuestions.of(settings, columns);
        List<Object> wanted = asked.stream().<Object>map(DataSetting::question).toList();
        if (!wanted.equals(entries.stream().map(FormEntry::question).toList())) {
            entries.setAll(asked.stream()
                    .map(one -> new FormEntry(one.question(), one.value().apply(settings), this))
                    .toList());
        }
        for (int i = 0; i < asked.size(); i++) {
            entries.get(i).show(asked.get(i).value().apply(settings), "");
        }
    }

    /** The setting of that name; none if it was asked before and is no more. */
    private Optional<DataSetting> setting(String name) {
        return asked.stream().filter(one -> one.question().name().equals(name)).findFirst();
    }

    @Override
    public Optional<String> wrong(String name, Object plain) {
        return setting(name).flatMap(one -> one.wrong().apply(plain));
    }

    @Override
    public void preview(String name, Object plain) {
        look.accept(changed(name, plain));
    }

    @Override
    public void commit(String name, Object plain) {
        if (DataQuestions.asksForFile(name, plain)) {
            chooseValidation.run();
            return;
        }
        DataSettings now = changed(name, plain);
        if (!now.equals(session.present().data())) {
            session.apply(new Edit.SetData(now));
        }
    }

    private DataSettings changed(String name, Object plain) {
        DataSettings old = session.present().data();
        return setting(name).map(one -> one.changed().apply(old, plain)).orElse(old);
    }

    @Override
    public void cancel() {
        look.accept(session.present().data());
    }
}
