package jimu.engine.sweep;

import jimu.engine.message.Messages;

/** Says in one sentence why a plan cannot be carried out: which knob, what was expected, what was found. */
public final class SweepException extends Exception {
    private static final long serialVersionUID = 1;

    private SweepException(String sentence) {
        super(sentence);
    }

    /** The sentence {@code sweep.KEY} of the messages. */
    static SweepException of(String key, Object... arguments) {
        return new SweepException(Messages.text("sweep." + key, arguments));
    }
}
