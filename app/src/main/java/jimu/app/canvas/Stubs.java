package jimu.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jimu.app.session.PortEnd;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.WirePath;
import jimu.engine.graph.Block;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.graph.Position;

/** The courses between the ports of an open group and what they stand for; like wires they run through no block. */
final class Stubs {
    private final Document inside;
    private final Obstacles obstacles = new Obstacles();

    private Stubs(Document inside) {
        this.inside = inside;
        Map<String, Box> boxes = new HashMap<>();
        for (Block block : inside.graph().blocks()) {
            boxes.put(block.id(), Box.of(inside, block));
        }
        obstacles.replace(boxes);
    }

    /** Those of a group that holds {@code inside}; {@code mouths} are where its inputs lie, then its outputs. */
    static List<WirePath> of(Definition group, Document inside, List<Position> mouths) {
        Stubs stubs = new Stubs(inside);
        List<WirePath> courses = new ArrayList<>();
        int inputs = group.inputs().size();
        for (int i = 0; i < inputs; i++) {
            for (PortRef fed : group.inputs().get(i).feeds()) {
                stubs.add(courses, fed, Side.INPUT, mouths.get(i));
            }
        }
        for (int i = 0; i < group.outputs().size(); i++) {
            stubs.add(courses, group.outputs().get(i).shows(), Side.OUTPUT, mouths.get(inputs + i));
        }
        return courses;
    }

    private void add(List<WirePath> courses, PortRef port, Side side, Position mouth) {
        inside.graph().block(port.block()).ifPresent(block -> {
            Box here = Box.of(inside, block);
            Box there = Box.between(mouth, mouth);
            Position place = PortPlaces.of(inside, new PortEnd(port, side));
            Link link = new Link(port, port);
            courses.add(
                    side == Side.INPUT
                            ? Router.course(link, mouth, place, there, here, region -> others(region, block))
                            : Router.course(link, place, mouth, here, there, region -> others(region, block)));
        });
    }

    private Map<String, Box> others(Box region, Block but) {
        Map<String, Box> near = obstacles.near(region);
        near.remove(but.id());
        return near;
    }
}
