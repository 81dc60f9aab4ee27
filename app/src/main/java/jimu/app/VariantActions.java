package jimu.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jimu.app.file.FileActions;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.runs.RunWeights;
import jimu.app.session.CurrentRun;
import jimu.app.session.LoadedWeights;
import jimu.app.session.OverlaidRuns;
import jimu.app.session.Session;
import jimu.app.sweep.SweepActions;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runs.RunHistory;
import jimu.engine.runs.RunStore;
import jimu.engine.train.RunFolder;

/** What a person does with a variant of a sweep, done to the document, its run and its charts. */
final class VariantActions implements SweepActions {
    private final Session session;
    private final CurrentRun run;
    private final OverlaidRuns overlaid;
    private final TwinActions twins;
    private final FileActions files;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable forward;

    /** {@code forward} brings the main window in front of the sweeps'. */
    VariantActions(
            Session session,
            CurrentRun run,
            OverlaidRuns overlaid,
            TwinActions twins,
            FileActions files,
            Background background,
            Dialogs dialogs,
            Runnable forward) {
        this.session = session;
        this.run = run;
        this.overlaid = overlaid;
        this.twins = twins;
        this.files = files;
        this.background = background;
        this.dialogs = dialogs;
        this.forward = forward;
    }

    @Override
    public void open(Document document, String name, Optional<Path> trained) {
        files.create(document, name, () -> {
            forward.run();
            trained.ifPresent(folder -> read(folder, name, run::use));
        });
    }

    @Override
    public void useWeights(Path folder, String name) {
        read(folder, name, weights -> {
            if (weights.weights().isLike(WeightSnapshot.initial(session.wholeInference(), 0))) {
                run.use(weights);
            } else {
                dialogs.error(Texts.of("sweep.weights.other"));
            }
        });
    }

    private void read(Path folder, String name, Consumer<LoadedWeights> then) {
        background.run(
                () -> RunWeights.last(RunStore.read(folder), name),
                then,
                wrong -> dialogs.error(String.valueOf(wrong.getMessage())));
    }

    @Override
    public void drawCurves(Path folder, Supplier<String> name) {
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
    public void trainTwins(Document variant, Supplier<String> name) {
        forward.run();
        twins.train(variant, name);
    }
}
