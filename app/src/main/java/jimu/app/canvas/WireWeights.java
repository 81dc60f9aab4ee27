package jimu.app.canvas;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.prefs.Preferences;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.session.LiveWeights;
import jimu.app.session.Session;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.Link;
import jimu.engine.layer.core.Linear;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;

/** How strong the weights are that wires into Linear blocks lead to, live while a network trains; only of small networks. */
public final class WireWeights {
    private static final String KEY = "wire.weights";

    /** The most units of a block whose wires are drawn so. */
    private static final int MOST_UNITS = 64;

    /** The most wires of a network that is drawn so. */
    private static final int MOST_WIRES = 100;

    private final Session session;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");
    private final ReadOnlyObjectWrapper<Map<Link, WireWeight>> weights =
            new ReadOnlyObjectWrapper<>(this, "weights", Map.of());

    WireWeights(Session session) {
        this.session = session;
    }

    /** Whether wires show their weights. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows the weights, or hides them. */
    public void toggle() {
        shown.set(!shown.get());
    }

    /** Shows the weights if they showed at the last start, and notes it for the next. */
    public void remember(Preferences memory) {
        shown.set(memory.getBoolean(KEY, false));
        shown.addListener((value, old, now) -> memory.putBoolean(KEY, now));
    }

    /** Takes the weights from there while they are to be shown. */
    public void follow(LiveWeights live) {
        live.weightsProperty().addListener((value, old, now) -> read(live));
        session.scopeProperty().addListener((value, old, now) -> read(live));
        shown.addListener((value, old, now) -> read(live));
        live.watch(shown);
    }

    /** The weight of each wire that leads to some; empty while hidden. */
    ReadOnlyObjectProperty<Map<Link, WireWeight>> weightsProperty() {
        return weights.getReadOnlyProperty();
    }

    private void read(LiveWeights live) {
        if (!shown.get()) {
            weights.set(Map.of());
            return;
        }
        live.weightsProperty().get().ifPresent(now -> weights.set(read(now.snapshot())));
    }

    private Map<Link, WireWeight> read(WeightSnapshot snapshot) {
        Set<Link> links = session.document().graph().links();
        Map<Link, WireWeight> read = new LinkedHashMap<>();
        if (links.size() > MOST_WIRES) {
            return read;
        }
        Map<String, FlatBlock> blocks = new LinkedHashMap<>();
        session.inference().graph().blocks().values().stream()
                .filter(flat -> flat.layer() instanceof Linear && flat.blocks().size() == 1)
                .forEach(flat -> blocks.putIfAbsent(flat.blocks().get(0), flat));
        double largest = 0;
        for (Link link : links) {
            Optional<WireWeight> one = Optional.ofNullable(blocks.get(link.to().block()))
                    .map(flat -> snapshot.arrays().get(flat.weightsPath() + ".weight"))
                    .filter(weight -> isSmall(weight.shape().sizes()))
                    .map(WireWeights::mean);
            if (one.isPresent()) {
                read.put(link, one.get());
                largest = Math.max(largest, one.get().strength());
            }
        }
        double most = largest;
        read.replaceAll((link, one) -> new WireWeight(most > 0 ? one.strength() / most : 0, one.mean()));
        return read;
    }

    private static boolean isSmall(long[] sizes) {
        return sizes.length == 2 && Math.max(sizes[0], sizes[1]) <= MOST_UNITS;
    }

    /** The mean size of weights and their mean, as far as they are numbers. */
    private static WireWeight mean(Weight weight) {
        double size = 0;
        double sum = 0;
        for (float value : weight.values()) {
            if (Float.isFinite(value)) {
                size += Math.abs(value);
                sum += value;
            }
        }
        int count = Math.max(1, weight.values().length);
        return new WireWeight(size / count, sum / count);
    }
}
