package jimu.app.fx.tensor;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;

/** Draws a histogram as bars over an axis with numbers; each bar tells its range and count. */
public final class HistogramView extends Pane {
    private static final double HEIGHT = 104;
    private static final double FOOT = 18;
    private static final double HEAD = 14;
    private static final double GAP = 1;
    private static final Duration AT_ONCE = Duration.millis(150);

    private final Region axis = new Region();
    private final Label most = new Label();
    private final List<Region> bars = new ArrayList<>();
    private final Tooltip tip = new Tooltip();
    private final List<Label> ticks = new ArrayList<>();
    private final List<Region> marks = new ArrayList<>();
    private Histogram histogram = new Histogram(0, 1, List.of());

    public HistogramView() {
        setId("tensors-histogram");
        getStyleClass().add("histogram");
        axis.getStyleClass().add("histogram-axis");
        most.getStyleClass().add("histogram-number");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().addAll(axis, most);
        tip.setShowDelay(AT_ONCE);
        Tooltip.install(this, tip);
        setOnMouseMoved(event -> tell(event.getX()));
    }

    /** Lets the tooltip say what the bar at {@code x} stands for. */
    private void tell(double x) {
        int count = histogram.counts().size();
        if (count > 0) {
            int bar = (int) Math.max(0, Math.min(count - 1, Math.floor(x * count / getWidth())));
            tip.setText(Texts.of(
                    "tensors.bar",
                    Numbers.measured(histogram.edge(bar)),
                    Numbers.measured(histogram.edge(bar + 1)),
                    Numbers.grouped(histogram.counts().get(bar))));
        }
    }

    /** Shows another histogram. */
    public void show(Histogram now) {
        if (now.equals(histogram)) {
            return;
        }
        histogram = now;
        fill(bars, now.counts().size());
        List<Double> places = now.ticks();
        while (ticks.size() < places.size()) {
            Label label = new Label();
            label.getStyleClass().add("histogram-number");
            Region mark = new Region();
            mark.getStyleClass().add("histogram-axis");
            ticks.add(label);
            marks.add(mark);
            getChildren().addAll(label, mark);
        }
        for (int i = 0; i < ticks.size(); i++) {
            boolean shown = i < places.size();
            ticks.get(i).setVisible(shown);
            marks.get(i).setVisible(shown);
            ticks.get(i).setText(shown ? tick(places.get(i)) : "");
        }
        most.setText(Texts.of("tensors.most", Numbers.grouped(now.most())));
        requestLayout();
    }

    private void fill(List<Region> regions, int wanted) {
        while (regions.size() < wanted) {
            Region bar = new Region();
            bar.getStyleClass().add("histogram-bar");
            regions.add(bar);
            getChildren().add(bar);
        }
        for (int i = 0; i < regions.size(); i++) {
            regions.get(i).setVisible(i < wanted);
        }
    }

    /** A round number without the zeros that it need not have. */
    private static String tick(double place) {
        String text = Numbers.measured(place);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double floor = getHeight() - FOOT;
        int count = histogram.counts().size();
        long highest = Math.max(1, histogram.most());
        for (int i = 0; i < count; i++) {
            long value = histogram.counts().get(i);
            double left = Math.round(width * i / count);
            double right = Math.round(width * (i + 1) / count);
            double height = value == 0 ? 0 : Math.max(1, Math.round((floor - HEAD) * value / highest));
            bars.get(i).resizeRelocate(left, floor - height, Math.max(1, right - left - GAP), height);
        }
        axis.resizeRelocate(0, floor, width, 1);
        most.autosize();
        most.relocate(0, 0);
        List<Double> places = histogram.ticks();
        for (int i = 0; i < Math.min(places.size(), ticks.size()); i++) {
            double x = width * (places.get(i) - histogram.low()) / (histogram.high() - histogram.low());
            Label label = ticks.get(i);
            label.autosize();
            double left = Math.max(0, Math.min(width - label.getWidth(), x - label.getWidth() / 2));
            positionInArea(label, left, floor + 3, label.getWidth(), FOOT - 3, 0, javafx.geometry.HPos.LEFT, VPos.TOP);
            marks.get(i).resizeRelocate(Math.min(width - 1, Math.rint(x)), floor, 1, 4);
        }
    }
}
