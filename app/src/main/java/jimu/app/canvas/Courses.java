package jimu.app.canvas;

import jimu.app.session.PortEnd;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.WirePath;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;

/** Says where wires run: whatever draws, grasps, labels or splices one asks here, so that all agree. */
interface Courses {
    /** Each wire goes straight to its end, whatever stands between. */
    Courses DIRECT = (document, link) -> WirePath.between(
            PortPlaces.of(document, new PortEnd(link.from(), Side.OUTPUT)),
            PortPlaces.of(document, new PortEnd(link.to(), Side.INPUT)));

    /** The course of a wire of a document. */
    WirePath of(Document document, Link link);
}
