package jimu.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;

/**
 * Where a plot lies on the screen.
 *
 * @param plot what it shows
 * @param x its left edge, in pixels of the canvas
 * @param y its upper edge
 * @param width in pixels
 * @param height in pixels
 */
record PlotArea(ChartFrame.Plot plot, double x, double y, double width, double height) {
    /** Those of a drawing as it was drawn last. */
    static List<PlotArea> of(ChartFrame frame, ChartRenderingInfo drawn) {
        List<PlotArea> areas = new ArrayList<>();
        for (int i = 0; i < Math.min(frame.plots().size(), drawn.getPlotInfo().getSubplotCount()); i++) {
            var area = drawn.getPlotInfo().getSubplotInfo(i).getDataArea();
            areas.add(new PlotArea(
                    frame.plots().get(i), area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight()));
        }
        return areas;
    }

    /** The plot at a height. */
    static Optional<PlotArea> at(List<PlotArea> areas, double y) {
        return areas.stream()
                .filter(area -> y >= area.y() && y <= area.y() + area.height())
                .findFirst();
    }

    /** Where a place of the canvas lies along the shared axis: 0 at its left end, 1 at its right. */
    double shareX(double at) {
        return (at - x) / width;
    }

    /** Where it lies along the plot's own axis: 0 at its lower end, 1 at its upper. */
    double shareY(double at) {
        return 1 - (at - y) / height;
    }
}
