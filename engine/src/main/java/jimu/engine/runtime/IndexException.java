package jimu.engine.runtime;

import jimu.engine.message.Messages;

/** The data hold an index that is no row of a table; the message says which and where in a sentence. */
public final class IndexException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** The block at {@code path} got {@code index} where its table has {@code rows} rows. */
    public IndexException(String path, int index, long rows) {
        super(Messages.text("runtime.index", path, Integer.toString(index), Long.toString(rows - 1)));
    }
}
