package jimu.app.data;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormTarget;
import jimu.app.fx.form.Question;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.data.csv.CsvColumn;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Edit;
import jimu.engine.graph.TargetKind;
import jimu.engine.layer.ParameterKind;

/** The settings of data as a form: how a table is read, how samples are prepared and divided. */
final class DataForm implements FormTarget {
    private static final String TARGET = "target";
    private static final String MEANING = "meaning";
    private static final String STANDARDIZE = "standardize";
    private static final String VALIDATION = "validation";
    private static final String TEST = "test";
    private static final String SEED = "seed";
    private static final double PERCENT = 100;
    private static final int MOST = 90;

    private final Session session;
    private final ObservableList<FormEntry> entries = FXCollections.observableArrayList();

    DataForm(Session session) {
        this.session = session;
    }

    ObservableList<FormEntry> entries() {
        return entries;
    }

    /** Shows settings, with the columns of the table if they are known. */
    void show(DataSettings settings, List<CsvColumn> columns) {
        List<Question> wanted = settings.source().isEmpty() ? List.of() : questions(settings, columns);
        if (!wanted.equals(entries.stream().map(FormEntry::question).toList())) {
            entries.setAll(wanted.stream()
                    .map(question -> new FormEntry(question, value(question.name(), settings), this))
                    .toList());
        }
        entries.forEach(entry -> entry.show(value(entry.question().name(), settings), ""));
    }

    private static List<Question> questions(DataSettings settings, List<CsvColumn> columns) {
        Question standardize =
                new Question(STANDARDIZE, label(STANDARDIZE), ParameterKind.FLAG, 0, 1, List.of(), tip(STANDARDIZE));
        Question validation = Question.integer(VALIDATION, label(VALIDATION), 0, MOST, tip(VALIDATION));
        Question seed = Question.integer(SEED, label(SEED), 0, Integer.MAX_VALUE, tip(SEED));
        if (!(settings.source().orElse(null) instanceof DataSource.CsvFile csv)) {
            return List.of(standardize, validation, seed);
        }
        List<String> names = columns.isEmpty()
                ? List.of(csv.target())
                : columns.stream().map(CsvColumn::name).toList();
        return List.of(
                Question.choice(TARGET, label(TARGET), names, tip(TARGET)),
                Question.choice(MEANING, label(MEANING), meanings(), tip(MEANING)),
                standardize,
                validation,
                Question.integer(TEST, label(TEST), 0, MOST, tip(TEST)),
                seed);
    }

    private static Object value(String name, DataSettings settings) {
        DataSource.CsvFile csv = settings.source().orElse(null) instanceof DataSource.CsvFile file ? file : null;
        return switch (name) {
            case TARGET -> csv == null ? "" : csv.target();
            case MEANING -> meanings().get(csv == null || csv.kind() == TargetKind.CLASS ? 0 : 1);
            case STANDARDIZE -> settings.standardize();
            case VALIDATION -> Math.round(settings.validationFraction() * PERCENT);
            case TEST -> Math.round(settings.testFraction() * PERCENT);
            case SEED -> settings.seed();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public Optional<String> wrong(String name, Object plain) {
        return switch (name) {
            case VALIDATION, TEST -> unlessWithin(name, plain, MOST);
            case SEED -> unlessWithin(name, plain, Integer.MAX_VALUE);
            default -> Optional.empty();
        };
    }

    @Override
    public void preview(String name, Object plain) {
        // Reading data anew at every turn of a number would only be in the way.
    }

    @Override
    public void commit(String name, Object plain) {
        session.apply(new Edit.SetData(changed(session.present().data(), name, plain)));
    }

    @Override
    public void cancel() {
        // Nothing was previewed.
    }

    private static DataSettings changed(DataSettings old, String name, Object plain) {
        return switch (name) {
            case TARGET -> withTarget(old, (String) plain);
            case MEANING -> withMeaning(old, plain.equals(meanings().get(0)));
            case STANDARDIZE -> old.withStandardize((Boolean) plain);
            case VALIDATION -> old.withFractions((Long) plain / PERCENT, old.testFraction());
            case TEST -> old.withFractions(old.validationFraction(), (Long) plain / PERCENT);
            case SEED -> old.withSeed((Long) plain);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static DataSettings withTarget(DataSettings old, String target) {
        return old.source().orElse(null) instanceof DataSource.CsvFile csv
                ? old.withSource(new DataSource.CsvFile(csv.path(), List.of(), target, csv.kind()))
                : old;
    }

    private static DataSettings withMeaning(DataSettings old, boolean classes) {
        return old.source().orElse(null) instanceof DataSource.CsvFile csv
                ? old.withSource(new DataSource.CsvFile(csv.path(), csv.features(), csv.target(), classes ? TargetKind.CLASS : TargetKind.NUMBER))
                : old;
    }

    private static Optional<String> unlessWithin(String name, Object plain, int most) {
        return plain instanceof Long number && number >= 0 && number <= most
                ? Optional.empty()
                : Optional.of(Texts.of("form.range", label(name), 0, most));
    }

    private static List<String> meanings() {
        return List.of(Texts.of("data.meaning.classes"), Texts.of("data.meaning.numbers"));
    }

    private static String label(String name) {
        return Texts.of("data." + name);
    }

    private static String tip(String name) {
        return Texts.of("data." + name + ".tip");
    }
}
