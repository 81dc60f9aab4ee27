package jimu.app.fx.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jfree.data.DomainOrder;
import org.junit.jupiter.api.Test;

class LineDataTest {
    private final LineData data = new LineData(DomainOrder.ASCENDING);

    private static Plot.Line line(double... ys) {
        return new Plot.Line("", Plot.Style.LINE, 0, new double[ys.length], ys);
    }

    @Test
    void readsTheLinesItWasToldLast() {
        data.show(List.of(line(1, 2), line(3)));
        data.show(List.of(line(7, 8, 9)));

        assertEquals(1, data.getSeriesCount());
        assertEquals(3, data.getItemCount(0));
        assertEquals(9, data.getYValue(0, 2));
        assertEquals(0, data.getX(0, 2).doubleValue());
    }

    @Test
    void tellsTheChartThatLinesHaveChanged() {
        AtomicInteger told = new AtomicInteger();
        data.addChangeListener(event -> told.incrementAndGet());

        data.show(List.of(line(1)));

        assertEquals(1, told.get());
    }
}
