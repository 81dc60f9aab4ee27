package jimu.app.chart;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import jimu.app.session.OpenData;
import jimu.app.session.RunFollower;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.ParameterException;
import jimu.engine.train.Run;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.schedule.Course;
import jimu.engine.train.schedule.RateCurve;
import jimu.engine.train.schedule.Schedule;
import jimu.engine.train.schedule.ScheduledOptimizer;

/** The learning rate over the epochs: as the settings plan it, a person's typing included, and as the run has had it so far. */
public final class RateViewModel implements RunFollower {
    private static final int POINTS = 1000;
    private static final long GUESS = 100;
    private static final long REDRAW_NANOS = 200_000_000;

    private final Session session;
    private final OpenData data;
    private final Curve planned = new Curve(POINTS);
    private final Curve actual = new Curve(POINTS);
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private TrainingSettings shown = TrainingSettings.DEFAULT;
    private long shownSteps;
    private long runSteps = 1;
    private boolean changed;
    private long drawn;

    public RateViewModel(Session session, OpenData data) {
        this.session = session;
        this.data = data;
        session.documentProperty().addListener((value, old, now) -> plan());
        data.stateProperty().addListener((value, old, now) -> plan());
        Texts.follow(this, RateViewModel::retell);
        plan();
    }

    private void retell() {
        planned.clear();
        plan();
    }

    private void plan() {
        TrainingSettings settings = session.document().training();
        long steps = data.loaded()
                .map(loaded -> loaded.train().size())
                .map(size -> Math.max(1, (size + (long) settings.batchSize() - 1) / settings.batchSize()))
                .orElse(GUESS);
        if (planned.size() > 0 && settings.equals(shown) && steps == shownSteps) {
            return;
        }
        shown = settings;
        shownSteps = steps;
        planned.clear();
        try {
            plan(ScheduledOptimizer.of(settings), Course.of(settings.epochs(), steps));
        } catch (ParameterException e) {
            remark.set("");
            problem.set(String.valueOf(e.getMessage()));
        }
        redraw();
    }

    private void plan(ScheduledOptimizer optimizer, Course course) {
        RateCurve.of(optimizer, course).points().forEach(point -> planned.add(point.epoch(), point.rate()));
        boolean guessed = optimizer.schedule().filter(Schedule::watchesLoss).isPresent();
        remark.set(
                guessed
                        ? Texts.of("rate.guessed")
                        : Texts.of(optimizer.schedule().isPresent() ? "rate.planned" : "rate.constant"));
        problem.set(optimizer.contradiction(course).orElse(""));
    }

    @Override
    public void began(Run run) {
        actual.clear();
        redraw();
    }

    @Override
    public void reading(StepReading reading) {
        actual.add((reading.step() - 1.0) / runSteps, reading.rate());
        changed = true;
    }

    @Override
    public void happened(TrainEvent event) {
        if (event instanceof TrainEvent.Started started) {
            runSteps = Math.max(1, started.stepsPerEpoch());
        }
        drawn = 0;
        changed = true;
    }

    @Override
    public void told() {
        long now = System.nanoTime();
        if (changed && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            redraw();
        }
    }

    @Override
    public void dropped() {
        actual.clear();
        redraw();
    }

    private void redraw() {
        changed = false;
        version.set(version.get() + 1);
    }

    /** The rate as planned, over the epochs. */
    Curve planned() {
        return planned;
    }

    /** The rate that the run has had, over its epochs. */
    Curve actual() {
        return actual;
    }

    /** The last epoch that is planned. */
    int epochs() {
        return shown.epochs();
    }

    /** Changes when the curves should be drawn again. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** What the plan is, in words. */
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /** Why the plan cannot be carried out; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
