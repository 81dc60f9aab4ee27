package jimu.app.canvas;

import jimu.app.session.WirePath;
import jimu.app.text.Texts;
import jimu.engine.graph.Link;

/**
 * What a wire shows, apart from its course.
 *
 * @param link the wire
 * @param label the shape of what flows through it; empty while unknown
 * @param from the name of the block that it leads from
 * @param to the name of the block that it leads to
 * @param state whether that is known, and whether its target can take it
 */
record WireFace(Link link, String label, String from, String to, State state) {
    /** How large the letters of a label are. */
    private static final double LETTERS = 10.5;

    /** What inference knows of a wire. */
    enum State {
        KNOWN,
        UNKNOWN,
        WRONG
    }

    /** What has room on its course: between two blocks on a level as much as does not reach them, elsewhere all. */
    String label(WirePath course) {
        double room = course.room() / LETTERS;
        return ShapeWords.within(label, room).orElse("");
    }

    /** Its ends, and what flows through it, in words. */
    String told() {
        return label.isEmpty() ? Texts.of("canvas.wire.unknown", from, to) : Texts.of("canvas.wire", from, to, label);
    }
}
