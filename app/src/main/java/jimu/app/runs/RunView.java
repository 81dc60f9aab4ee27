package jimu.app.runs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jimu.app.fx.Words;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is told about the selected run: its notes, the slider over its checkpoints, and in what it differs from another. */
final class RunView extends ScrollPane {
    private static final int NOTE_LINES = 2;

    private final RunsViewModel model;
    private final Label facts = new Label();
    private final TextArea notes = new TextArea();
    private final VBox difference = new VBox();
    private final Slider slider = new Slider();
    private boolean following;

    RunView(RunsViewModel model) {
        this.model = model;
        setId("run");
        getStyleClass().addAll("panel-side", "run-side");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        BooleanBinding one = Bindings.createBooleanBinding(
                () -> model.selectedProperty().get().size() == 1, model.selectedProperty());
        facts.setId("run-facts");
        facts.setWrapText(true);
        facts.getStyleClass().add("text-muted");
        notes.setId("run-notes");
        notes.setPrefRowCount(NOTE_LINES);
        notes.setWrapText(true);
        notes.promptTextProperty().bind(Texts.bound("runs.notes.prompt"));
        notes.focusedProperty().addListener((value, had, has) -> {
            if (had && !has) {
                one().ifPresent(row -> model.note(row, notes.getText()));
            }
        });
        Node travel = travel();
        for (Node node : List.of(facts, notes, travel)) {
            node.visibleProperty().bind(one);
            node.managedProperty().bind(one);
        }
        Label hint = Words.label("runs.hint");
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        hint.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.selectedProperty().get().isEmpty(), model.selectedProperty()));
        hint.managedProperty().bind(hint.visibleProperty());
        difference.setId("run-difference");
        difference.getStyleClass().add("run-difference");
        VBox content = new VBox(hint, travel, notes, difference, facts);
        content.getStyleClass().add("run-content");
        setContent(content);
        model.selectedProperty().addListener((value, old, now) -> show());
        model.comparedProperty().addListener((value, old, now) -> show(now));
        show();
        show(model.comparedProperty().get());
    }

    private Optional<RunRow> one() {
        List<RunRow> rows = model.selectedProperty().get();
        return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
    }

    private void show() {
        Optional<RunRow> row = one();
        facts.setText(row.map(RunRow::run).map(RunsViewModel::facts).orElse(""));
        if (!notes.isFocused()) {
            notes.setText(row.map(shown -> shown.run().notes().text()).orElse(""));
        }
    }

    private void show(Optional<Compared> compared) {
        difference.getChildren().clear();
        if (compared.isEmpty()) {
            return;
        }
        Label title = new Label(compared.get().title());
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        difference.getChildren().add(title);
        for (Compared.Line line : compared.get().lines()) {
            Label label = new Label(line.text());
            label.setWrapText(true);
            label.getStyleClass().add("change");
            if (!line.kind().isEmpty()) {
                label.getStyleClass().add("change-" + line.kind().toLowerCase(Locale.ROOT));
            }
            difference.getChildren().add(label);
        }
    }

    private Node travel() {
        TimeTravel travel = model.travel();
        Label title = Words.label("runs.travel");
        title.getStyleClass().add("panel-title");
        Label text = new Label();
        text.setId("travel-text");
        text.setWrapText(true);
        text.textProperty().bind(travel.textProperty());
        slider.setId("travel");
        slider.setMin(0);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.setShowTickMarks(true);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((value, old, now) -> {
            if (!following) {
                travel.placeProperty().set((int) Math.round(now.doubleValue()));
            }
        });
        travel.countProperty().addListener((value, old, now) -> follow(now.intValue()));
        travel.placeProperty().addListener((value, old, now) -> {
            if (now.intValue() < 0) {
                follow(travel.countProperty().get());
            }
        });
        follow(travel.countProperty().get());
        Button back = small("runs.travel.back", "mdomz-undo", travel::comeBack);
        Button branch = small("runs.branch", "mdoal-call_split", model::branch);
        branch.disableProperty().bind(slider.disabledProperty());
        FlowPane row = new FlowPane(back, branch);
        row.getStyleClass().add("travel-actions");
        VBox box = new VBox(title, slider, text, row);
        box.getStyleClass().add("travel");
        return box;
    }

    /** Puts the slider where the model stands; at the end, while it stands nowhere. */
    private void follow(int checkpoints) {
        following = true;
        slider.setDisable(checkpoints == 0);
        slider.setMax(Math.max(1, checkpoints - 1));
        int place = model.travel().placeProperty().get();
        slider.setValue(place < 0 ? slider.getMax() : place);
        following = false;
    }

    private static Button small(String key, String icon, Runnable action) {
        Button button = Words.in(new Button("", new FontIcon(icon)), key);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setId(key.replace('.', '-') + "-here");
        button.setTooltip(Words.tooltip(key + ".tip"));
        button.setOnAction(event -> action.run());
        return button;
    }
}
