package jimu.engine.train;

/**
 * Which steps and epochs of a long run are written down: all of the first ones, then every second, from twice as many on every
 * fourth, and so on, so that each doubling of a run adds as many lines. It depends on nothing but the number: a run that goes on
 * writes what it would have written anyway.
 */
final class KeptLines {
    private static final long STEPS = 50_000;
    private static final long EPOCHS = 5_000;

    private KeptLines() {}

    static boolean keepsStep(long step) {
        return keeps(step, STEPS);
    }

    static boolean keepsEpoch(long epoch) {
        return keeps(epoch, EPOCHS);
    }

    private static boolean keeps(long number, long whole) {
        return number <= whole || number % (2 * Long.highestOneBit((number - 1) / whole)) == 0;
    }
}
