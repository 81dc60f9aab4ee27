package jimu.engine.verify;

import java.util.List;
import jimu.engine.message.Messages;

/**
 * What became of one reference case.
 *
 * @param name the case's name
 * @param verdict how it ended
 * @param reason why it did not pass, in words; empty if it passed
 */
public record Outcome(String name, Verdict verdict, String reason) {
    /** How a case can end. */
    public enum Verdict {
        PASSED,
        FAILED,
        /** The engine lacks the module or one of its parameters. */
        UNSUPPORTED
    }

    static Outcome passed(String name) {
        return new Outcome(name, Verdict.PASSED, "");
    }

    /** A failure with the sentence {@code verify.KEY}. */
    static Outcome failed(String name, String key, Object... arguments) {
        return new Outcome(name, Verdict.FAILED, Messages.text("verify." + key, arguments));
    }

    /** A failure if there is any difference; the first is told. */
    static Outcome of(String name, List<String> differences) {
        return differences.isEmpty() ? passed(name) : new Outcome(name, Verdict.FAILED, differences.get(0));
    }

    /** A case that cannot be run, with the sentence {@code verify.KEY}. */
    static Outcome unsupported(String name, String key, Object... arguments) {
        return new Outcome(name, Verdict.UNSUPPORTED, Messages.text("verify." + key, arguments));
    }
}
