package jimu.app.inspector;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jimu.app.fx.ChoiceText;
import jimu.app.fx.Gradual;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.tensor.AxesView;
import jimu.app.fx.tensor.HistogramView;
import jimu.app.fx.tensor.MapsView;
import jimu.app.fx.tensor.SliceView;
import jimu.app.fx.tensor.StatisticsView;
import jimu.app.fx.tensor.TensorMaps;
import jimu.app.fx.tensor.TensorSlice;
import jimu.app.inspector.TensorState.Missing;
import jimu.app.inspector.TensorState.Shown;
import jimu.engine.shape.TensorType;

/** The Tensors tab: a tensor of the selection in numbers, as a histogram, as pictures and in a table. */
final class TensorsView extends BorderPane {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double TABLE = 168;

    private final TensorsViewModel model;
    private final ComboBox<TensorChoice> chooser = new ComboBox<>();
    private final Label missing = new Label();
    private final Label origin = new Label();
    private final SampleView sample;
    private final StatisticsView statistics = new StatisticsView();
    private final HistogramView histogram = new HistogramView();
    private final MapsView maps;
    private final AxesView axes = new AxesView();
    private final SliceView slice = new SliceView();
    private final VBox numbers;
    private final Gradual gradual = new Gradual();
    private boolean offering;

    TensorsView(TensorsViewModel model) {
        this.model = model;
        setId("tensors");
        getStyleClass().add("tensors");
        sample = new SampleView(model);
        maps = new MapsView(model::pick);
        chooser.setId("tensors-choice");
        chooser.setMaxWidth(Double.MAX_VALUE);
        chooser.setConverter(new ChoiceText<>(TensorChoice::text));
        chooser.setOnAction(event -> {
            if (!offering && chooser.getValue() != null) {
                model.choose(chooser.getValue());
            }
        });
        missing.setId("tensors-missing");
        missing.getStyleClass().add("empty");
        missing.setWrapText(true);
        missing.setMinHeight(USE_PREF_SIZE);
        missing.setMaxWidth(Double.MAX_VALUE);
        origin.setId("tensors-origin");
        origin.getStyleClass().add("tensors-origin");
        origin.setWrapText(true);
        origin.setMinHeight(USE_PREF_SIZE);
        slice.setMinHeight(TABLE);
        slice.setPrefHeight(TABLE);
        VBox.setVgrow(slice, Priority.ALWAYS);
        numbers = new VBox(origin, statistics, histogram, maps, axes, slice);
        numbers.getStyleClass().add("tensors-numbers");
        VBox.setVgrow(numbers, Priority.ALWAYS);
        VBox content = new VBox(chooser, sample, missing, numbers);
        content.getStyleClass().add("tensors-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
        model.choices().addListener((ListChangeListener<TensorChoice>) change -> offer());
        model.choiceProperty().addListener((value, old, now) -> offer());
        model.stateProperty().addListener((value, old, now) -> show());
        model.staleProperty().addListener((value, old, now) -> numbers.pseudoClassStateChanged(STALE, now));
        model.axes().addListener((ListChangeListener<FormEntry>) change -> ask());
        model.indexProperty().addListener((value, old, now) -> move());
        offer();
        ask();
        show();
    }

    private void offer() {
        offering = true;
        if (!chooser.getItems().equals(model.choices())) {
            chooser.getItems().setAll(model.choices());
        }
        chooser.setValue(model.choiceProperty().get().orElse(null));
        offering = false;
        show(chooser, !model.choices().isEmpty());
        show(
                sample,
                model.choiceProperty()
                        .get()
                        .filter(TensorChoice.Output.class::isInstance)
                        .isPresent());
    }

    private void ask() {
        axes.show(model.axes());
    }

    private void show() {
        TensorState state = model.stateProperty().get();
        if (state instanceof Missing gap) {
            missing.setText(gap.sentence());
        } else if (state instanceof Shown shown) {
            show(shown.reading());
        }
        show(missing, state instanceof Missing);
        show(numbers, state instanceof Shown);
    }

    private void show(TensorReading reading) {
        origin.setText(reading.origin());
        sample.show(reading.sample());
        gradual.run(List.of(
                () -> statistics.show(
                        reading.statistics(), new TensorType(reading.dtype(), reading.shape()), reading::text),
                () -> histogram.show(reading.histogram()),
                () -> showMaps(reading),
                () -> slice(reading)));
    }

    private void showMaps(TensorReading reading) {
        boolean fit = TensorMaps.fit(reading.shape());
        show(maps, fit);
        if (fit) {
            maps.show(maps(reading), model.indexProperty().get());
        }
    }

    private TensorMaps maps(TensorReading reading) {
        return new TensorMaps(reading.numbers(), reading.shape(), reading.shades());
    }

    private void slice(TensorReading reading) {
        TensorSlice chosen = new TensorSlice(
                reading.numbers(), reading.shape(), model.indexProperty().get());
        slice.show(chosen, reading::text);
    }

    private void move() {
        if (model.stateProperty().get() instanceof Shown shown
                && TensorSlice.leading(shown.reading().shape())
                        == model.indexProperty().get().size()) {
            maps.mark(model.indexProperty().get());
            slice(shown.reading());
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
