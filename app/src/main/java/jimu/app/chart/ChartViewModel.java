package jimu.app.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.prefs.Preferences;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import jimu.app.chart.FrameMaker.DrawnRun;
import jimu.app.fx.Background;
import jimu.app.session.OverlaidRuns;
import jimu.app.session.RunFollower;
import jimu.app.session.Stopwatch;
import jimu.app.text.Texts;
import jimu.engine.train.Run;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The curves of the current run and of those laid over it, which of them are seen and how, and when they should be drawn again. */
public final class ChartViewModel implements RunFollower {
    private static final Logger LOG = LoggerFactory.getLogger(ChartViewModel.class);
    private static final String CURRENT = "";
    private static final long REDRAW_NANOS = 100_000_000;
    private static final long LONGEST_NANOS = 1_000_000_000;
    private static final int REST = 8;

    private final OverlaidRuns overlaid;
    private final Background background;
    private final LongSupplier nanos;
    private final Stopwatch watch;
    private final ChartOptions options;
    private final Zoom zoom = new Zoom();
    private final Map<String, Kept> kept = new HashMap<>();
    private final Set<OverlaidRuns.Overlaid> reading = new HashSet<>();
    private final RunNumbers numbers = new RunNumbers();
    private final ObservableList<RunCurves> runs = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(this, "empty", true);
    private final ReadOnlyBooleanWrapper zoomed = new ReadOnlyBooleanWrapper(this, "zoomed");
    private RunCurves current;
    private boolean changed;
    private boolean over;
    private long drawn;
    private long cost;

    /** The curves of a kept run, as it was told when they were read. */
    private record Kept(OverlaidRuns.Overlaid run, RunCurves curves) {}

    /** Shows {@code overlaid} besides the current run; kept runs are read in the background. */
    public ChartViewModel(OverlaidRuns overlaid, Background background) {
        this(overlaid, background, System::nanoTime);
    }

    ChartViewModel(OverlaidRuns overlaid, Background background, LongSupplier nanos) {
        this.overlaid = overlaid;
        this.background = background;
        this.nanos = nanos;
        watch = new Stopwatch(nanos);
        current = fresh();
        options = new ChartOptions(this::redraw);
        options.axisProperty().addListener((value, old, now) -> resetZoom());
        options.logXProperty().addListener((value, old, now) -> resetZoom());
        options.logYProperty().addListener((value, old, now) -> resetZoom());
        overlaid.runs().addListener((ListChangeListener<OverlaidRuns.Overlaid>) change -> overlay());
        overlay();
        Texts.follow(this, ChartViewModel::retell);
    }

    private RunCurves fresh() {
        return new RunCurves(CURRENT, () -> Texts.of("chart.run.current"), watch::seconds);
    }

    private void retell() {
        redraw();
    }

    private void overlay() {
        List<OverlaidRuns.Overlaid> wanted = List.copyOf(overlaid.runs());
        List<String> ids = ids();
        kept.keySet().retainAll(ids);
        reading.retainAll(wanted);
        numbers.keep(ids);
        for (OverlaidRuns.Overlaid run : wanted) {
            Kept now = kept.get(run.id());
            if ((now == null || !now.run().equals(run)) && reading.add(run)) {
                RunCurves curves = RunCurves.kept(run.id(), run.named());
                background.run(
                        () -> {
                            run.retelling().to(curves);
                            return curves;
                        },
                        read -> arrived(run, read),
                        failure -> LOG.warn("Run {} cannot be drawn: {}", run.name(), failure.getMessage()));
            }
        }
        list();
    }

    private List<String> ids() {
        return overlaid.runs().stream()
                .map(OverlaidRuns.Overlaid::id)
                .distinct()
                .toList();
    }

    private void arrived(OverlaidRuns.Overlaid run, RunCurves curves) {
        if (reading.remove(run)) {
            kept.put(run.id(), new Kept(run, curves));
            list();
        }
    }

    private void list() {
        List<RunCurves> all = new ArrayList<>();
        if (!current.isEmpty()) {
            all.add(current);
        }
        ids().stream()
                .flatMap(id -> Optional.ofNullable(kept.get(id)).stream())
                .map(Kept::curves)
                .forEach(all::add);
        if (!all.equals(runs)) {
            runs.setAll(all);
        }
        redraw();
    }

    @Override
    public void began(Run run) {
        watch.start();
        clear();
    }

    @Override
    public void reading(StepReading reading) {
        current.reading(reading);
        changed = true;
    }

    @Override
    public void happened(TrainEvent event) {
        if (event instanceof TrainEvent.Started) {
            watch.start();
        } else if (event instanceof TrainEvent.Paused
                || event instanceof TrainEvent.Finished
                || event instanceof TrainEvent.Failed) {
            watch.pause();
        } else if (event instanceof TrainEvent.Resumed) {
            watch.resume();
        }
        current.happened(event);
        changed = true;
        over |= event instanceof TrainEvent.Finished || event instanceof TrainEvent.Failed;
    }

    @Override
    public void told() {
        current.told();
        long now = nanos.getAsLong();
        if (changed && (over || now - drawn >= Math.max(REDRAW_NANOS, Math.min(LONGEST_NANOS, REST * cost)))) {
            drawn = now;
            over = false;
            if (!current.isEmpty() && !runs.contains(current)) {
                list();
            } else {
                redraw();
            }
        }
    }

    @Override
    public void dropped() {
        clear();
    }

    private void clear() {
        current = fresh();
        zoom.reset();
        list();
    }

    private void redraw() {
        changed = false;
        empty.set(runs.isEmpty());
        zoomed.set(zoom.isZoomed());
        version.set(version.get() + 1);
    }

    /** Tells how long the last drawing took, so that drawing takes a small part of the time. */
    void took(long nanos) {
        cost = nanos;
    }

    /** What is to be drawn now, in plots of {@code width} pixels. */
    ChartFrame frame(double width) {
        return new FrameMaker(drawnRuns(), options, zoom).make(width);
    }

    /** The values at {@code x}; what happened within {@code near}, a share of the axis, is told too. */
    Optional<Readout> readout(ChartFrame frame, double x, double near) {
        return Readout.at(x, near, frame, drawnRuns(), options);
    }

    private List<DrawnRun> drawnRuns() {
        List<DrawnRun> shown = new ArrayList<>();
        for (RunCurves run : runs) {
            if (options.shows(run.id())) {
                shown.add(new DrawnRun(run, areNamed() ? OptionalInt.of(number(run)) : OptionalInt.empty()));
            }
        }
        return shown;
    }

    /** Whether each run has a name and a colour of its own, since not only the current one is drawn. */
    boolean areNamed() {
        return runs.stream().anyMatch(run -> run != current);
    }

    /** A run's number among the colours of runs, the same as long as it is drawn. */
    int number(RunCurves run) {
        return run == current ? RunNumbers.CURRENT : numbers.of(run.id());
    }

    /** The shown runs as they are now, for another thread. */
    List<RunCurves> copies() {
        return drawnRuns().stream().map(run -> run.curves().copy()).toList();
    }

    /** All runs that can be shown, the current one first. */
    ObservableList<RunCurves> runs() {
        return runs;
    }

    /** What a person chose to see. */
    ChartOptions options() {
        return options;
    }

    /** Which part is looked at; {@link #looked} is to be called after a change. */
    Zoom zoom() {
        return zoom;
    }

    /** Draws after the part that is looked at has changed. */
    void looked() {
        redraw();
    }

    /** Shows all, and follows the newest. */
    void resetZoom() {
        zoom.reset();
        redraw();
    }

    /** Whether less than all is shown. */
    ReadOnlyBooleanProperty zoomedProperty() {
        return zoomed.getReadOnlyProperty();
    }

    /** Changes, a few times a second at most while a run is under way, when the curves should be drawn again. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** Shows what was chosen at the last start, and notes what is chosen for the next. */
    public void remember(Preferences memory) {
        options.remember(memory);
    }

    /** Whether there is nothing to draw. */
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }
}
