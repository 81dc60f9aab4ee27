package jimu.app.sweep;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.session.Session;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.sweep.Knob;
import jimu.engine.sweep.Knobs;
import jimu.engine.sweep.Limits;
import jimu.engine.sweep.MedianRule;
import jimu.engine.sweep.Search;
import jimu.engine.sweep.Space;
import jimu.engine.sweep.SweepException;
import jimu.engine.sweep.SweepPlan;
import jimu.engine.sweep.Values;
import jimu.engine.sweep.ValuesText;

/** What a person plans to vary, and how many runs that makes. */
public final class PlanViewModel {
    private final Session session;
    private final ObservableList<KnobRow> chosen =
            FXCollections.observableArrayList(row -> new Observable[] {row.valuesProperty()});
    private final ObservableList<KnobRow> offered = FXCollections.observableArrayList();
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final BooleanProperty random = new SimpleBooleanProperty(this, "random");
    private final StringProperty count = new SimpleStringProperty(this, "count", "20");
    private final StringProperty seed = new SimpleStringProperty(this, "seed", "1");
    private final StringProperty maxRuns = new SimpleStringProperty(this, "maxRuns", "");
    private final StringProperty maxMinutes = new SimpleStringProperty(this, "maxMinutes", "");
    private final BooleanProperty stopHopeless = new SimpleBooleanProperty(this, "stopHopeless");
    private final ReadOnlyStringWrapper forecast = new ReadOnlyStringWrapper(this, "forecast", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private Optional<SweepPlan> plan = Optional.empty();
    private int runs;
    private boolean seen;

    /** Plans for the open document. */
    public PlanViewModel(Session session) {
        this.session = session;
        Stream.<javafx.beans.value.ObservableValue<?>>of(random, count, seed, maxRuns, maxMinutes, stopHopeless)
                .forEach(one -> one.addListener((value, old, now) -> check()));
        chosen.addListener((javafx.collections.ListChangeListener<KnobRow>) change -> check());
        query.addListener((value, old, now) -> offer());
        Texts.follow(this, PlanViewModel::check);
        check();
    }

    /** Follows the open document from now on; before, nothing is listed, since nobody sees it. */
    public void see() {
        if (!seen) {
            seen = true;
            session.openingsProperty().addListener((value, old, now) -> chosen.clear());
            session.documentProperty().addListener((value, old, now) -> follow());
        }
        follow();
    }

    private void follow() {
        offer();
        check();
    }

    private Document document() {
        return session.wholePresent();
    }

    private void offer() {
        if (!seen) {
            return;
        }
        String wanted = query.get().strip().toLowerCase(Locale.ROOT);
        offered.setAll(Knobs.of(document()).stream()
                .filter(knob -> knob.name().toLowerCase(Locale.ROOT).contains(wanted))
                .filter(knob -> !knob.isFollowing())
                .filter(knob -> chosen.stream().noneMatch(row -> row.name().equals(knob.name())))
                .map(PlanViewModel::row)
                .toList());
    }

    private static KnobRow row(Knob knob) {
        return new KnobRow(knob.name(), ValuesText.of(knob.value()), Suggestion.of(knob));
    }

    /** Puts a knob into the plan, with values around the one it has. */
    public void add(String name) {
        if (chosen.stream().anyMatch(row -> row.name().equals(name))) {
            return;
        }
        try {
            chosen.add(row(Knobs.find(document(), name)));
            offer();
            if (offered.isEmpty()) {
                query.set("");
            }
        } catch (SweepException e) {
            problem.set(String.valueOf(e.getMessage()));
        }
    }

    /** Takes a knob out of the plan. */
    public void remove(KnobRow row) {
        chosen.remove(row);
        offer();
    }

    private void check() {
        plan = Optional.empty();
        runs = 0;
        chosen.forEach(row -> row.setProblem(""));
        forecast.set("");
        problem.set("");
        if (chosen.isEmpty()) {
            return;
        }
        Map<String, Values> knobs = new LinkedHashMap<>();
        for (KnobRow row : chosen) {
            try {
                Values values =
                        ValuesText.parse(row.name(), row.valuesProperty().get());
                knobs.put(row.name(), values);
                Space.of(document(), SweepPlan.random(Map.of(row.name(), values), 1, 1));
            } catch (SweepException e) {
                row.setProblem(String.valueOf(e.getMessage()));
            }
        }
        if (chosen.stream().anyMatch(row -> !row.problemProperty().get().isEmpty())) {
            return;
        }
        try {
            SweepPlan made = new SweepPlan(
                    knobs, search(), limits(), stopHopeless.get() ? Optional.of(MedianRule.USUAL) : Optional.empty());
            runs = Space.of(document(), made).size();
            plan = Optional.of(made);
            forecast.set(Texts.of(runs == 1 ? "sweep.forecast.one" : "sweep.forecast", Numbers.grouped(runs)));
        } catch (SweepException e) {
            problem.set(String.valueOf(e.getMessage()));
        } catch (NumberFormatException e) {
            problem.set(Texts.of("sweep.number"));
        }
    }

    private Search search() {
        return random.get()
                ? new Search.RandomSearch(
                        positive(count.get()), Long.parseLong(seed.get().strip()))
                : new Search.Grid();
    }

    private Limits limits() {
        String limit = maxRuns.get().strip();
        String minutes = maxMinutes.get().strip();
        return new Limits(
                limit.isEmpty() ? OptionalInt.empty() : OptionalInt.of(positive(limit)),
                minutes.isEmpty() ? Optional.empty() : Optional.of(time(minutes)));
    }

    private static int positive(String text) {
        int number = Integer.parseInt(text.strip());
        if (number < 1) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static Duration time(String minutes) {
        double number = Double.parseDouble(minutes);
        if (!(number > 0 && number < Integer.MAX_VALUE)) {
            throw new NumberFormatException(minutes);
        }
        return Duration.ofMillis(Math.max(1, Math.round(number * 60_000)));
    }

    /** The plan; empty while it is not complete. */
    public Optional<SweepPlan> plan() {
        return plan;
    }

    /** How many runs it makes; 0 while it is not complete. */
    public int runs() {
        return runs;
    }

    /** The knobs in the plan. */
    public ObservableList<KnobRow> chosen() {
        return chosen;
    }

    /** The knobs that are not in it and fit what is searched for. */
    public ObservableList<KnobRow> offered() {
        return offered;
    }

    /** What is searched for. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Whether combinations are drawn at random. */
    public BooleanProperty randomProperty() {
        return random;
    }

    /** How many are drawn. */
    public StringProperty countProperty() {
        return count;
    }

    /** From which seed. */
    public StringProperty seedProperty() {
        return seed;
    }

    /** After how many runs it ends; empty for all. */
    public StringProperty maxRunsProperty() {
        return maxRuns;
    }

    /** After how many minutes it ends; empty for never. */
    public StringProperty maxMinutesProperty() {
        return maxMinutes;
    }

    /** Whether hopeless runs are stopped. */
    public BooleanProperty stopHopelessProperty() {
        return stopHopeless;
    }

    /** How many runs it makes, in words; empty while it is not complete. */
    public ReadOnlyStringProperty forecastProperty() {
        return forecast.getReadOnlyProperty();
    }

    /** What is wrong with the plan as a whole; empty if nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
