package jimu.app.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.fx.Background;
import jimu.app.fx.Latest;
import jimu.app.fx.Offered;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.runs.KeptRun;
import jimu.engine.runs.LastGood;
import jimu.engine.runs.RunStore;
import jimu.engine.train.Checkpoint;
import jimu.engine.train.Run;
import jimu.engine.train.RunFolder;
import jimu.engine.train.TrainEvent;

/** Leads a run that diverged back to its last good state, where it waits. For the JavaFX thread only. */
public final class WayBack implements RunFollower {
    private final CurrentRun current;
    private final RunRestart restart;
    private final Latest searching;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<Optional<Offered>> offer =
            new ReadOnlyObjectWrapper<>(this, "offer", Optional.empty());
    private Optional<Target> target = Optional.empty();
    private Optional<TrainEvent> diagnosed = Optional.empty();
    private boolean diverged;

    /** Where it leads; without a checkpoint to the beginning. */
    private record Target(KeptRun run, Optional<Checkpoint> checkpoint) {}

    /** {@code failed} is told why one cannot go back. */
    public WayBack(CurrentRun current, RunRestart restart, Background background, Consumer<Exception> failed) {
        this.current = current;
        this.restart = restart;
        this.failed = failed;
        searching = new Latest(background);
        current.follow(this);
        Texts.follow(this, WayBack::tell);
    }

    /** What one click does once the run has diverged; empty before, and where the run is kept nowhere. */
    public ReadOnlyObjectProperty<Optional<Offered>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    @Override
    public void began(Run run) {
        dropped();
    }

    @Override
    public void dropped() {
        searching.forget();
        diverged = false;
        diagnosed = Optional.empty();
        turn(Optional.empty());
    }

    @Override
    public void happened(TrainEvent event) {
        if (event instanceof TrainEvent.Diverged) {
            diverged = true;
        } else if (event instanceof TrainEvent.Diagnosed) {
            diagnosed = Optional.of(event);
        } else if (event instanceof TrainEvent.Failed && diverged) {
            current.run().flatMap(Run::folder).map(RunFolder::path).ifPresent(this::search);
        }
    }

    private void search(Path folder) {
        searching.run(
                () -> {
                    KeptRun run = RunStore.read(folder);
                    return new Target(run, LastGood.of(run));
                },
                found -> turn(Optional.of(found)),
                failed);
    }

    private void turn(Optional<Target> found) {
        target = found;
        tell();
    }

    private void tell() {
        offer.set(target.map(to -> new Offered(
                to.checkpoint()
                        .map(checkpoint ->
                                Texts.of("insight.back", Numbers.grouped(checkpoint.step()), epochUnderWay(checkpoint)))
                        .orElseGet(() -> Texts.of("insight.back.start")),
                Texts.of(to.checkpoint().isPresent() ? "insight.back.tip" : "insight.back.start.tip"),
                () -> {},
                () -> {},
                () -> go(to))));
    }

    private static String epochUnderWay(Checkpoint checkpoint) {
        return Numbers.grouped(checkpoint.betweenEpochs() ? checkpoint.epoch() : checkpoint.epoch() + 1);
    }

    /** What was found to be the cause, and what may help, stays to be seen until the run goes on. */
    private void go(Target to) {
        if (to.checkpoint().isPresent()) {
            restart.back(to.run(), to.checkpoint().get(), diagnosed, failed);
        } else {
            restart.anew(diagnosed, failed);
        }
    }
}
