package jimu.engine.data;

import jimu.engine.message.Messages;

/** Says in one sentence why data cannot be used: the file, what was expected, what was found, and the cure. */
public final class DataException extends Exception {
    private static final long serialVersionUID = 1;

    /** The sentence {@code data.KEY} of the messages. */
    public DataException(String key, Object... arguments) {
        super(Messages.text("data." + key, arguments));
    }
}
