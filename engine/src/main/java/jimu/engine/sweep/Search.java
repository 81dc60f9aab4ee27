package jimu.engine.sweep;

/** Which of all combinations of values are tried. */
public sealed interface Search {
    /** All of them; the last knob changes first. */
    record Grid() implements Search {}

    /**
     * Some, drawn at random and none twice; numbers of a range are drawn from all of it. The i-th draw of a knob depends on seed,
     * the knob's name and i alone (Bergstra and Bengio, "Random search for hyper-parameter optimization", JMLR 2012).
     *
     * @param count how many, at least 1; fewer if there are no more
     * @param seed of the draws
     */
    record RandomSearch(int count, long seed) implements Search {
        public RandomSearch {
            if (count < 1) {
                throw new IllegalArgumentException("At least one");
            }
        }
    }
}
