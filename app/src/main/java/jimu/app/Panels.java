package jimu.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jimu.app.boundary.BoundaryCorner;
import jimu.app.boundary.BoundaryView;
import jimu.app.boundary.LiveBoundaryViewModel;
import jimu.app.chart.ChartExports;
import jimu.app.chart.ChartView;
import jimu.app.chart.ChartViewModel;
import jimu.app.chart.RateView;
import jimu.app.chart.RateViewModel;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.data.DataDefaults;
import jimu.app.data.DataView;
import jimu.app.data.DataViewModel;
import jimu.app.evaluate.BoundaryViewModel;
import jimu.app.evaluate.DrawViewModel;
import jimu.app.evaluate.EvaluateView;
import jimu.app.evaluate.EvaluateViewModel;
import jimu.app.evaluate.PlotsViewModel;
import jimu.app.evaluate.ProjectionViewModel;
import jimu.app.evaluate.SamplesViewModel;
import jimu.app.export.ExportCommands;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.fx.PulsePump;
import jimu.app.history.HistoryView;
import jimu.app.history.HistoryViewModel;
import jimu.app.insight.InsightView;
import jimu.app.insight.InsightViewModel;
import jimu.app.inspector.InspectorView;
import jimu.app.inspector.PropertiesViewModel;
import jimu.app.inspector.TensorsViewModel;
import jimu.app.problems.ProblemsView;
import jimu.app.problems.ProblemsViewModel;
import jimu.app.runs.RunActions;
import jimu.app.runs.RunsView;
import jimu.app.runs.RunsViewModel;
import jimu.app.session.CurrentRun;
import jimu.app.session.LiveWeights;
import jimu.app.session.LookedAt;
import jimu.app.session.OpenData;
import jimu.app.session.OpenInsight;
import jimu.app.session.OpenMarks;
import jimu.app.session.OpenProblems;
import jimu.app.session.OpenProfile;
import jimu.app.session.OpenRepairs;
import jimu.app.session.OpenStartWeights;
import jimu.app.session.OverlaidRuns;
import jimu.app.session.RunPlaces;
import jimu.app.session.RunRestart;
import jimu.app.session.Samples;
import jimu.app.session.Session;
import jimu.app.session.SourceDefaults;
import jimu.app.session.WayBack;
import jimu.app.summary.SummaryView;
import jimu.app.summary.SummaryViewModel;
import jimu.app.sweep.SweepViewModel;
import jimu.app.text.Texts;
import jimu.app.training.EditedViewModel;
import jimu.app.training.TaskView;
import jimu.app.training.TrainingView;
import jimu.app.training.TrainingViewModel;
import jimu.engine.runs.RunStore;
import jimu.engine.runtime.Backends;
import jimu.engine.sweep.Knobs;
import jimu.engine.sweep.SweepException;
import jimu.engine.train.TrainOptions;

/** The panels around the canvas, with the data and the run that they share. */
final class Panels {
    /** In a Training tab that is lower than this, what went wrong is told in one line. */
    private static final double LOW_TRAINING = 400;

    private final OpenData data;
    private final CurrentRun run;
    private final DataViewModel dataModel;
    private final OverlaidRuns overlaid = new OverlaidRuns();
    private final ChartViewModel chart;
    private final ChartExports chartExports;
    private final RateViewModel rate;
    private final LiveWeights live;
    private final LiveBoundaryViewModel boundary;
    private final TrainingViewModel training;
    private final OpenProblems problems;
    private final OpenRepairs repairs;
    private final ExportCommands exports;
    private final TensorsViewModel tensors;
    private final OpenInsight insight;
    private final WayBack back;
    private final OpenProfile profile;
    private final OpenMarks marks;
    private final Dialogs dialogs;
    private final RunsViewModel runs;
    private final SweepViewModel sweeps;
    private final Session session;
    private final Background background;
    private final LookedAt looked = new LookedAt();
    private final EvaluateViewModel evaluation;
    private final DrawViewModel draw;

    Panels(Session session, Background background, Dialogs dialogs, RunActions runActions) {
        this.session = session;
        this.background = background;
        Optional<Samples> samples = Samples.installed();
        data = new OpenData(session, background);
        problems = new OpenProblems(session, data);
        repairs = new OpenRepairs(session, data, background);
        run = new CurrentRun(session, new PulsePump());
        new OpenStartWeights(session, run, background, dialogs::error);
        exports = new ExportCommands(session, run, data, background, dialogs);
        dataModel = new DataViewModel(session, data, background, dialogs, samples);
        Function<Optional<Path>, TrainOptions> options = document -> options(session, document, samples);
        RunRestart restart = new RunRestart(session, data, run, background, options, new Version().number());
        training = new TrainingViewModel(session, data, problems, run, restart, background, dialogs, options);
        back = new WayBack(run, restart, background, failure -> dialogs.error(String.valueOf(failure.getMessage())));
        tensors = new TensorsViewModel(session, data, run, looked, background, Backends.all());
        evaluation = new EvaluateViewModel(session, data, run, background, new PulsePump(), Backends.all());
        draw = new DrawViewModel(session, data, run, looked, background, dialogs, Backends.all());
        rate = new RateViewModel(session, data);
        chart = new ChartViewModel(overlaid, background);
        chartExports = new ChartExports(dialogs, background, session.nameProperty());
        insight = new OpenInsight(session, run);
        problems.add(insight.findingsProperty());
        repairs.add(insight.findingsProperty());
        profile = new OpenProfile(session, data, background);
        marks = new OpenMarks(session, insight, profile);
        this.dialogs = dialogs;
        live = new LiveWeights(session, run, background, System::nanoTime);
        boundary = new LiveBoundaryViewModel(session, data, live, background, Backends.all());
        sweeps = new SweepViewModel(
                session,
                data,
                problems.obstacleProperty(),
                run,
                background,
                dialogs,
                new PulsePump(),
                SweepWindow.places());
        run.follow(chart);
        run.follow(rate);
        runs = new RunsViewModel(
                session,
                run,
                overlaid,
                restart,
                background,
                dialogs,
                () -> store(session, session.file(), samples),
                runActions);
    }

    /** What new sources take from the data. */
    SourceDefaults sourceDefaults() {
        return new DataDefaults(data);
    }

    /** Whether nothing would be lost by leaving the document: no run is in progress, or a person lets it be ended. */
    boolean mayLeave() {
        return training.mayLeave() && sweeps.mayLeave();
    }

    /** The weights as they are while somebody looks. */
    LiveWeights live() {
        return live;
    }

    /** The small picture of what the network decides over the plane, for a corner of the canvas. */
    Region boundaryCorner(Runnable open) {
        return new BoundaryCorner(boundary, open);
    }

    /** Makes a file or folder the document's data. */
    void useData(Path path) {
        dataModel.use(path);
    }

    /** Why no picture can be shown to the open network, with what to do; empty if one can. */
    Optional<String> pictureObstacle() {
        return draw.obstacle();
    }

    /** Shows pictures to the network, one at a time. */
    void showPictures(List<Path> files) {
        draw.show(files);
        evaluation.turnToPad();
    }

    /** The run under way, for the status bar; a click runs {@code show}. */
    Node task(Runnable show) {
        return new TaskView(training, show);
    }

    /** The sweeps of the open document. */
    SweepViewModel sweeps() {
        return sweeps;
    }

    /** The data of the open document. */
    OpenData data() {
        return data;
    }

    /** The run of the open document. */
    CurrentRun run() {
        return run;
    }

    /** Charts are drawn as they were at the last start, and what is chosen is noted for the next. */
    void remember(Preferences memory) {
        chart.remember(memory);
    }

    /** What is drawn over its curves. */
    OverlaidRuns overlaid() {
        return overlaid;
    }

    /** Why the open document cannot be trained now; empty if it can. */
    ReadOnlyStringProperty trainingObstacle() {
        return training.obstacleProperty();
    }

    /** What is wrong with the open document. */
    OpenProblems problems() {
        return problems;
    }

    /** What blocks show besides what they are. */
    OpenMarks marks() {
        return marks;
    }

    /** How that can be mended. */
    OpenRepairs repairs() {
        return repairs;
    }

    /** Puts the panels into their places and gives their commands actions; {@code reveal} brings a block into view, {@code sweep} varies a parameter. */
    void show(MainWindow window, Commands commands, Consumer<String> reveal, Consumer<String> sweep) {
        training.register(commands);
        exports.addTo(commands);
        ProblemsViewModel problemsModel = new ProblemsViewModel(session, problems, repairs, reveal);
        window.setDock(Dock.PROBLEMS, new ProblemsView(problemsModel));
        window.bindDockTitle(Dock.PROBLEMS, problemsModel.title());
        window.setDock(Dock.SUMMARY, new SummaryView(new SummaryViewModel(session, profile.profileProperty(), reveal)));
        InspectorView inspector =
                new InspectorView(new PropertiesViewModel(session, problems, repairs), tensors, commands);
        window.setInspector(inspector);
        inspector.offerSweep(parameter -> knob(parameter).ifPresent(sweep), this::whyNotSwept);
        commands.add(Command.of(CommandId.GO_INSPECTOR, session.openProperty(), inspector::edit));
        window.setDock(Dock.HISTORY, new HistoryView(new HistoryViewModel(session)));
        commands.add(Command.of(CommandId.HISTORY, session.openProperty(), () -> window.showDock(Dock.HISTORY)));
        window.setDock(Dock.DATA, new DataView(dataModel));
        window.setDock(Dock.EVALUATE, evaluateView());
        looked.placeProperty().addListener((value, old, now) -> inspector.showTensors());
        looked.drawnProperty().addListener((value, old, now) -> {
            if (old.isEmpty()) {
                inspector.showTensors();
            }
        });
        TrainingView trainingView = new TrainingView(
                training, new EditedViewModel(session, run), new ChartView(chart, chartExports), new RateView(rate));
        VBox.setVgrow(trainingView, Priority.ALWAYS);
        InsightView insights = new InsightView(
                new InsightViewModel(session, insight, repairs, back, reveal, () -> window.showDock(Dock.PROBLEMS)));
        trainingView.setMinHeight(0);
        VBox whole = new VBox(insights, trainingView);
        whole.setMinHeight(0);
        insights.lowProperty().bind(whole.heightProperty().lessThan(LOW_TRAINING));
        window.setDock(Dock.TRAINING, whole);
        ProfileCommands.addTo(
                commands, profile, problems, run.activeProperty(), dialogs, () -> window.showDock(Dock.SUMMARY));
        window.setDock(Dock.BOUNDARY, new BoundaryView(boundary));
        window.offerDock(Dock.BOUNDARY, boundary.usefulProperty());
        BooleanProperty floating = boundary.floatingProperty();
        commands.add(Command.choice(CommandId.BOUNDARY, floating, () -> floating.set(!floating.get())));
        window.setDock(Dock.RUNS, new RunsView(runs));
        run.activeProperty().addListener((value, was, active) -> {
            if (active) {
                window.showDock(Dock.TRAINING);
            }
        });
        training.failureProperty().addListener((value, before, failure) -> {
            if (!failure.isEmpty()) {
                window.showDock(Dock.TRAINING);
            }
        });
    }

    private EvaluateView evaluateView() {
        return new EvaluateView(
                evaluation,
                new PlotsViewModel(evaluation, background, looked),
                new BoundaryViewModel(evaluation, background, Backends.all()),
                new ProjectionViewModel(evaluation, background, Backends.all(), looked),
                new SamplesViewModel(evaluation, looked),
                draw);
    }

    /** How a sweep calls a parameter of the selected block, with the groups around it. */
    private Optional<String> knob(String parameter) {
        return session.selection()
                .single()
                .flatMap(id -> session.document().graph().block(id))
                .map(block -> Stream.concat(
                                session.scopeProperty().get().names(session.wholePresent()).stream(),
                                Stream.of(block.name(), parameter.replace("group_repeat", "repeat")))
                        .collect(Collectors.joining(".")));
    }

    private Optional<String> whyNotSwept(String parameter) {
        Optional<String> name = knob(parameter);
        if (name.isEmpty()) {
            return Optional.of(Texts.of("inspector.sweep.several"));
        }
        try {
            boolean following = Knobs.find(session.wholePresent(), name.get()).isFollowing();
            return following ? Optional.of(Texts.of("inspector.sweep.never")) : Optional.empty();
        } catch (SweepException e) {
            return Optional.of(Texts.of("inspector.sweep.never"));
        }
    }

    private static RunStore store(Session session, Optional<Path> document, Optional<Samples> samples) {
        return new RunStore(RunPlaces.of(document, session.nameProperty().get(), samples));
    }

    private static TrainOptions options(Session session, Optional<Path> document, Optional<Samples> samples) {
        return new TrainOptions(
                Backends.all(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.of(store(session, document, samples).next(new Version().number())));
    }
}
