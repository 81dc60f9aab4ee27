package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZoomTest {
    private static final Span ALL = new Span(0, 100);

    private final Zoom zoom = new Zoom();

    @Test
    void whatLiesUnderThePointerStaysThere() {
        zoom.scale(ALL, ALL, 0.3, 0.5);
        assertEquals(Optional.of(new Span(15, 65)), zoom.x());
        assertEquals(0.3, zoom.x().orElseThrow().share(30), 1e-12);
    }

    @Test
    void zoomingOutEndsWithAll() {
        zoom.scale(ALL, ALL, 0.5, 0.5);
        zoom.scale(zoom.x().orElseThrow(), ALL, 0.5, 2);
        assertEquals(Optional.empty(), zoom.x());
        assertFalse(zoom.isZoomed());
    }

    @Test
    void movingStopsAtTheEnds() {
        zoom.show(new Span(20, 40), ALL);
        zoom.move(zoom.x().orElseThrow(), ALL, 0.5);
        assertEquals(Optional.of(new Span(30, 50)), zoom.x());
        zoom.move(zoom.x().orElseThrow(), ALL, 10);
        assertEquals(Optional.of(new Span(80, 100)), zoom.x());
    }

    @Test
    void allOfItCannotBeMoved() {
        zoom.move(ALL, ALL, 0.5);
        assertEquals(Optional.empty(), zoom.x());
    }

    @Test
    void aPlotHasAStretchOfItsOwn() {
        zoom.show(Quantity.LOSS, new Span(0, 2));
        zoom.move(Quantity.LOSS, 0.5);
        zoom.move(Quantity.METRIC, 0.5);
        assertEquals(Optional.of(new Span(1, 3)), zoom.y(Quantity.LOSS));
        assertEquals(Optional.empty(), zoom.y(Quantity.METRIC));
        zoom.reset();
        assertEquals(Optional.empty(), zoom.y(Quantity.LOSS));
    }
}
