package jimu.app.inspector;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormTarget;
import jimu.app.fx.form.Question;
import jimu.app.text.Texts;
import jimu.engine.data.LoadedData;
import jimu.engine.train.Part;

/** Which sample is looked at: a part of the data and a number within it. */
final class SampleForm implements FormTarget {
    private static final String PART = "part";
    private static final String SAMPLE = "sample";

    private final Runnable changed;
    private final ObservableList<FormEntry> entries = FXCollections.observableArrayList();
    private Part part = Part.TRAIN;
    private int size;
    private int sample;
    private int settled;

    SampleForm(Runnable changed) {
        this.changed = changed;
    }

    /** The part and the number; nothing while there are no data. */
    ObservableList<FormEntry> entries() {
        return entries;
    }

    Part part() {
        return part;
    }

    int sample() {
        return sample;
    }

    /** How many samples the part has. */
    int size() {
        return size;
    }

    /** Looks at a sample of a part from the next showing of the data on. */
    void choose(Part other, int number) {
        part = other;
        sample = number;
        settled = number;
        entries.clear();
    }

    /** Asks in the language now spoken. */
    void retell() {
        entries.clear();
    }

    /** Follows the data. */
    void show(Optional<LoadedData> data) {
        int before = size;
        int now = data.map(loaded -> part.of(loaded).size()).orElse(0);
        size = now;
        if (data.isEmpty()) {
            entries.clear();
        } else if (entries.isEmpty() || now != before) {
            sample = Math.max(0, Math.min(sample, now - 1));
            settled = sample;
            List<String> parts =
                    Arrays.stream(Part.values()).map(SampleForm::name).toList();
            entries.setAll(
                    new FormEntry(Question.choice(PART, "", parts, Texts.of("tensors.part.tip")), name(part), this),
                    new FormEntry(
                            Question.integer(SAMPLE, "", 0, Math.max(0, now - 1), Texts.of("tensors.number.tip")),
                            (long) sample,
                            this));
        }
    }

    private static String name(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<String> wrong(String name, Object plain) {
        boolean right = name.equals(PART) || (plain instanceof Long number && number >= 0 && number < size);
        return right ? Optional.empty() : Optional.of(Texts.of("tensors.number.wrong", Math.max(0, size - 1)));
    }

    @Override
    public void preview(String name, Object plain) {
        if (name.equals(SAMPLE)) {
            sample = Math.toIntExact((Long) plain);
            changed.run();
        }
    }

    @Override
    public void commit(String name, Object plain) {
        if (name.equals(PART)) {
            part = Part.valueOf(((String) plain).toUpperCase(Locale.ROOT));
        } else {
            sample = Math.toIntExact((Long) plain);
            settled = sample;
        }
        entries.forEach(
                entry -> entry.show(entry.question().name().equals(PART) ? name(part) : (Object) (long) sample, ""));
        changed.run();
    }

    @Override
    public void cancel() {
        sample = settled;
        changed.run();
    }
}
