package jimu.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Something drawn into a plot before or after its lines. */
abstract class Overlay extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1;

    /** Draws into the plot's part of the chart. */
    abstract void draw(Graphics2D g2, Place place);

    /**
     * Where a plot lies.
     *
     * @param area its part of the chart
     * @param domain the axis across
     * @param range the axis up
     */
    record Place(Rectangle2D area, ValueAxis domain, ValueAxis range) {
        double x(double value) {
            return domain.valueToJava2D(value, area, RectangleEdge.BOTTOM);
        }

        double y(double value) {
            return range.valueToJava2D(value, area, RectangleEdge.LEFT);
        }
    }

    @Override
    public final void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domain,
            ValueAxis range,
            int index,
            PlotRenderingInfo info) {
        draw(g2, new Place(area, domain, range));
    }

    @Override
    public final boolean equals(Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }
}
