package jimu.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableIntegerValue;
import jimu.app.fx.Background;
import jimu.app.fx.Latest;
import jimu.app.session.CurrentRun;
import jimu.app.session.LoadedWeights;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.runs.KeptRun;
import jimu.engine.train.Checkpoint;

/** The slider over a run's checkpoints: where it stands, there the weights in use are. For the JavaFX thread only. */
final class TimeTravel {
    private final CurrentRun current;
    private final Consumer<Exception> failed;
    private final Latest listing;
    private final Latest loading;
    private final ReadOnlyObjectWrapper<List<Checkpoint>> checkpoints =
            new ReadOnlyObjectWrapper<>(this, "checkpoints", List.of());
    private final IntegerBinding count =
            Bindings.createIntegerBinding(() -> checkpoints.get().size(), checkpoints);
    private final IntegerProperty place = new SimpleIntegerProperty(this, "place", -1);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private Optional<KeptRun> run = Optional.empty();

    TimeTravel(CurrentRun current, Background background, Consumer<Exception> failed) {
        this.current = current;
        this.failed = failed;
        listing = new Latest(background);
        loading = new Latest(background);
        place.addListener((value, old, now) -> travel());
        current.loadedProperty().addListener((value, old, now) -> tell());
        Texts.follow(this, TimeTravel::tell);
    }

    /** Turns to the checkpoints of a run, or of none. */
    void show(Optional<KeptRun> other) {
        boolean same = other.map(KeptRun::folder).equals(run.map(KeptRun::folder));
        run = other;
        if (!same) {
            loading.forget();
            place.set(-1);
            checkpoints.set(List.of());
        }
        if (other.isEmpty()) {
            listing.forget();
            tell();
            return;
        }
        Callable<List<Checkpoint>> list = () -> other.get().checkpoints().list();
        listing.run(
                list,
                found -> {
                    checkpoints.set(List.copyOf(found));
                    tell();
                },
                failed);
    }

    private void travel() {
        tell();
        Optional<Checkpoint> wanted = checkpoint();
        if (run.isEmpty() || wanted.isEmpty()) {
            return;
        }
        String name = Texts.of("runs.travel.name", run.get().label(), when(wanted.get()));
        KeptRun of = run.get();
        loading.run(() -> RunWeights.of(of, wanted.get().weights(), name), current::use, failed);
    }

    /** Goes back to the run's own weights, or to the first ones. */
    void comeBack() {
        loading.forget();
        place.set(-1);
        current.useOwn();
    }

    private void tell() {
        Optional<LoadedWeights> used = current.loadedProperty().get();
        text.set(checkpoint()
                .map(TimeTravel::when)
                .or(() -> used.map(weights -> Texts.of("runs.travel.used", weights.name())))
                .orElseGet(() ->
                        checkpoints.get().isEmpty() ? Texts.of("runs.travel.none") : Texts.of("runs.travel.own")));
    }

    private static String when(Checkpoint checkpoint) {
        return checkpoint.betweenEpochs()
                ? Texts.of("runs.travel.epoch", checkpoint.epoch())
                : Texts.of("runs.travel.step", checkpoint.epoch() + 1, Numbers.grouped(checkpoint.step()));
    }

    /** The checkpoint on which the slider stands, if it stands on one. */
    Optional<Checkpoint> checkpoint() {
        int index = place.get();
        List<Checkpoint> all = new ArrayList<>(checkpoints.get());
        return index >= 0 && index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }

    /** How many checkpoints the run has. */
    ObservableIntegerValue countProperty() {
        return count;
    }

    /** The number of the checkpoint on which the slider stands, from 0; −1 on none. */
    IntegerProperty placeProperty() {
        return place;
    }

    /** Where one stands, in a few words. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }
}
