package jimu.engine.graph;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import jimu.engine.layer.Layer;
import jimu.engine.message.Messages;

/** Names for new blocks. */
public final class FreeName {
    private FreeName() {}

    /** A free name for a layer: its stem with the lowest free number, or the stem alone for what a network mostly has once. */
    public static String of(Graph graph, Layer layer) {
        Set<String> taken = new HashSet<>();
        graph.blocks().forEach(block -> taken.add(block.name()));
        return of(taken, layer);
    }

    /** The same among these names. */
    public static String of(Set<String> taken, Layer layer) {
        String stem = stem(layer.type());
        boolean alone = layer.inputs().size() != 1;
        if (alone && !taken.contains(stem)) {
            return stem;
        }
        int number = alone ? 2 : 1;
        while (taken.contains(stem + number)) {
            number++;
        }
        return stem + number;
    }

    /** A name like {@code stem} that is not among these: {@code stem} itself or with the next free number. */
    public static String of(Set<String> taken, String stem) {
        if (!taken.contains(stem)) {
            return stem;
        }
        int number = 2;
        while (taken.contains(stem + number)) {
            number++;
        }
        return stem + number;
    }

    /** What blocks of a layer are called, but for a number. */
    public static String stem(Layer layer) {
        return stem(layer.type());
    }

    private static String stem(String type) {
        String key = "layer." + type + ".stem";
        return Messages.has(key)
                ? Messages.text(key)
                : type.replaceAll("\\d+d$", "").toLowerCase(Locale.ROOT);
    }
}
