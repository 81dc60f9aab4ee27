package jimu.app.data;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ListChangeListener.Change;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jimu.app.fx.ChoiceText;
import jimu.app.fx.Words;
import jimu.app.fx.form.FormView;
import jimu.app.text.Texts;
import jimu.engine.data.csv.CsvColumn;
import org.controlsfx.control.CheckComboBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Data tab: what is chosen on the left, what it is on the right. */
public final class DataView extends HBox {
    private final DataViewModel model;
    private final CheckComboBox<String> features = new CheckComboBox<>();
    private boolean showing;

    public DataView(DataViewModel model) {
        this.model = model;
        setId("data");
        getStyleClass().add("panel");
        ScrollPane left = new ScrollPane(choosing());
        left.setFitToWidth(true);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        left.getStyleClass().addAll("panel-side", "data-side");
        Node right = content();
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, new Separator(Orientation.VERTICAL), right);
    }

    private Node choosing() {
        ComboBox<DataChoice> choice = new ComboBox<>();
        choice.setId("data-choice");
        choice.promptTextProperty().bind(Texts.bound("data.choose"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new ChoiceText<>(DataChoice::text));
        Label path = new Label();
        path.setId("data-path");
        path.getStyleClass().add("text-muted");
        path.textProperty().bind(model.pathProperty());
        path.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.pathProperty());
        path.setTooltip(whole);
        path.managedProperty().bind(model.pathProperty().isNotEmpty());
        show(choice);
        Texts.follow(choice, box -> box.setConverter(new ChoiceText<>(DataChoice::text)));
        model.choiceProperty().addListener((value, old, now) -> show(choice));
        choice.setOnAction(event -> {
            if (!showing && choice.getValue() != null) {
                model.choose(choice.getValue());
                show(choice);
            }
        });
        return new VBox(choice, path, featureChoice(), new FormView(model.entries()));
    }

    private void show(ComboBox<DataChoice> choice) {
        showing = true;
        choice.getItems().setAll(model.choices());
        choice.setValue(model.choiceProperty().get().orElse(null));
        showing = false;
    }

    private Node featureChoice() {
        features.setId("data-features");
        features.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(features, Priority.ALWAYS);
        Label label = Words.label("data.features");
        label.setMinWidth(USE_PREF_SIZE);
        label.setTooltip(Words.tooltip("data.features.tip"));
        HBox row = new HBox(label, features);
        row.getStyleClass().add("form-row");
        row.visibleProperty().bind(Bindings.isNotEmpty(model.columns()));
        row.managedProperty().bind(row.visibleProperty());
        model.columns().addListener((ListChangeListener<CsvColumn>) change -> showFeatures());
        model.factsProperty().addListener((value, old, now) -> showFeatures());
        features.getCheckModel().getCheckedItems().addListener((Change<? extends String> change) -> {
            if (!showing) {
                model.useFeatures(List.copyOf(features.getCheckModel().getCheckedItems()));
            }
        });
        showFeatures();
        return row;
    }

    private void showFeatures() {
        showing = true;
        if (!features.getItems().equals(model.possibleFeatures())) {
            features.getItems().setAll(model.possibleFeatures());
        }
        List<String> wanted = model.features();
        for (String name : features.getItems()) {
            if (features.getItemBooleanProperty(name).get() != wanted.contains(name)) {
                features.getItemBooleanProperty(name).set(wanted.contains(name));
            }
        }
        showing = false;
    }

    private Node content() {
        Label notice = new Label();
        notice.textProperty().bind(model.noticeProperty());
        notice.getStyleClass().add("empty");
        notice.setWrapText(true);
        ProgressBar progress = new ProgressBar();
        VBox waiting = new VBox(notice, progress);
        waiting.getStyleClass().add("empty-box");
        waiting.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        progress.visibleProperty().bind(model.loadingProperty());
        progress.managedProperty().bind(progress.visibleProperty());

        Label problem = new Label();
        problem.setId("data-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.setGraphic(new FontIcon("mdoal-error"));
        VBox wrong = new VBox(problem);
        wrong.getStyleClass().add("panel-content");
        wrong.visibleProperty().bind(model.problemProperty().isNotEmpty());

        Node there = loaded();
        there.visibleProperty()
                .bind(model.noticeProperty()
                        .isEmpty()
                        .and(model.problemProperty().isEmpty()));
        return new StackPane(there, wrong, waiting);
    }

    private Node loaded() {
        Label name = new Label();
        name.getStyleClass().add("panel-title");
        Label parts = new Label();
        parts.setId("data-parts");
        parts.setWrapText(true);
        parts.setMinHeight(Region.USE_PREF_SIZE);
        VBox fields = new VBox();
        VBox facts = new VBox(name, parts, fields);
        facts.getStyleClass().add("data-facts");
        Runnable show = () -> model.factsProperty().get().ifPresent(now -> {
            name.setText(now.name());
            parts.setText(now.parts());
            fields.getChildren()
                    .setAll(now.fields().stream().map(DataView::muted).toList());
        });
        model.factsProperty().addListener((value, old, now) -> show.run());
        show.run();
        DataPreviewView preview = new DataPreviewView(model.previewProperty(), facts);
        VBox.setVgrow(preview, Priority.ALWAYS);
        VBox content = new VBox(preview);
        content.getStyleClass().add("panel-content");
        return content;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("text-muted");
        return label;
    }
}
