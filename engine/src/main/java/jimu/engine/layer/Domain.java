package jimu.engine.layer;

import java.util.Locale;
import jimu.engine.message.Messages;

/** Which numbers an input of floating type is meant for. */
public enum Domain {
    /** Any. */
    NUMBERS,
    /** Between 0 and 1, and summing to 1 along axis 1 where that has several. */
    PROBABILITIES,
    /** The logarithms of such. */
    LOG_PROBABILITIES,
    /** 0 or 1. */
    BITS,
    /** −1 or 1. */
    SIGNS;

    /** What they are called. */
    public String text() {
        return Messages.text("domain." + name().toLowerCase(Locale.ROOT));
    }

    /** What they are called, and the block that made them. */
    public String text(String maker) {
        return Messages.text("domain.from", text(), maker);
    }
}
