package jimu.app.chart;

import java.util.List;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** Lets JFreeChart read the lines of a plot without copying or boxing them. */
final class FrameDataset extends AbstractXYDataset {
    private static final long serialVersionUID = 1;

    private transient List<ChartFrame.Trace> traces = List.of();

    /** Holds these lines from now on. */
    void show(List<ChartFrame.Trace> other) {
        traces = other;
        fireDatasetChanged();
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.ASCENDING;
    }

    @Override
    public int getSeriesCount() {
        return traces.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return series;
    }

    @Override
    public int getItemCount(int series) {
        return traces.get(series).line().size();
    }

    @Override
    public double getXValue(int series, int item) {
        return traces.get(series).line().x(item);
    }

    @Override
    public double getYValue(int series, int item) {
        return traces.get(series).line().y(item);
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
