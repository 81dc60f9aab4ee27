package jimu.engine.train.health;

import jimu.engine.graph.FlatBlock;

/**
 * Readings of what an activation makes of some samples.
 *
 * @param block the layer
 * @param kind what is looked for
 * @param concerned how many units are dead, or numbers saturated
 * @param of how many there are
 * @param samples how many samples were looked at
 */
public record ActivationVitals(FlatBlock block, Kind kind, long concerned, long of, int samples) {
    /** What can become of an activation. */
    public enum Kind {
        /** A unit, which is a feature or a channel of a picture, is zero for all samples. */
        DEAD,
        /** A number lies so near an end of its range that hardly any gradient passes. */
        SATURATED
    }

    /** The share of units or numbers concerned. */
    public double share() {
        return of == 0 ? 0 : (double) concerned / of;
    }
}
