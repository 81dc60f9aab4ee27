package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jimu.engine.graph.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport viewport = new Viewport();

    @BeforeEach
    void size() {
        viewport.resize(800, 600);
    }

    @Test
    void zoomingKeepsThePlaceUnderThePointer() {
        viewport.panBy(30, -40);
        Position under = viewport.toCanvas(200, 150);
        viewport.zoomAbout(1.5, 200, 150);
        assertEquals(under, viewport.toCanvas(200, 150));
        assertEquals(1.5, viewport.scale());
    }

    @Test
    void zoomStaysBetweenTenAndFourHundredPercent() {
        viewport.zoomAbout(100, 0, 0);
        assertEquals(4, viewport.scale());
        viewport.zoomAbout(0.0001, 0, 0);
        assertEquals(0.1, viewport.scale());
    }

    @Test
    void placesGoThereAndBack() {
        viewport.zoomAbout(2, 100, 100);
        assertEquals(
                new Position(12, 34),
                viewport.toCanvas(
                        viewport.toWindow(new Position(12, 34)).x(),
                        viewport.toWindow(new Position(12, 34)).y()));
    }

    @Test
    void fittingShowsAllInTheMiddle() {
        viewport.fit(new Box(0, 0, 1600, 600));
        assertEquals(0.5, viewport.scale());
        assertEquals(new Position(800, 300), viewport.middle());
    }

    @Test
    void fittingDoesNotEnlarge() {
        viewport.fit(new Box(0, 0, 10, 10));
        assertEquals(1, viewport.scale());
    }

    @Test
    void fittingNothingShowsTheOrigin() {
        viewport.zoomAbout(3, 50, 50);
        viewport.fit(Box.EMPTY);
        assertEquals(new Position(0, 0), viewport.toCanvas(0, 0));
        assertEquals(1, viewport.scale());
    }

    @Test
    void whatWasFittedIsFittedAnewWhenTheWindowGrows() {
        viewport.fit(new Box(0, 0, 1600, 600));
        viewport.resize(1600, 1200);
        assertEquals(1, viewport.scale());
        assertEquals(new Position(800, 300), viewport.middle());
    }

    @Test
    void whoHasLookedElsewhereGoesOnSeeingThat() {
        viewport.fit(new Box(0, 0, 1600, 600));
        viewport.panBy(10, 0);
        Viewport.Look look = viewport.look();
        viewport.resize(1600, 1200);
        assertEquals(look, viewport.look());
    }

    @Test
    void somethingWideOpensWhereItBeginsAndCanBeRead() {
        viewport.open(new Box(0, 0, 8000, 600), new Position(100, 100));
        assertEquals(0.4, viewport.scale());
        assertEquals(new Position(1000, 300), viewport.middle());
    }

    @Test
    void somethingNarrowOpensWhole() {
        viewport.open(new Box(0, 0, 1600, 600), new Position(100, 100));
        assertEquals(0.5, viewport.scale());
        assertEquals(new Position(800, 300), viewport.middle());
    }

    @Test
    void revealingPansAsLittleAsNeeded() {
        viewport.reveal(new Box(700, 100, 900, 200));
        assertEquals(new Position(100, 0), viewport.toCanvas(0, 0));
        viewport.reveal(new Box(700, 100, 900, 200));
        assertEquals(new Position(100, 0), viewport.toCanvas(0, 0));
    }
}
