package jimu.app.canvas;

import jimu.engine.graph.Link;

/**
 * What a wire shows, apart from its course.
 *
 * @param link the wire
 * @param label the shape of what flows through it; empty while unknown
 * @param told its ends, and what flows through it, in words
 * @param state whether that is known, and whether its target can take it
 */
record WireFace(Link link, String label, String told, State state) {
    /** What inference knows of a wire. */
    enum State {
        KNOWN,
        UNKNOWN,
        WRONG
    }
}
