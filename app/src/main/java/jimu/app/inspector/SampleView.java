package jimu.app.inspector;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jimu.app.fx.Picture;
import jimu.app.fx.PictureView;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormEntryView;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;

/** Which sample is looked at, and the sample itself: its picture and its label. */
final class SampleView extends VBox {
    private static final double PICTURE = 64;

    private final TensorsViewModel model;
    private final HBox choosers = new HBox();
    private final HBox pictures = new HBox();
    private final VBox lines = new VBox();
    private final HBox card = new HBox(pictures, lines);

    SampleView(TensorsViewModel model) {
        this.model = model;
        setId("tensors-sample");
        getStyleClass().add("sample");
        choosers.getStyleClass().add("sample-choosers");
        card.getStyleClass().add("sample-card");
        pictures.getStyleClass().add("data-tuple");
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        getChildren().addAll(choosers, card);
        model.sample().addListener((ListChangeListener<FormEntry>) change -> ask());
        ask();
    }

    private void ask() {
        choosers.getChildren().clear();
        for (FormEntry entry : model.sample()) {
            FormEntryView editor = new FormEntryView(entry);
            HBox.setHgrow(editor, Priority.ALWAYS);
            editor.setPrefWidth(0);
            choosers.getChildren().add(editor);
        }
        if (!model.sample().isEmpty()) {
            Label all = new Label();
            all.textProperty().bind(Texts.bound("tensors.of", Numbers.grouped(model.samples())));
            all.getStyleClass().add("form-label");
            all.setMinWidth(USE_PREF_SIZE);
            choosers.getChildren().add(all);
        }
    }

    void show(Optional<SampleCard> sample) {
        card.setVisible(sample.isPresent());
        card.setManaged(sample.isPresent());
        sample.ifPresent(one -> {
            pictures.setVisible(!one.pictures().isEmpty());
            pictures.setManaged(!one.pictures().isEmpty());
            pictures.getChildren()
                    .setAll(one.pictures().stream().map(SampleView::view).toList());
            lines.getChildren()
                    .setAll(one.lines().stream().map(SampleView::line).toList());
        });
    }

    private static PictureView view(Picture picture) {
        PictureView view = new PictureView(PICTURE);
        view.show(picture);
        return view;
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }
}
