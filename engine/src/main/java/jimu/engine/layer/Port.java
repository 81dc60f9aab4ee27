package jimu.engine.layer;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An input of a layer.
 *
 * @param name the port's name, unique among the layer's inputs
 * @param presence whether the layer needs it
 */
public record Port(String name, Presence presence) {
    private static final int MOST = 8;

    /** Whether something must be connected. */
    public enum Presence {
        /** Something must be connected. */
        REQUIRED,
        /** The port may stay open. */
        OPTIONAL,
        /** One of a row of further ports that may stay open: only as many are shown as are in use, and one more. */
        SPARE
    }

    /** A port that must be connected. */
    public static Port required(String name) {
        return new Port(name, Presence.REQUIRED);
    }

    /** A port that may stay open. */
    public static Port optional(String name) {
        return new Port(name, Presence.OPTIONAL);
    }

    /** The ports of a layer that merges two to eight inputs: {@code input1}, {@code input2} and so on. */
    public static List<Port> several() {
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(number -> new Port("input" + number, number > 2 ? Presence.SPARE : Presence.REQUIRED))
                .toList();
    }

    /** Whether the layer works without it. */
    public boolean optional() {
        return presence != Presence.REQUIRED;
    }

    /** The ports worth showing where those of {@code connected} are in use: spare ones up to the first that is free. */
    public static List<Port> shown(List<Port> ports, Set<String> connected) {
        int last = IntStream.range(0, ports.size())
                .filter(i -> connected.contains(ports.get(i).name()))
                .max()
                .orElse(-1);
        int needed = (int)
                ports.stream().filter(port -> port.presence() != Presence.SPARE).count();
        return Stream.concat(
                        ports.stream().limit(needed),
                        ports.stream().skip(needed).limit(Math.max(0, last - needed + 1) + 1L))
                .toList();
    }
}
