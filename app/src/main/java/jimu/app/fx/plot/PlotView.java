package jimu.app.fx.plot;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jimu.app.fx.LazyDrawing;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.DomainOrder;

/** Draws a plot with its legend; a click on a point of it can be heard. */
public final class PlotView extends BorderPane {
    private static final float THICK = 2;
    private static final float THIN = 1.2f;
    private static final double DOT = 2.5;
    private static final double SMALL_DOT = 1.6;
    private static final int MANY = 500;
    private static final int FEW = 3;
    private static final int MARGIN = 4;
    private static final double NEAR = 12;
    private static final double ROOM = 0.03;

    private final PlotColors colors = new PlotColors();
    private final LineData data = new LineData(DomainOrder.NONE);
    private final NumberAxis across = new NumberAxis();
    private final NumberAxis up = new NumberAxis();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    private final XYPlot area = new XYPlot(data, across, up, renderer);
    private final JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, area, false);
    private final ChartCanvas canvas = new ChartCanvas(chart);
    private final FlowPane below = new FlowPane();
    private final VBox beside = new VBox();
    private final LazyDrawing lazy = new LazyDrawing(this, this::draw);
    private Plot plot = Plot.EMPTY;
    private BiConsumer<Integer, Integer> picked = (line, point) -> {};

    public PlotView() {
        getStyleClass().add("plot");
        below.getStyleClass().add("plot-legend");
        beside.getStyleClass().add("plot-legend-beside");
        chart.setPadding(new RectangleInsets(MARGIN, MARGIN, MARGIN, 2 * MARGIN));
        chart.setBackgroundPaint(null);
        area.setBackgroundPaint(null);
        area.setOutlineVisible(false);
        area.setDomainGridlinesVisible(true);
        area.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        area.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
        renderer.setDrawSeriesLineAsPath(true);
        canvas.setDomainZoomable(false);
        canvas.setRangeZoomable(false);
        canvas.setTooltipEnabled(false);
        Region box = new Region() {
            {
                getChildren().add(canvas);
                setMinSize(0, 0);
            }

            @Override
            protected void layoutChildren() {
                canvas.setWidth(getWidth());
                canvas.setHeight(getHeight());
            }
        };
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        colors.getChildren().add(box);
        colors.onColors(lazy::draw);
        setCenter(colors);
        setBottom(below);
        setRight(beside);
        setMinSize(0, 0);
    }

    /** Shows another plot. */
    public void show(Plot now) {
        plot = now;
        lazy.draw();
    }

    /** Tells {@code listener} the line and the number of the point that a person clicks on. */
    public void onPicked(BiConsumer<Integer, Integer> listener) {
        picked = listener;
    }

    private void draw() {
        chart.setNotify(false);
        dress(across, plot.across());
        dress(up, plot.up());
        area.setDomainGridlinePaint(colors.grid());
        area.setRangeGridlinePaint(colors.grid());
        for (int i = 0; i < plot.lines().size(); i++) {
            dress(i, plot.lines().get(i));
        }
        data.show(plot.lines());
        if (plot.extent() == Plot.Extent.SHARES) {
            across.setRange(-ROOM, 1 + ROOM);
            up.setRange(-ROOM, 1 + ROOM);
        } else {
            across.setAutoRange(true);
            up.setAutoRange(true);
        }
        chart.setNotify(true);
        chart.fireChartChanged();
        explain();
    }

    private void dress(NumberAxis axis, String label) {
        axis.setAutoRangeIncludesZero(false);
        axis.setLabel(label.isEmpty() ? null : label);
        axis.setLabelFont(colors.font());
        axis.setTickLabelFont(colors.font());
        axis.setLabelPaint(colors.text());
        axis.setTickLabelPaint(colors.text());
        axis.setAxisLinePaint(colors.grid());
        axis.setTickMarkPaint(colors.grid());
    }

    private void dress(int series, Plot.Line line) {
        boolean dotted = line.style() == Plot.Style.DOTS || line.style() == Plot.Style.MARKED;
        renderer.setSeriesLinesVisible(series, line.style() != Plot.Style.DOTS);
        renderer.setSeriesShapesVisible(series, dotted);
        int points = plot.lines().stream().mapToInt(one -> one.size()).sum();
        double dot = points > MANY ? SMALL_DOT : DOT;
        renderer.setSeriesShape(series, new Ellipse2D.Double(-dot, -dot, 2 * dot, 2 * dot));
        renderer.setSeriesPaint(series, colors.line(line.color()));
        renderer.setSeriesStroke(
                series,
                line.style() == Plot.Style.DASHED
                        ? new BasicStroke(THIN, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0)
                        : new BasicStroke(THICK, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    /** A short legend stands below, a longer one beside the plot, whose height is scarce. */
    private void explain() {
        List<Label> keys = plot.lines().stream()
                .filter(line -> !line.name().isEmpty())
                .map(this::key)
                .toList();
        boolean few = keys.size() <= FEW;
        below.getChildren().setAll(few ? keys : List.of());
        beside.getChildren().setAll(few ? List.of() : keys);
        show(below, few && !keys.isEmpty());
        show(beside, !few);
    }

    private Label key(Plot.Line line) {
        Region swatch = new Region();
        swatch.getStyleClass().add("plot-swatch");
        swatch.setBackground(
                new Background(new BackgroundFill(colors.swatch(line.color()), new CornerRadii(2), Insets.EMPTY)));
        Label key = new Label(line.name(), swatch);
        key.setMinWidth(USE_PREF_SIZE);
        return key;
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private void click(MouseEvent event) {
        Rectangle2D inside = canvas.getRenderingInfo().getPlotInfo().getDataArea();
        if (event.getButton() != MouseButton.PRIMARY || inside == null || inside.isEmpty()) {
            return;
        }
        double nearest = NEAR * NEAR;
        int line = -1;
        int point = -1;
        for (int i = 0; i < plot.lines().size(); i++) {
            Plot.Line one = plot.lines().get(i);
            for (int k = 0; k < one.size(); k++) {
                double dx = across.valueToJava2D(one.x(k), inside, area.getDomainAxisEdge()) - event.getX();
                double dy = up.valueToJava2D(one.y(k), inside, area.getRangeAxisEdge()) - event.getY();
                if (dx * dx + dy * dy < nearest) {
                    nearest = dx * dx + dy * dy;
                    line = i;
                    point = k;
                }
            }
        }
        if (line >= 0) {
            picked.accept(line, point);
        }
    }
}
