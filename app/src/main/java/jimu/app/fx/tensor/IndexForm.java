package jimu.app.fx.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormTarget;
import jimu.app.fx.form.Question;
import jimu.app.text.Texts;
import jimu.engine.shape.TensorShape;

/** The places on a tensor's leading axes that choose the slice in the table. */
public final class IndexForm implements FormTarget {
    private final ObservableList<FormEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<Integer>> index = new ReadOnlyObjectWrapper<>(this, "index", List.of());
    private List<Integer> settled = List.of();
    private TensorShape shape = TensorShape.SCALAR;

    public IndexForm() {
        Texts.follow(this, IndexForm::ask);
    }

    /** One entry for each leading axis that has more than one place. */
    public ObservableList<FormEntry> entries() {
        return entries;
    }

    /** The places. */
    public ReadOnlyObjectProperty<List<Integer>> indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** Follows the tensor's shape; the same shape keeps its places. */
    public void show(TensorShape now) {
        if (now.equals(shape)) {
            return;
        }
        shape = now;
        settled = Collections.nCopies(TensorSlice.leading(now), 0);
        index.set(settled);
        ask();
    }

    private void ask() {
        List<FormEntry> axes = new ArrayList<>();
        for (int axis = 0; axis < settled.size(); axis++) {
            long size = shape.dim(axis).factor();
            if (size > 1) {
                Question question = Question.integer(
                        Integer.toString(axis),
                        Texts.of("tensors.axis", axis),
                        0,
                        (double) size - 1,
                        Texts.of("tensors.axis.tip", axis, size - 1));
                axes.add(new FormEntry(question, (long) settled.get(axis), this));
            }
        }
        entries.setAll(axes);
    }

    /** Chooses a slice at once. */
    public void choose(List<Integer> places) {
        settled = List.copyOf(places);
        index.set(settled);
        entries.forEach(
                entry -> entry.show((long) places.get(axis(entry.question().name())), ""));
    }

    private static int axis(String name) {
        return Integer.parseInt(name);
    }

    private List<Integer> with(String name, Object plain) {
        List<Integer> changed = new ArrayList<>(index.get());
        changed.set(axis(name), Math.toIntExact((Long) plain));
        return List.copyOf(changed);
    }

    @Override
    public Optional<String> wrong(String name, Object plain) {
        long last = shape.dim(axis(name)).factor() - 1;
        return plain instanceof Long number && number >= 0 && number <= last
                ? Optional.empty()
                : Optional.of(Texts.of("tensors.number.wrong", last));
    }

    @Override
    public void preview(String name, Object plain) {
        index.set(with(name, plain));
    }

    @Override
    public void commit(String name, Object plain) {
        choose(with(name, plain));
    }

    @Override
    public void cancel() {
        index.set(settled);
    }
}
