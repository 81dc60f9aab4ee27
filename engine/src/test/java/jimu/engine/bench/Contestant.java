package jimu.engine.bench;

/** Something that trains a network and is timed. */
public interface Contestant extends AutoCloseable {
    /** Its column in the table. */
    String name();

    /** The nanoseconds of a step, the mean over {@code steps} of them in a row. */
    double nanosOfStep(int steps);

    @Override
    void close();
}
