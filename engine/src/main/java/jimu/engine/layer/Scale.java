package jimu.engine.layer;

import java.util.Optional;

/**
 * By how much height and width grow, or nothing where a size is given instead.
 *
 * @param pinned the factors for height and width
 */
public record Scale(Optional<NumberPair> pinned) {
    /** No factors. */
    public static final Scale AUTO = new Scale(Optional.empty());

    /** The same factor for both. */
    public static Scale of(double both) {
        return new Scale(Optional.of(new NumberPair(both, both)));
    }

    /** Whether no factors are given. */
    public boolean automatic() {
        return pinned.isEmpty();
    }

    @Override
    public String toString() {
        return pinned.map(NumberPair::toString).orElse("auto");
    }
}
