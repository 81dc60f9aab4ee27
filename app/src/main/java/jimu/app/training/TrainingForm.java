package jimu.app.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormTarget;
import jimu.app.fx.form.Question;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Edit;
import jimu.engine.graph.TrainingSettings;

/** The training settings as a form; while a run is in progress, entries that it does not take over say so. */
final class TrainingForm implements FormTarget {
    private final Session session;
    private final RunSteering steering;
    private final Supplier<Optional<Path>> file;
    private final KindForm schedule = KindForm.schedule();
    private final List<FormPart> parts = List.of(
            new BasicForm(),
            KindForm.optimizer(),
            schedule,
            KindForm.clipping(),
            new ValidationForm(),
            new ChanceForm(),
            new StartForm(),
            new CheckpointForm());
    private final ObservableList<FormEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper scheduling = new ReadOnlyIntegerWrapper(this, "scheduling");

    /** {@code file} asks a person for a file of weights. */
    TrainingForm(Session session, RunSteering steering, Supplier<Optional<Path>> file) {
        this.session = session;
        this.file = file;
        this.steering = steering;
        session.historyProperty().addListener((value, old, now) -> show(settings()));
        steering.newsProperty().addListener((value, old, now) -> note());
        Texts.follow(this, form -> form.show(form.settings()));
        show(settings());
    }

    ObservableList<FormEntry> entries() {
        return entries;
    }

    /** Changes whenever a person changes, or is about to change, the schedule. */
    ReadOnlyIntegerProperty schedulingProperty() {
        return scheduling.getReadOnlyProperty();
    }

    private void show(TrainingSettings settings) {
        List<Question> wanted = parts.stream()
                .flatMap(part -> part.questions(settings).stream())
                .toList();
        if (!wanted.equals(entries.stream().map(FormEntry::question).toList())) {
            entries.setAll(wanted.stream()
                    .map(question -> new FormEntry(question, value(question.name(), settings), this))
                    .toList());
        }
        entries.forEach(entry -> entry.show(
                value(entry.question().name(), settings),
                automatic(entry.question().name(), settings)));
        note();
    }

    private void note() {
        entries.forEach(entry -> {
            String name = entry.question().name();
            entry.note(part(name).map(part -> steering.note(part.setting(name))).orElse(""));
        });
    }

    private Object value(String name, TrainingSettings settings) {
        return part(name).map(part -> part.value(name, settings)).orElse("");
    }

    /** What follows from other settings while it is automatic. */
    private static String automatic(String name, TrainingSettings settings) {
        return name.equals("schedule-T_max") ? Integer.toString(settings.epochs()) : "";
    }

    @Override
    public Optional<String> wrong(String name, Object plain) {
        return part(name)
                .flatMap(part -> part.wrong(name, plain, settings())
                        .or(() -> steering.obstacle(part.changed(name, plain, settings()))));
    }

    @Override
    public void preview(String name, Object plain) {
        session.preview(new Edit.SetTraining(changed(name, plain)));
        noteSchedule(name);
    }

    @Override
    public void commit(String name, Object plain) {
        if (plain.equals(StartForm.another())) {
            file.get()
                    .map(path -> settings()
                            .withStartWeights(Optional.of(path.toAbsolutePath().toString())))
                    .ifPresent(changed -> session.apply(new Edit.SetTraining(changed)));
            show(settings());
            return;
        }
        session.apply(new Edit.SetTraining(changed(name, plain)));
        noteSchedule(name);
    }

    @Override
    public void cancel() {
        session.endPreview();
    }

    private void noteSchedule(String name) {
        if (schedule.asks(name, settings())) {
            scheduling.set(scheduling.get() + 1);
        }
    }

    private TrainingSettings changed(String name, Object plain) {
        TrainingSettings old = settings();
        return part(name).map(part -> part.changed(name, plain, old)).orElse(old);
    }

    private Optional<FormPart> part(String name) {
        return parts.stream().filter(part -> part.asks(name, settings())).findFirst();
    }

    private TrainingSettings settings() {
        return session.present().training();
    }
}
