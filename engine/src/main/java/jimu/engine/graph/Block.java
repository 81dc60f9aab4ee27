package jimu.engine.graph;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block on the canvas.
 *
 * @param id identifies the block for good, within its graph
 * @param name what a person calls it; should be unique in its graph and a Python identifier, which {@link Expansion} checks
 * @param content the layer, or the use of a definition
 * @param sharesWeightsOf the id of a block of the same type whose weights it uses
 */
public record Block(String id, String name, Content content, Optional<String> sharesWeightsOf) {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** A block with weights of its own. */
    public static Block of(String id, String name, Content content) {
        return new Block(id, name, content, Optional.empty());
    }

    /** Whether {@code name} can be a Python identifier. */
    public static boolean isIdentifier(String name) {
        return IDENTIFIER.matcher(name).matches();
    }

    /** The same block under another name. */
    public Block withName(String other) {
        return new Block(id, other, content, sharesWeightsOf);
    }

    /** The same block holding something else. */
    public Block withContent(Content other) {
        return new Block(id, name, other, sharesWeightsOf);
    }
}
