package jimu.app.lab;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jimu.app.fx.Words;
import jimu.app.fx.form.FormView;
import jimu.app.text.Texts;
import jimu.engine.infer.Formula;
import jimu.engine.layer.LayerSchema;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Layer Lab: layers and worked cases on the left, what is asked beside them, what comes out on the right. */
public final class LabView extends BorderPane {
    private static final double CHOICE = 240;
    private static final double FORM = 300;

    private final LabViewModel model;
    private final ListView<LayerSchema> layers = new ListView<>();
    private final Label title = new Label();
    private final Label about = new Label();
    private final VBox problems = new VBox();
    private final TextField call = new TextField();
    private final GridPane facts = new GridPane();
    private final VBox formulas = new VBox();
    private final VBox outcome;
    private boolean following;

    /** Shows what the model says. */
    public LabView(LabViewModel model) {
        this.model = model;
        setId("lab");
        getStyleClass().add("lab");
        title.setId("lab-title");
        title.getStyleClass().add("lab-title");
        about.getStyleClass().add("lab-about");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        problems.setId("lab-problems");
        problems.getStyleClass().add("lab-problems");
        call.setId("lab-call");
        call.setEditable(false);
        call.getStyleClass().add("lab-call");
        facts.setId("lab-facts");
        facts.getStyleClass().add("lab-facts");
        formulas.setId("lab-formulas");
        formulas.getStyleClass().add("lab-formulas");
        setLeft(choice());
        VBox form = new VBox(
                title,
                about,
                heading("lab.inputs"),
                new FormView(model.inputs()),
                heading("lab.parameters"),
                new FormView(model.parameters()));
        form.getStyleClass().add("lab-form");
        ScrollPane asked = scroll(form);
        asked.setPrefWidth(FORM);
        asked.setMinWidth(FORM);
        outcome = new VBox(call, facts, formulas);
        outcome.getStyleClass().add("lab-outcome");
        VBox results = new VBox(problems, outcome, new TensorView(model));
        results.getStyleClass().add("lab-results");
        HBox body = new HBox(asked, scroll(results));
        HBox.setHgrow(body.getChildren().get(1), Priority.ALWAYS);
        setCenter(body);
        model.resultProperty().addListener((value, old, now) -> show(now));
        model.chosenProperty().addListener((value, old, now) -> head(now));
        head(model.chosenProperty().get());
        show(model.resultProperty().get());
    }

    private Node choice() {
        TextField search = new TextField();
        search.setId("lab-search");
        search.promptTextProperty().bind(Texts.bound("lab.search"));
        search.textProperty().bindBidirectional(model.queryProperty());
        layers.setId("lab-layers");
        layers.getStyleClass().add("lab-list");
        layers.setItems(model.layers());
        layers.setCellFactory(view -> new LayerCell());
        layers.getSelectionModel().selectedItemProperty().addListener((value, old, now) -> {
            if (!following && now != null) {
                model.choose(now);
            }
        });
        VBox.setVgrow(layers, Priority.ALWAYS);
        ListView<Preset> presets = new ListView<>();
        presets.setId("lab-presets");
        presets.getStyleClass().add("lab-list");
        presets.getItems().setAll(Preset.all());
        presets.setCellFactory(view -> new PresetCell());
        presets.setOnMouseClicked(event -> {
            Preset preset = presets.getSelectionModel().getSelectedItem();
            if (preset != null) {
                model.show(preset);
            }
        });
        VBox.setVgrow(presets, Priority.ALWAYS);
        VBox box = new VBox(search, layers, heading("lab.presets"), presets);
        box.setPrefWidth(CHOICE);
        box.getStyleClass().add("lab-choice");
        return box;
    }

    private void head(LayerSchema schema) {
        title.setText(schema.type());
        about.setText(LabViewModel.about(schema));
        following = true;
        layers.getSelectionModel().select(schema);
        following = false;
    }

    private void show(LabResult result) {
        problems.getChildren()
                .setAll(result.problems().stream().map(LabView::problem).toList());
        shown(problems, !result.problems().isEmpty());
        shown(outcome, result.problems().isEmpty());
        call.setText(result.call());
        facts.getChildren().clear();
        List<LabResult.Fact> lines = result.facts();
        for (int i = 0; i < lines.size(); i++) {
            Label label = new Label(lines.get(i).label());
            label.getStyleClass().add("lab-label");
            label.setMinWidth(Region.USE_PREF_SIZE);
            facts.addRow(i, label, new Label(lines.get(i).value()));
        }
        formulas.getChildren()
                .setAll(result.formulas().stream().map(LabView::formula).toList());
        shown(formulas, !result.formulas().isEmpty());
    }

    private static Node problem(String sentence) {
        Label label = new Label(sentence, new FontIcon("mdoal-error"));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Node formula(Formula formula) {
        Label general = new Label(formula.general());
        general.setWrapText(true);
        general.setMinHeight(Region.USE_PREF_SIZE);
        general.getStyleClass().add("lab-general");
        if (formula.filled().equals(formula.general())) {
            general.getStyleClass().add("lab-filled");
            return general;
        }
        Label filled = new Label(formula.filled());
        filled.setWrapText(true);
        filled.setMinHeight(Region.USE_PREF_SIZE);
        filled.getStyleClass().add("lab-filled");
        return new VBox(general, filled);
    }

    private static Label heading(String key) {
        Label heading = Words.label(key);
        heading.getStyleClass().add("lab-heading");
        return heading;
    }

    private static ScrollPane scroll(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static final class LayerCell extends ListCell<LayerSchema> {
        @Override
        protected void updateItem(LayerSchema schema, boolean empty) {
            super.updateItem(schema, empty);
            if (empty || schema == null) {
                setText("");
                setGraphic(null);
                setTooltip(null);
                return;
            }
            setText(schema.type());
            Region chip = new Region();
            chip.getStyleClass().addAll("palette-chip", "category-" + schema.category());
            setGraphic(chip);
            setTooltip(new Tooltip(LabViewModel.category(schema) + ": " + LabViewModel.about(schema)));
        }
    }

    private static final class PresetCell extends ListCell<Preset> {
        PresetCell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Preset preset, boolean empty) {
            super.updateItem(preset, empty);
            setText(empty || preset == null ? "" : preset.text());
            setTooltip(empty || preset == null ? null : new Tooltip(preset.text()));
        }
    }
}
