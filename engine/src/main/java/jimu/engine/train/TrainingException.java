package jimu.engine.train;

import jimu.engine.message.Messages;

/** Training cannot start; the message says why in a sentence. */
public final class TrainingException extends Exception {
    private static final long serialVersionUID = 1;

    /** An exception with the sentence {@code train.KEY}. */
    TrainingException(String key, Object... arguments) {
        super(Messages.text("train." + key, arguments));
    }

    /** An exception with a finished sentence. */
    static TrainingException saying(String sentence) {
        return new TrainingException("said", sentence);
    }
}
