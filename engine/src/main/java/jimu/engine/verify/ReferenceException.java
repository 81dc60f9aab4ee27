package jimu.engine.verify;

import jimu.engine.message.Messages;

/** Says in one sentence why a file is no reference file: where, what was expected, what was found. */
public final class ReferenceException extends Exception {
    private static final long serialVersionUID = 1;

    /** The sentence under {@code key} of the messages. */
    ReferenceException(String key, Object... arguments) {
        super(Messages.text(key, arguments));
    }
}
