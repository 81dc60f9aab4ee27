package jimu.app.fx.plot;

import java.util.List;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** Lets JFreeChart read lines without copying or boxing them. */
final class PlotData extends AbstractXYDataset {
    private static final long serialVersionUID = 1;

    private transient List<Plot.Line> lines = List.of();

    void show(List<Plot.Line> now) {
        lines = now;
        fireDatasetChanged();
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.NONE;
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
        return lines.get(series).x().length;
    }

    @Override
    public double getXValue(int series, int item) {
        return lines.get(series).x()[item];
    }

    @Override
    public double getYValue(int series, int item) {
        return lines.get(series).y()[item];
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
