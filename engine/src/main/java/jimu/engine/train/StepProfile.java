package jimu.engine.train;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the time and the memory of a training step go; times are means over those of several
 * real steps that took neither long nor short, the middle half.
 *
 * @param batch the samples of a step
 * @param steps how many steps were measured
 * @param layers in the order in which they are computed
 * @param reading nanoseconds until a batch is read; during a training this is done beside the step before
 * @param update nanoseconds of the optimiser
 * @param step nanoseconds of the whole step, reading not counted
 * @param bytes what the whole step takes outside of Java's heap: less than the layers add up to, since values that are not needed
 *     at the same time lie in the same place
 */
public record StepProfile(
        int batch, int steps, List<LayerProfile> layers, long reading, long update, long step, long bytes) {
    public StepProfile {
        layers = List.copyOf(layers);
    }

    /** Nanoseconds of all layers together. */
    public long layerNanos() {
        return layers.stream().mapToLong(LayerProfile::nanos).sum();
    }

    /** The part of the layers' time that one takes, from 0 to 1. */
    public double share(LayerProfile layer) {
        return layerNanos() == 0 ? 0 : (double) layer.nanos() / layerNanos();
    }

    /** The layers, the longest first. */
    public List<LayerProfile> longest() {
        return layers.stream()
                .sorted(Comparator.comparingLong(LayerProfile::nanos).reversed())
                .toList();
    }

    /** A layer, if there is one at that path. */
    public Optional<LayerProfile> at(String path) {
        return layers.stream().filter(layer -> layer.path().equals(path)).findFirst();
    }

    /** A layer, or all layers of the group, at a path. */
    public Optional<LayerProfile> under(String path) {
        return at(path).or(() -> layers.stream()
                .filter(layer -> layer.path().startsWith(path + "."))
                .reduce((one, other) -> one.with(other, path)));
    }
}
