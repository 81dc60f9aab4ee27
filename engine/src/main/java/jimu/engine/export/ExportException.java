package jimu.engine.export;

import jimu.engine.message.Messages;

/** Says in one sentence why a network cannot be exported. */
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1;

    private ExportException(String sentence) {
        super(sentence);
    }

    private ExportException(Exception cause) {
        super(cause.getMessage(), cause);
    }

    /** The sentence {@code export.KEY} of the messages. */
    public static ExportException of(String key, Object... arguments) {
        return new ExportException(Messages.text("export." + key, arguments));
    }

    /** The sentence of an exception that already says it. */
    public static ExportException because(Exception cause) {
        return new ExportException(cause);
    }
}
