package jimu.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import jimu.app.file.FileActions;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.session.CurrentRun;
import jimu.app.session.OpenData;
import jimu.app.session.OverlaidRuns;
import jimu.app.session.SecondRun;
import jimu.app.session.Session;
import jimu.app.sweep.SweepActions;
import jimu.app.text.Texts;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.runs.RunHistory;
import jimu.engine.runs.RunStore;
import jimu.engine.runtime.Backends;
import jimu.engine.train.RunFolder;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Twins;

/** What a person does with a variant of a sweep, done to the document, its run and its charts. */
final class VariantActions implements SweepActions {
    private final Session session;
    private final OpenData data;
    private final CurrentRun run;
    private final OverlaidRuns overlaid;
    private final SecondRun second;
    private final FileActions files;
    private final Background background;
    private final Dialogs dialogs;
    private final Supplier<Path> runs;

    /** {@code runs} tells the folder of the document's runs. */
    VariantActions(
            Panels panels,
            Session session,
            SecondRun second,
            FileActions files,
            Background background,
            Dialogs dialogs,
            Supplier<Path> runs) {
        this.session = session;
        this.data = panels.data();
        this.run = panels.run();
        this.overlaid = panels.overlaid();
        this.second = second;
        this.files = files;
        this.background = background;
        this.dialogs = dialogs;
        this.runs = runs;
    }

    @Override
    public void open(Document document, String name) {
        files.create(document, name);
    }

    @Override
    public void drawCurves(Path folder, String name) {
        String id = folder.toString();
        if (overlaid.runs().removeIf(one -> one.id().equals(id))) {
            return;
        }
        Path metrics = folder.resolve(RunFolder.METRICS);
        overlaid.runs()
                .add(new OverlaidRuns.Overlaid(
                        id, name, follower -> RunHistory.read(metrics).replay(follower::reading, follower::happened)));
    }

    @Override
    public void trainTwins(Document variant, String name) {
        Optional<LoadedData> loaded = data.loaded();
        if (run.activeProperty().get() || loaded.isEmpty()) {
            dialogs.error(Texts.of(loaded.isEmpty() ? "sweep.data" : "sweep.training"));
            return;
        }
        Document document = session.wholePresent();
        RunStore store = new RunStore(runs.get());
        String version = new Version().number();
        background.run(
                () -> Twins.start(document, variant, loaded.get(), options(store, version), options(store, version)),
                twins -> {
                    run.begin(twins.first());
                    second.begin(twins.second(), Texts.of("sweep.twin", name));
                },
                wrong -> dialogs.error(String.valueOf(wrong.getMessage())));
    }

    private static TrainOptions options(RunStore store, String version) {
        return new TrainOptions(
                Backends.all(), Optional.empty(), OptionalInt.empty(), Optional.of(store.next(version)));
    }
}
