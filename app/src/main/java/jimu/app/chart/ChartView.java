package jimu.app.chart;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import jimu.app.fx.LazyDrawing;
import jimu.app.fx.Words;
import jimu.app.text.Texts;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** Draws the curves: loss above, metric below on the same axis; training pale and smoothed, validation with dots. */
public final class ChartView extends BorderPane {
    private static final int STEPS = 0;
    private static final int SMOOTH = 1;
    private static final int VALIDATION = 2;
    private static final double PALE = 0.3;
    private static final float THIN = 1;
    private static final float STRONG = 2;
    private static final double DOT = 3;
    private static final int MARGIN = 4;
    private static final double GAP = 10;
    private static final double LEAST = 1e-8;
    private static final double LEAST_SHARE = 0.01;

    private final ChartViewModel model;
    private final ChartColors colors = new ChartColors();
    private final NumberAxis domain = new NumberAxis();
    private final CombinedDomainXYPlot both = new CombinedDomainXYPlot(domain);
    private final CurveDataset lossData;
    private final CurveDataset metricData;
    private final XYPlot loss;
    private final XYPlot metric;
    private final JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, both, false);

    public ChartView(ChartViewModel model) {
        this.model = model;
        setId("chart");
        getStyleClass().add("chart-box");
        lossData = dataset(model.loss());
        metricData = dataset(model.metric());
        loss = plot(lossData);
        metric = plot(metricData);
        build();
        paint();
        colors.onColors(this::paint);
        LazyDrawing lazy = new LazyDrawing(this, this::refresh);
        model.versionProperty().addListener((value, old, now) -> lazy.draw());
        Texts.follow(this, ChartView::refresh);
        refresh();
    }

    private void build() {
        both.setGap(GAP);
        both.add(loss, 1);
        domain.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ENGLISH));
        domain.setAutoRangeIncludesZero(true);
        domain.setUpperMargin(0.02);
        domain.setLowerMargin(0);
        chart.setPadding(new RectangleInsets(MARGIN, MARGIN, MARGIN, MARGIN));
        chart.setBackgroundPaint(null);
        both.setBackgroundPaint(null);
        FittingCanvas canvas = new FittingCanvas(chart);
        canvas.visibleProperty().bind(model.emptyProperty().not());
        Label empty = Words.label("chart.empty");
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        empty.visibleProperty().bind(model.emptyProperty());
        colors.getChildren().addAll(canvas, empty);
        setTop(legend());
        setCenter(colors);
    }

    private Region legend() {
        ComboBox<ChartViewModel.Axis> axis = new ComboBox<>();
        axis.setId("chart-axis");
        axis.setMinWidth(USE_PREF_SIZE);
        axis.getItems().setAll(ChartViewModel.Axis.values());
        speak(axis);
        Texts.follow(axis, ChartView::speak);
        axis.valueProperty().bindBidirectional(model.axisProperty());
        FlowPane legend = new FlowPane(
                key("training", "chart.training"),
                key("smooth", "chart.smooth"),
                key("validation", "chart.validation"),
                axis);
        legend.getStyleClass().add("chart-legend");
        return legend;
    }

    /** A cell that already shows a choice does not read it again from another converter, so it is made anew. */
    private static void speak(ComboBox<ChartViewModel.Axis> axis) {
        AxisText texts = new AxisText();
        axis.setConverter(texts);
        axis.setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(ChartViewModel.@Nullable Axis choice, boolean empty) {
                super.updateItem(choice, empty);
                setText(empty || choice == null ? "" : texts.toString(choice));
            }
        });
    }

    private static Label key(String kind, String text) {
        Label key = Words.label(text);
        Region swatch = new Region();
        swatch.getStyleClass().addAll("chart-swatch", kind);
        key.setGraphic(swatch);
        key.setMinWidth(USE_PREF_SIZE);
        return key;
    }

    private CurveDataset dataset(Curves curves) {
        return new CurveDataset(List.of(curves.steps(), curves.smooth(), curves.validation()), model::scale);
    }

    private static XYPlot plot(CurveDataset data) {
        NumberAxis range = new NumberAxis();
        range.setAutoRangeIncludesZero(false);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesShapesVisible(VALIDATION, true);
        renderer.setSeriesShape(VALIDATION, new Ellipse2D.Double(-DOT, -DOT, 2 * DOT, 2 * DOT));
        renderer.setSeriesStroke(STEPS, new BasicStroke(THIN));
        renderer.setSeriesStroke(SMOOTH, new BasicStroke(STRONG, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        renderer.setSeriesStroke(VALIDATION, new BasicStroke(STRONG, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        XYPlot plot = new XYPlot(data, null, range, renderer);
        plot.setBackgroundPaint(null);
        plot.setDomainGridlinesVisible(true);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
        return plot;
    }

    private void paint() {
        chart.setNotify(false);
        for (NumberAxis axis : List.of(domain, (NumberAxis) loss.getRangeAxis(), (NumberAxis) metric.getRangeAxis())) {
            colors.dress(axis);
        }
        paint(loss, colors.loss(PALE), colors.loss(1));
        paint(metric, colors.metric(PALE), colors.metric(1));
        chart.setNotify(true);
    }

    private void paint(XYPlot plot, java.awt.Color pale, java.awt.Color strong) {
        plot.setDomainGridlinePaint(colors.grid());
        plot.setRangeGridlinePaint(colors.grid());
        plot.getRenderer().setSeriesPaint(STEPS, pale);
        plot.getRenderer().setSeriesPaint(SMOOTH, strong);
        plot.getRenderer().setSeriesPaint(VALIDATION, colors.validation());
    }

    private void refresh() {
        chart.setNotify(false);
        String name = model.metricNameProperty().get();
        boolean shown = both.getSubplots().contains(metric);
        if (!name.isEmpty() && !shown) {
            both.add(metric, 1);
        } else if (name.isEmpty() && shown) {
            both.remove(metric);
        }
        loss.getRangeAxis().setLabel(Texts.of("chart.loss"));
        metric.getRangeAxis().setLabel(name);
        ((NumberAxis) metric.getRangeAxis())
                .setNumberFormatOverride(model.share() ? NumberFormat.getPercentInstance(Locale.ENGLISH) : null);
        domain.setStandardTickUnits(
                model.axisProperty().get() == ChartViewModel.Axis.STEPS
                        ? NumberAxis.createIntegerTickUnits(Locale.ENGLISH)
                        : NumberAxis.createStandardTickUnits(Locale.ENGLISH));
        room(loss, model.loss().steps());
        room(metric, model.metric().steps());
        lossData.changed();
        metricData.changed();
        chart.setNotify(true);
    }

    /** Values that hardly differ are not stretched over the whole height, under numbers of a dozen digits. */
    private static void room(XYPlot plot, Curve curve) {
        double size = curve.size() == 0 ? 1 : Math.abs(curve.y(curve.size() - 1));
        plot.getRangeAxis().setAutoRangeMinimumSize(Math.max(LEAST, LEAST_SHARE * size));
    }

    private static final class AxisText extends StringConverter<ChartViewModel.Axis> {
        @Override
        public String toString(ChartViewModel.Axis axis) {
            return axis == null ? "" : Texts.of("chart.axis." + axis.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public ChartViewModel.Axis fromString(String text) {
            throw new UnsupportedOperationException("The axis cannot be typed");
        }
    }
}
