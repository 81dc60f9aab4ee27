package jimu.app.chart;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;

/** A chart that fills its box and leaves mouse and keys to it. */
final class FittingCanvas extends Region {
    private final ChartCanvas canvas;
    private final Consumer<FittingCanvas> resized;

    FittingCanvas(JFreeChart chart) {
        this(chart, canvas -> {});
    }

    /** Tells when it has another size. */
    FittingCanvas(JFreeChart chart, Consumer<FittingCanvas> resized) {
        this.resized = resized;
        canvas = new ChartCanvas(chart);
        canvas.setDomainZoomable(false);
        canvas.setRangeZoomable(false);
        canvas.setTooltipEnabled(false);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        setMinSize(0, 0);
    }

    /** Where everything was drawn last; empty before the first time. */
    Optional<ChartRenderingInfo> drawn() {
        return Optional.ofNullable(canvas.getRenderingInfo());
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            resized.accept(this);
        }
    }
}
