package jimu.app.chart;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis of JFreeChart that lies and is marked as an {@link Axis} says. */
final class ScaledAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private static final double FAR = 30_000;
    private static final int WIDE = 90;
    private static final int HIGH = 20;
    private static final double BEYOND = 8;
    private static final double GAP = 8;

    private transient Axis axis = new Axis(new Span(0, 1), Scale.LINEAR, Axis.Form.NUMBER);

    private String name = "";

    ScaledAxis() {
        setAutoRange(false);
    }

    /** Lies so from now on. */
    void lie(Axis other) {
        axis = other;
        setRange(other.lower(), other.upper());
    }

    /** Is called so at its end, if it lies. */
    void name(String other) {
        name = other;
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
        g2.setFont(getTickLabelFont());
        return lying
                ? across(g2.getFontMetrics(), area)
                : up(g2.getFontMetrics().getHeight(), area);
    }

    /** Marks without numbers where these would meet the axis's name, which stands in their line at its end. */
    private List<NumberTick> across(FontMetrics font, Rectangle2D area) {
        double free = area.getMaxX() + BEYOND - (name.isEmpty() ? 0 : font.stringWidth(name) + GAP);
        return Ticks.of(axis, Math.max(2, (int) (area.getWidth() / WIDE))).stream()
                .map(tick -> {
                    double end = valueToJava2D(tick.value(), area, RectangleEdge.BOTTOM)
                            + font.stringWidth(tick.label()) / 2.0;
                    return number(tick, end <= free, TextAnchor.TOP_CENTER);
                })
                .toList();
    }

    /** Numbers at the ends stand within, so that they do not meet those of the plots above and below; none meets a higher one. */
    private List<NumberTick> up(double line, Rectangle2D area) {
        List<Ticks.Tick> ticks = new ArrayList<>(Ticks.of(axis, Math.max(2, (int) (area.getHeight() / HIGH))));
        Collections.reverse(ticks);
        List<NumberTick> numbers = new ArrayList<>();
        double taken = Double.NEGATIVE_INFINITY;
        for (Ticks.Tick tick : ticks) {
            double y = valueToJava2D(tick.value(), area, RectangleEdge.LEFT);
            boolean low = y + line / 2 > area.getMaxY();
            boolean high = !low && y - line / 2 < area.getMinY();
            double top = low ? y - line : high ? y : y - line / 2;
            boolean free = top >= taken;
            taken = free && !tick.label().isEmpty() ? top + line : taken;
            numbers.add(number(
                    tick, free, low ? TextAnchor.BOTTOM_RIGHT : high ? TextAnchor.TOP_RIGHT : TextAnchor.CENTER_RIGHT));
        }
        return numbers;
    }

    private static NumberTick number(Ticks.Tick tick, boolean written, TextAnchor anchor) {
        boolean major = written && !tick.label().isEmpty();
        return new NumberTick(
                major ? TickType.MAJOR : TickType.MINOR,
                tick.value(),
                major ? tick.label() : "",
                anchor,
                TextAnchor.CENTER,
                0);
    }

    @Override
    protected AxisState drawTickMarksAndLabels(
            Graphics2D g2, double cursor, Rectangle2D plot, Rectangle2D area, RectangleEdge edge) {
        AxisState state = super.drawTickMarksAndLabels(g2, cursor, plot, area, edge);
        if (!name.isEmpty()) {
            g2.setFont(getTickLabelFont());
            g2.setPaint(getLabelPaint());
            TextUtils.drawAlignedString(
                    name,
                    g2,
                    (float) (area.getMaxX() + BEYOND),
                    (float) (cursor + getTickLabelInsets().getTop()),
                    TextAnchor.TOP_RIGHT);
        }
        return state;
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
