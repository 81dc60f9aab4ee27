package jimu.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis of JFreeChart that lies and is marked as an {@link Axis} says. */
final class ScaledAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private static final double FAR = 30_000;
    private static final int WIDE = 90;
    private static final int HIGH = 24;

    private transient Axis axis = new Axis(new Span(0, 1), Scale.LINEAR, Axis.Form.NUMBER);

    ScaledAxis() {
        setAutoRange(false);
    }

    /** Lies so from now on. */
    void lie(Axis other) {
        axis = other;
        setRange(other.lower(), other.upper());
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        double share = axis.share(value);
        double at = RectangleEdge.isTopOrBottom(edge)
                ? area.getMinX() + share * area.getWidth()
                : area.getMaxY() - share * area.getHeight();
        return Math.max(-FAR, Math.min(at, FAR));
    }

    @Override
    public double java2DToValue(double at, Rectangle2D area, RectangleEdge edge) {
        return axis.value(
                RectangleEdge.isTopOrBottom(edge)
                        ? (at - area.getMinX()) / area.getWidth()
                        : (area.getMaxY() - at) / area.getHeight());
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean lying = RectangleEdge.isTopOrBottom(edge);
        int most = (int) (lying ? area.getWidth() / WIDE : area.getHeight() / HIGH);
        TextAnchor anchor = lying ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        return Ticks.of(axis, Math.max(2, most)).stream()
                .map(tick -> new NumberTick(
                        tick.label().isEmpty() ? TickType.MINOR : TickType.MAJOR,
                        tick.value(),
                        tick.label(),
                        anchor,
                        TextAnchor.CENTER,
                        0))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
