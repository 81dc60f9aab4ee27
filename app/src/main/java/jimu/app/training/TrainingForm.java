package jimu.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** The training settings as a form; the parameters of optimiser, schedule and clipping follow from their schemas. */
final class TrainingForm implements FormTarget {
    private static final String EPOCHS = "epochs";
    private static final String BATCH = "batch_size";
    private static final String SEED = "seed";
    private static final int MOST = 1_000_000;

    private final Session session;
    private final KindForm schedule = KindForm.schedule();
    private final List<KindForm> kinds = List.of(KindForm.optimizer(), schedule, KindForm.clipping());
    private final ObservableList<FormEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper scheduling = new ReadOnlyIntegerWrapper(this, "scheduling");

    TrainingForm(Session session) {
        this.session = session;
        session.historyProperty().addListener((value, old, now) -> show(settings()));
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
        List<Question> wanted = questions(settings);
        if (!wanted.equals(entries.stream().map(FormEntry::question).toList())) {
            entries.setAll(wanted.stream()
                    .map(question -> new FormEntry(question, value(question.name(), settings), this))
                    .toList());
        }
        entries.forEach(entry -> entry.show(
                value(entry.question().name(), settings),
                automatic(entry.question().name(), settings)));
    }

    private List<Question> questions(TrainingSettings settings) {
        List<Question> questions = new ArrayList<>(List.of(
                Question.integer(EPOCHS, label(EPOCHS), 1, MOST, tip(EPOCHS)),
                Question.integer(BATCH, label(BATCH), 1, MOST, tip(BATCH))));
        kinds.forEach(kind -> questions.addAll(kind.questions(settings)));
        questions.add(Question.integer(SEED, label(SEED), 0, Integer.MAX_VALUE, tip(SEED)));
        return questions;
    }

    private Object value(String name, TrainingSettings settings) {
        return switch (name) {
            case EPOCHS -> (long) settings.epochs();
            case BATCH -> (long) settings.batchSize();
            case SEED -> settings.seed();
            default -> kind(name).map(kind -> kind.value(name, settings)).orElse("");
        };
    }

    /** What follows from other settings while it is automatic. */
    private static String automatic(String name, TrainingSettings settings) {
        return name.equals("schedule-T_max") ? Integer.toString(settings.epochs()) : "";
    }

    @Override
    public Optional<String> wrong(String name, Object plain) {
        return switch (name) {
            case EPOCHS, BATCH -> unlessWithin(name, plain, 1, MOST);
            case SEED -> unlessWithin(name, plain, 0, Integer.MAX_VALUE);
            default -> kind(name).flatMap(kind -> kind.wrong(name, plain, settings()));
        };
    }

    @Override
    public void preview(String name, Object plain) {
        session.preview(new Edit.SetTraining(changed(name, plain)));
        note(name);
    }

    @Override
    public void commit(String name, Object plain) {
        session.apply(new Edit.SetTraining(changed(name, plain)));
        note(name);
    }

    @Override
    public void cancel() {
        session.endPreview();
    }

    private void note(String name) {
        if (schedule.asks(name, settings())) {
            scheduling.set(scheduling.get() + 1);
        }
    }

    private TrainingSettings changed(String name, Object plain) {
        TrainingSettings old = settings();
        return switch (name) {
            case EPOCHS -> old.withEpochs(Math.toIntExact((Long) plain));
            case BATCH -> old.withBatchSize(Math.toIntExact((Long) plain));
            case SEED -> old.withSeed((Long) plain);
            default -> kind(name).map(kind -> kind.changed(name, plain, old)).orElse(old);
        };
    }

    private Optional<KindForm> kind(String name) {
        return kinds.stream().filter(kind -> kind.asks(name, settings())).findFirst();
    }

    private TrainingSettings settings() {
        return session.present().training();
    }

    private static Optional<String> unlessWithin(String name, Object plain, int least, int most) {
        return plain instanceof Long number && number >= least && number <= most
                ? Optional.empty()
                : Optional.of(Texts.of("form.range", label(name), least, most));
    }

    private static String label(String name) {
        return Texts.of("training." + name);
    }

    private static String tip(String name) {
        return Texts.of("training." + name + ".tip");
    }
}
