package jimu.app.lab;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import jimu.app.fx.ChoiceText;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.tensor.AxesView;
import jimu.app.fx.tensor.Histogram;
import jimu.app.fx.tensor.HistogramView;
import jimu.app.fx.tensor.MapsView;
import jimu.app.fx.tensor.Shades;
import jimu.app.fx.tensor.SliceView;
import jimu.app.fx.tensor.Statistics;
import jimu.app.fx.tensor.StatisticsView;
import jimu.app.fx.tensor.TensorMaps;
import jimu.app.fx.tensor.TensorSlice;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.shape.TensorShape;
import jimu.engine.verify.Experiment.Reading;

/** One tensor of the lab's run in numbers, as a histogram, as pictures and in a table. */
final class TensorView extends VBox {
    private static final double TABLE = 200;

    private final LabViewModel model;
    private final ComboBox<Reading> chooser = new ComboBox<>();
    private final Label note = new Label();
    private final StatisticsView statistics = new StatisticsView();
    private final HistogramView histogram = new HistogramView();
    private final MapsView maps;
    private final AxesView axes = new AxesView();
    private final SliceView slice = new SliceView();
    private final VBox numbers;
    private boolean offering;

    TensorView(LabViewModel model) {
        this.model = model;
        setId("lab-tensors");
        getStyleClass().addAll("lab-tensors", "tensors");
        maps = new MapsView(model.index()::choose);
        chooser.setId("lab-tensor");
        chooser.setMaxWidth(Double.MAX_VALUE);
        chooser.setConverter(new ChoiceText<>(LabViewModel::name));
        chooser.setOnAction(event -> {
            if (!offering && chooser.getValue() != null) {
                model.look(chooser.getValue());
            }
        });
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("tensors-origin");
        slice.setMinHeight(TABLE);
        slice.setPrefHeight(TABLE);
        numbers = new VBox(statistics, histogram, maps, axes, slice);
        numbers.getStyleClass().add("tensors-numbers");
        getChildren().addAll(note, chooser, numbers);
        model.resultProperty().addListener((value, old, now) -> offer(now));
        model.readingProperty().addListener((value, old, now) -> show(now));
        model.index().entries().addListener((ListChangeListener<FormEntry>) change -> ask());
        model.index().indexProperty().addListener((value, old, now) -> move(now));
        offer(model.resultProperty().get());
        ask();
        show(model.readingProperty().get());
    }

    private void offer(LabResult result) {
        offering = true;
        chooser.getItems().setAll(result.readings());
        offering = false;
        shown(this, result.problems().isEmpty());
        shown(chooser, !result.readings().isEmpty());
        note.setText(Texts.of(result.readings().isEmpty() ? "lab.large" : "lab.run"));
    }

    private void ask() {
        axes.show(model.index().entries());
    }

    private void show(Optional<Reading> now) {
        shown(numbers, now.isPresent());
        now.ifPresent(reading -> {
            offering = true;
            chooser.setValue(reading);
            offering = false;
            Statistics all = Statistics.of(reading.values());
            statistics.show(all, reading.type(), number -> text(reading, number));
            histogram.show(Histogram.of(reading.values(), all));
            TensorShape shape = reading.type().shape();
            shown(maps, TensorMaps.fit(shape));
            if (TensorMaps.fit(shape)) {
                maps.show(
                        new TensorMaps(reading.values(), shape, Shades.of(all)),
                        model.index().indexProperty().get());
            }
            slice(reading);
        });
    }

    private void move(List<Integer> places) {
        model.readingProperty()
                .get()
                .filter(reading -> TensorSlice.leading(reading.type().shape()) == places.size())
                .ifPresent(reading -> {
                    maps.mark(places);
                    slice(reading);
                });
    }

    private void slice(Reading reading) {
        List<Integer> places = model.index().indexProperty().get();
        slice.show(new TensorSlice(reading.values(), reading.type().shape(), places), number -> text(reading, number));
    }

    private static String text(Reading reading, double number) {
        return reading.type().dtype().isFloating() || !Double.isFinite(number)
                ? Numbers.measured(number)
                : Numbers.grouped((long) number);
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
