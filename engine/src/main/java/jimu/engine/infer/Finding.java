package jimu.engine.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.layer.Problem;
import jimu.engine.message.Messages;

/**
 * A problem with its place and origin, ready to be told.
 *
 * @param problem what is wrong
 * @param path the layer's path; empty for the network as a whole
 * @param blocks the ids of the blocks around it and its own, outermost first
 * @param label how messages call the place: {@code Linear "fc1"}
 * @param origin how the offending input, or its sizes, came about, in sentences; empty where no input is to blame
 */
public record Finding(Problem problem, String path, List<String> blocks, String label, String origin) {
    public Finding {
        blocks = List.copyOf(blocks);
    }

    /** One sentence with place, expected and found, and the origin after it. */
    public String message() {
        String sentence = Messages.text("problem." + problem.key(), words());
        return origin.isEmpty() ? sentence : sentence + " " + origin;
    }

    /** What to do about it, where that is known. */
    public Optional<String> cure() {
        String key = "problem." + problem.key() + ".cure";
        return Messages.has(key) ? Optional.of(Messages.text(key, words())) : Optional.empty();
    }

    /** The message, and the cure after it where it is known. */
    public String advice() {
        return cure().map(cure -> message() + " " + cure).orElse(message());
    }

    private Object[] words() {
        List<Object> words = new ArrayList<>(List.of(label, problem.expected(), problem.found(), origin));
        words.addAll(problem.arguments());
        return words.toArray();
    }
}
