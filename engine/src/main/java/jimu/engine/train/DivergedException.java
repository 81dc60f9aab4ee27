package jimu.engine.train;

import jimu.engine.message.Messages;

/** A number of a step was not finite; the message says which in one sentence. */
final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient TrainEvent.Diverged event;

    /** The sentence for what happened. */
    DivergedException(TrainEvent.Diverged event) {
        super(Messages.text("train.diverged." + event.quantity().name(), event.step(), event.epoch(), event.batch()));
        this.event = event;
    }

    TrainEvent.Diverged event() {
        return event;
    }
}
