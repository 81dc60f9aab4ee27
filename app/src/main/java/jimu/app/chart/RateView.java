package jimu.app.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import jimu.app.fx.LazyDrawing;
import jimu.app.fx.Words;
import jimu.app.fx.plot.LineData;
import jimu.app.text.Texts;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.DomainOrder;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws the learning rate over the epochs: the plan, and over it what the run has had. */
public final class RateView extends BorderPane {
    private static final int PLAN = 0;
    private static final int RUN = 1;
    private static final float STRONG = 2;
    private static final int MARGIN = 4;
    private static final double ROOM = 0.06;

    private final RateViewModel model;
    private final ChartColors colors = new ChartColors();
    private final NumberAxis epochs = new NumberAxis();
    private final NumberAxis rates = new NumberAxis();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    private final LineData curves = new LineData(DomainOrder.ASCENDING);
    private final XYPlot plot = new XYPlot(curves, epochs, rates, renderer);
    private final JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);

    public RateView(RateViewModel model) {
        this.model = model;
        setId("rate");
        getStyleClass().add("chart-box");
        build();
        paint();
        colors.onColors(this::paint);
        LazyDrawing lazy = new LazyDrawing(this, this::refresh);
        model.versionProperty().addListener((value, old, now) -> lazy.draw());
        Texts.follow(this, RateView::refresh);
        refresh();
    }

    private void build() {
        renderer.setSeriesStroke(PLAN, new BasicStroke(STRONG, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        renderer.setSeriesStroke(RUN, new BasicStroke(STRONG, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        renderer.setDrawSeriesLineAsPath(true);
        epochs.setLowerMargin(0);
        epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ENGLISH));
        rates.setAutoRangeIncludesZero(true);
        rates.setUpperMargin(ROOM);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
        chart.setPadding(new RectangleInsets(MARGIN, MARGIN, MARGIN, 3 * MARGIN));
        chart.setBackgroundPaint(null);
        colors.getChildren().add(new FittingCanvas(chart));
        setTop(legend());
        setCenter(colors);
        setMinSize(0, 0);
    }

    private Region legend() {
        Label plan = new Label();
        plan.textProperty().bind(model.remarkProperty());
        Region swatch = new Region();
        swatch.getStyleClass().add("chart-swatch");
        plan.setGraphic(swatch);
        plan.setMinWidth(0);
        Label run = Words.label("rate.run");
        Region mark = new Region();
        mark.getStyleClass().addAll("chart-swatch", "validation");
        run.setGraphic(mark);
        run.setMinWidth(USE_PREF_SIZE);
        Label problem = new Label();
        problem.setId("rate-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.setGraphic(new FontIcon("mdoal-error"));
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        HBox keys = new HBox(plan, run);
        keys.getStyleClass().add("chart-legend");
        BorderPane legend = new BorderPane(keys);
        legend.setBottom(problem);
        return legend;
    }

    private void paint() {
        chart.setNotify(false);
        colors.dress(epochs);
        colors.dress(rates);
        plot.setDomainGridlinePaint(colors.color("grid"));
        plot.setRangeGridlinePaint(colors.color("grid"));
        renderer.setSeriesPaint(PLAN, colors.color("loss"));
        renderer.setSeriesPaint(RUN, colors.color("validation"));
        chart.setNotify(true);
    }

    private void refresh() {
        chart.setNotify(false);
        epochs.setLabel(Texts.of("rate.epoch"));
        rates.setLabel(Texts.of("rate.rate"));
        epochs.setRange(0, Math.max(1, model.epochs()));
        curves.show(List.of(model.planned(), model.actual()));
        chart.setNotify(true);
    }
}
