package jimu.app.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.session.LookedAt;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.evaluate.Classification;
import jimu.engine.evaluate.Matching;

/** The samples that are most worth seeing: the worst, the least certain, or those of a cell of the confusion matrix. */
public final class SamplesViewModel {
    /** How many are shown at most. */
    static final int SHOWN = 100;

    /** Which samples are shown. */
    enum Order {
        WORST,
        LEAST_CERTAIN,
        CELL
    }

    private final EvaluateViewModel model;
    private final LookedAt looked;
    private final ObservableList<String> orders = FXCollections.observableArrayList();
    private final IntegerProperty order = new SimpleIntegerProperty(this, "order");
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper(this, "heading", "");
    private final ObservableList<SampleRow> rows = FXCollections.observableArrayList();
    private Optional<Cell> cell = Optional.empty();

    /** Follows the results of {@code model}; samples that are clicked on are looked at. */
    public SamplesViewModel(EvaluateViewModel model, LookedAt looked) {
        this.model = model;
        this.looked = looked;
        model.evaluatedProperty().addListener((value, old, now) -> {
            if (!names(now).equals(names(old))) {
                cell = Optional.empty();
            }
            retell();
        });
        model.chapterProperty().addListener((value, old, now) -> refresh());
        order.addListener((value, old, now) -> refresh());
        Texts.follow(this, SamplesViewModel::retell);
        retell();
    }

    private static List<String> names(Optional<Evaluated> evaluated) {
        return evaluated
                .flatMap(Evaluated::classes)
                .map(Classification::classes)
                .or(() -> evaluated.flatMap(Evaluated::pairs).map(Matching::names))
                .orElse(List.of());
    }

    private void retell() {
        int chosen = Math.max(0, order.get());
        List<String> names = Arrays.stream(Order.values())
                .filter(one -> one != Order.CELL || cell.isPresent())
                .map(this::name)
                .toList();
        if (!orders.equals(names)) {
            orders.setAll(names);
        }
        order.set(Math.min(chosen, orders.size() - 1));
        refresh();
    }

    private String name(Order one) {
        List<String> names = names(model.evaluatedProperty().get());
        if (one == Order.CELL && cell.isPresent() && !names.isEmpty()) {
            return Texts.of(
                    "evaluate.order.cell",
                    names.get(cell.get().truth()),
                    names.get(cell.get().choice()));
        }
        return Texts.of("evaluate.order." + one.name().toLowerCase(Locale.ROOT));
    }

    /** Shows the samples of a cell of the confusion matrix. */
    void show(Cell chosen) {
        if (names(model.evaluatedProperty().get()).isEmpty()) {
            return;
        }
        cell = Optional.of(chosen);
        retell();
        order.set(place(Order.CELL));
        model.chapterProperty().set(Optional.of(Chapter.SAMPLES));
    }

    private void refresh() {
        Optional<Evaluated> evaluated = model.evaluatedProperty().get();
        boolean shown = model.chapterProperty().get().equals(Optional.of(Chapter.SAMPLES));
        if (evaluated.isEmpty() || !shown) {
            rows.clear();
            return;
        }
        List<Integer> samples = samples(evaluated.get());
        rows.setAll(samples.stream()
                .map(sample -> SampleRow.of(evaluated.get(), sample))
                .toList());
        heading.set(
                samples.isEmpty()
                        ? Texts.of("evaluate.samples.none")
                        : Texts.of("evaluate.samples.shown", Numbers.grouped(samples.size())));
    }

    private List<Integer> samples(Evaluated evaluated) {
        return switch (Order.values()[Math.max(0, order.get())]) {
            case WORST -> evaluated.evaluation().worst(SHOWN);
            case LEAST_CERTAIN -> evaluated.evaluation().leastCertain(SHOWN);
            case CELL ->
                cell.flatMap(in -> evaluated
                                .classes()
                                .map(classes -> classes.samples(in.truth(), in.choice(), SHOWN))
                                .or(() ->
                                        evaluated.pairs().map(pairs -> pairs.samples(in.truth(), in.choice(), SHOWN))))
                        .orElse(List.of());
        };
    }

    /** Looks at a sample in the inspector. */
    void look(SampleRow row) {
        model.evaluatedProperty()
                .get()
                .ifPresent(evaluated -> looked.look(evaluated.evaluation().part(), row.sample()));
    }

    /** The place of an order among all. */
    static int place(Order one) {
        return List.of(Order.values()).indexOf(one);
    }

    /** The names of the orders. */
    ObservableList<String> orders() {
        return orders;
    }

    /** The place of the chosen one among them. */
    IntegerProperty orderProperty() {
        return order;
    }

    /** What is to be said of the samples. */
    ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /** The samples. */
    ObservableList<SampleRow> rows() {
        return rows;
    }
}
