package jimu.app.canvas;

import java.util.ArrayList;
import java.util.List;
import jimu.app.session.BlockSize;
import jimu.app.session.Ports;
import jimu.app.text.Texts;

/**
 * What a block on the canvas shows, apart from its place.
 *
 * @param id the block's id
 * @param name its name
 * @param type the layer's type or the definition's name
 * @param category the part of the palette whose colour it has
 * @param detail its parameters in a few words
 * @param output the shape of its main output; empty while unknown
 * @param cost how many parameters it has, in words; empty for none
 * @param owner the name of the block whose weights it uses; empty for its own
 * @param state whether inference knows it
 * @param problems one sentence for each problem, with its cure
 * @param ports its ports
 * @param size its size
 */
record BlockFace(
        String id,
        String name,
        String type,
        String category,
        String detail,
        String output,
        String cost,
        String owner,
        State state,
        List<String> problems,
        Ports ports,
        BlockSize size) {
    /** What inference knows of a block. */
    enum State {
        /** Everything fits. */
        KNOWN,
        /** Something before it is not known. */
        BLOCKED,
        /** Nothing is wrong but that a wire is missing. */
        UNWIRED,
        /** Something is wrong here. */
        WRONG
    }

    BlockFace {
        problems = List.copyOf(problems);
    }

    /** What a tooltip says: the block in words, and its problems. */
    String told() {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of("canvas.block", name, type));
        List.of(detail, output, costs()).stream()
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        if (state == State.BLOCKED) {
            lines.add(Texts.of("canvas.blocked"));
        }
        problems.forEach(problem -> lines.add("\n" + problem));
        return String.join("\n", lines);
    }

    /** The shape of its main output, in words that have room. */
    String output(Detail how) {
        return output.isEmpty()
                ? Texts.of("canvas.output.unknown")
                : how == Detail.FULL ? output : ShapeWords.brief(output);
    }

    /** How many parameters it has, or whose it uses. */
    String costs() {
        return owner.isEmpty() ? cost : Texts.of("canvas.sharing", owner);
    }
}
