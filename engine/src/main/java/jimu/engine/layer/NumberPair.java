package jimu.engine.layer;

/**
 * Two numbers that belong together, such as Adam's betas.
 *
 * @param first the first
 * @param second the second
 */
public record NumberPair(double first, double second) {
    /** The same with another first number. */
    public NumberPair withFirst(double other) {
        return new NumberPair(other, second);
    }

    /** As PyTorch prints it. */
    @Override
    public String toString() {
        return "(" + first + ", " + second + ")";
    }
}
