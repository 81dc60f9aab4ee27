package jimu.app.fx.plot;

import java.util.List;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** Lets JFreeChart read lines without copying or boxing them. */
public final class LineData extends AbstractXYDataset {
    private static final long serialVersionUID = 1;

    private final DomainOrder order;
    private transient List<? extends Points> lines = List.of();

    /** The points of a line. */
    public interface Points {
        int size();

        double x(int point);

        double y(int point);
    }

    /** For lines whose points come in this order. */
    public LineData(DomainOrder order) {
        this.order = order;
    }

    /** Holds these lines from now on. */
    public void show(List<? extends Points> now) {
        lines = now;
        fireDatasetChanged();
    }

    @Override
    public DomainOrder getDomainOrder() {
        return order;
    }

    @Override
    public int getSeriesCount() {
        return lines.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return series;
    }

    @Override
    public int getItemCount(int series) {
        return lines.get(series).size();
    }

    @Override
    public double getXValue(int series, int item) {
        return lines.get(series).x(item);
    }

    @Override
    public double getYValue(int series, int item) {
        return lines.get(series).y(item);
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }
}
