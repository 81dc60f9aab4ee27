package jimu.engine.layer;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.TensorType;

/**
 * A person's mistake, as a value: what was expected and found, without the place, which inference adds.
 *
 * <p>The sentence is the text {@code problem.KEY} of the messages with {0} the place, {1} expected, {2} found, {3} the origin of
 * the input and {4}… the further arguments; the cure is {@code problem.KEY.cure} with the same numbers.
 *
 * @param severity what it prevents
 * @param key names the sentence
 * @param port the input port concerned, if one is
 * @param axes the axes there whose sizes do not suit, negative counting from the end; none where it is not a matter of sizes
 * @param expected what would have been right
 * @param found what is there, shapes in full
 * @param arguments further words of the sentence
 */
public record Problem(
        Severity severity,
        String key,
        Optional<String> port,
        List<Integer> axes,
        String expected,
        String found,
        List<String> arguments) {
    /** What a problem prevents. */
    public enum Severity {
        /** The block has no shape, nor what follows it. */
        SHAPE,
        /** Shapes stand, training does not start. */
        CANNOT_TRAIN,
        /** Works, but is probably not what was meant. */
        HINT
    }

    public Problem {
        axes = List.copyOf(axes);
        arguments = List.copyOf(arguments);
    }

    /** A problem of shapes that concerns the block itself. */
    public static Problem shape(String key, String expected, String found, String... arguments) {
        return new Problem(Severity.SHAPE, key, Optional.empty(), List.of(), expected, found, List.of(arguments));
    }

    /** A problem that prevents training only. */
    public static Problem training(String key, String expected, String found, String... arguments) {
        return new Problem(
                Severity.CANNOT_TRAIN, key, Optional.empty(), List.of(), expected, found, List.of(arguments));
    }

    /** A remark on shapes that fit, but are probably not what was meant. */
    public static Problem hint(String key, String expected, String found, String... arguments) {
        return new Problem(Severity.HINT, key, Optional.empty(), List.of(), expected, found, List.of(arguments));
    }

    /** The problem that an input holds integers where numbers are needed, or none. */
    public static List<Problem> unlessFloating(TensorType input) {
        return input.dtype().isFloating()
                ? List.of()
                : List.of(shape("type", "float32", input.dtype().label(), input.toString())
                        .at("input"));
    }

    /** The same problem, laid to an input port, so that the origin of that input is told. */
    public Problem at(String inputPort) {
        return new Problem(severity, key, Optional.of(inputPort), axes, expected, found, arguments);
    }

    /** The same problem, concerning the sizes of some axes at an input port. */
    public Problem at(String inputPort, List<Integer> concerned) {
        return new Problem(severity, key, Optional.of(inputPort), concerned, expected, found, arguments);
    }
}
