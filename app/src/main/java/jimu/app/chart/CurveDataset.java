package jimu.app.chart;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** Lets JFreeChart read curves without copying or boxing them. */
final class CurveDataset extends AbstractXYDataset {
    private static final long serialVersionUID = 1;

    private final transient List<Curve> curves;
    private final transient DoubleSupplier scale;

    CurveDataset(List<Curve> curves, DoubleSupplier scale) {
        this.curves = curves;
        this.scale = scale;
    }

    void changed() {
        fireDatasetChanged();
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.ASCENDING;
    }

    @Override
    public int getSeriesCount() {
        return curves.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return series;
    }

    @Override
    public int getItemCount(int series) {
        return curves.get(series).size();
    }

    @Override
    public double getXValue(int series, int item) {
        return curves.get(series).x(item) * scale.getAsDouble();
    }

    @Override
    public double getYValue(int series, int item) {
        return curves.get(series).y(item);
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
