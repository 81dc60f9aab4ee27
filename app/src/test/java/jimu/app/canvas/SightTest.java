package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import jimu.app.bench.LargeNetwork;
import jimu.app.session.Nets;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final Link WIRE = Link.of("image", "output", "relu", "input");

    private final Viewport viewport = new Viewport();
    private final Places places = new Places(Courses.DIRECT);

    @BeforeEach
    void resize() {
        viewport.resize(800, 600);
    }

    private void show(Document document) {
        places.follow(document, Faces.of(document, ShapeInference.infer(document)), Set.of());
    }

    private Sight sight() {
        return Sight.of(viewport, places);
    }

    @Test
    void onlyWhatTouchesTheWindowOrHardlyLiesOutsideIsInSight() {
        show(Nets.net()
                .block("image", new Input(), 0, 0)
                .block("relu", new ReLU(), 2000, 0)
                .chain("image", "relu")
                .document());
        assertEquals(new Sight(Detail.FULL, List.of("image"), List.of(WIRE)), sight());
        viewport.centreOn(new Position(900, 0));
        assertEquals(new Sight(Detail.FULL, List.of(), List.of(WIRE)), sight());
        viewport.centreOn(new Position(900, 5000));
        assertEquals(new Sight(Detail.FULL, List.of(), List.of()), sight());
        viewport.centreOn(new Position(2000 - 400 - 90, 0));
        assertEquals(List.of("relu"), sight().blocks());
    }

    @Test
    void belowFortyPercentBlocksArePainted() {
        show(Nets.net().block("image", new Input(), 0, 0).document());
        viewport.zoomAbout(0.4, 0, 0);
        assertEquals(Detail.BRIEF, sight().detail());
        viewport.zoomAbout(0.99, 0, 0);
        assertEquals(new Sight(Detail.PAINTED, List.of(), List.of()), sight());
    }

    @Test
    void belowSixtyFivePercentBlocksShowNamesAndOutputsOnly() {
        assertEquals(Detail.BRIEF, Detail.at(0.64));
        assertEquals(Detail.FULL, Detail.at(0.65));
    }

    @Test
    void aWindowWithoutASizeShowsNothing() {
        show(Nets.net().block("image", new Input(), 0, 0).document());
        viewport.resize(0, 0);
        assertEquals(Sight.NONE, sight());
    }

    @Test
    void ofAThousandBlocksFewAreInSightAtTheirOwnSize() {
        show(LargeNetwork.whole());
        viewport.resize(1060, 560);
        viewport.centreOn(new Position(5000, 1600));
        assertTrue(
                sight().blocks().size() <= 8 * 6,
                () -> "there are " + sight().blocks().size());
        viewport.fit(places.bounds());
        assertEquals(new Sight(Detail.PAINTED, List.of(), List.of()), sight());
    }
}
