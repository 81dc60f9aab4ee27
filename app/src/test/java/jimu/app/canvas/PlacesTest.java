package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.app.session.Nets;
import jimu.app.session.PortEnd;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.Test;

/** Blocks are 152 × 80, ports in the middle of their sides. */
class PlacesTest {
    private static final Link FIRST = Link.of("image", "output", "conv", "input");
    private static final Link SECOND = Link.of("conv", "output", "relu", "input");
    private static final Document NET = Nets.net()
            .block("image", new Input(), 0, 0)
            .block("conv", new Conv2d(), 400, 0)
            .block("relu", new ReLU(), 800, 0)
            .chain("image", "conv", "relu")
            .document();

    private final List<Link> asked = new ArrayList<>();
    private final Places places = new Places((document, link) -> {
        asked.add(link);
        return Courses.DIRECT.of(document, link);
    });

    private void follow(Document document) {
        places.follow(document, Faces.of(document, ShapeInference.infer(document)), Set.of());
    }

    private static Document moved(String block, double x, double y) {
        return new Edit.Move(Map.of(block, new Position(x, y))).apply(NET);
    }

    @Test
    void tellsWhatLiesAtAPlace() {
        follow(NET);
        assertEquals(new Spot.OnBlock("conv"), places.at(new Position(450, 20), 4));
        assertEquals(new Spot.OnPort(PortEnd.input("conv", "input")), places.at(new Position(396, 42), 4));
        assertEquals(new Spot.OnPort(PortEnd.output("image", "output")), places.at(new Position(155, 38), 4));
        assertEquals(new Spot.OnWire(FIRST), places.at(new Position(276, 42), 4));
        assertEquals(new Spot.OnCanvas(), places.at(new Position(276, 60), 4));
        assertEquals(Optional.empty(), places.wireNear(new Position(276, 40), 4, Set.of("conv")));
    }

    @Test
    void theBlockOnTopIsTheLaterOne() {
        follow(moved("relu", 420, 10));
        assertEquals(Optional.of("relu"), places.blockAt(new Position(450, 30)));
        assertEquals(List.of("conv", "relu"), places.blocksIn(new Box(450, 30, 460, 40)));
    }

    @Test
    void onlyTheWiresOfAMovedBlockAreLaidAnew() {
        follow(NET);
        Faces faces = Faces.of(NET, ShapeInference.infer(NET));
        asked.clear();
        int changes = places.changes();
        places.follow(NET, faces, Set.of());
        asked.clear();
        places.follow(moved("relu", 800, 300), faces, Set.of());
        assertEquals(List.of(SECOND), asked);
        assertEquals(new Box(800, 300, 952, 380), places.box("relu"));
        assertEquals(changes + 1, places.changes());
        places.follow(moved("relu", 800, 300), faces, Set.of());
        assertEquals(changes + 1, places.changes());
    }

    @Test
    void whatIsDeletedLiesNowhere() {
        follow(NET);
        follow(new Edit.Remove(Set.of("relu"), Set.of()).apply(NET));
        assertEquals(Box.EMPTY, places.box("relu"));
        assertEquals(List.of(FIRST), places.wiresIn(new Box(-1000, -1000, 2000, 1000)));
        assertEquals(new Box(0, 0, 552, 80), places.bounds());
        assertEquals(Optional.empty(), places.course(SECOND));
    }
}
