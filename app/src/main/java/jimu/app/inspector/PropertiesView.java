package jimu.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.OffersView;
import jimu.app.fx.SeverityMark;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormEntryView;
import jimu.app.text.Texts;
import jimu.engine.infer.Finding;
import jimu.engine.layer.Problem.Severity;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Properties tab: what is selected, its settings in a property sheet, its facts and its problems. */
final class PropertiesView extends BorderPane {
    private final PropertiesViewModel model;
    private final Region chip = new Region();
    private final Label title = new Label();
    private final HBox name = new HBox();
    private final Label about = new Label();
    private final HBox actions;
    private final GridPane facts = new GridPane();
    private final List<FactRow> rows = new ArrayList<>();
    private final Label factsTitle = new Label();
    private final VBox problems = new VBox();
    private final SheetView sheet;

    private record FactRow(Label label, Label value) {}

    PropertiesView(PropertiesViewModel model, Commands commands) {
        this.model = model;
        setId("properties");
        title.setId("inspector-title");
        title.getStyleClass().add("inspector-title");
        title.setMinWidth(0);
        chip.getStyleClass().add("palette-chip");
        about.getStyleClass().add("inspector-about");
        about.setWrapText(true);
        about.setId("inspector-about");
        name.getStyleClass().add("inspector-name");
        actions = actions(commands);
        HBox line = new HBox(chip, title);
        line.getStyleClass().add("inspector-line");
        VBox header = new VBox(line, name, about, actions);
        header.getStyleClass().add("inspector-header");

        sheet = new SheetView(model.parameters());
        factsTitle.getStyleClass().add("panel-title");
        factsTitle.setWrapText(true);
        facts.setId("facts");
        facts.getStyleClass().add("facts");
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(USE_PREF_SIZE);
        facts.getColumnConstraints().setAll(labels, values);
        problems.getStyleClass().add("inspector-problems");
        VBox content = new VBox(sheet, new PortsView(model.ports()), problems, factsTitle, facts);
        content.getStyleClass().add("inspector-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setTop(header);
        setCenter(scroll);
        setBottom(explanation(sheet));

        model.heading().addListener((value, old, now) -> head(now));
        model.name().addListener((value, old, now) -> name(now));
        model.facts().addListener((value, old, now) -> list(now));
        model.findings().addListener((value, old, now) -> warn(now));
        model.offersChanged().addListener(change -> warn(model.findings().get()));
        Texts.follow(this, view -> view.list(view.model.facts().get()));
        head(model.heading().get());
        name(model.name().get());
        list(model.facts().get());
        warn(model.findings().get());
    }

    /** Offers to hand a parameter of what is selected to {@code sweep}, or says what keeps it from that. */
    void offerSweep(Consumer<String> sweep, Function<String, Optional<String>> obstacle) {
        sheet.offerSweep(sweep, obstacle);
    }

    /** Whether a person can see it. */
    BooleanProperty showingProperty() {
        return sheet.showingProperty();
    }

    private static Label explanation(SheetView sheet) {
        Label words = new Label();
        words.setId("explanation");
        words.setWrapText(true);
        words.getStyleClass().add("inspector-explanation");
        words.textProperty().bind(sheet.explanation());
        show(words, false);
        sheet.explanation().addListener((value, old, now) -> show(words, !now.isEmpty()));
        return words;
    }

    private static HBox actions(Commands commands) {
        HBox box = new HBox();
        box.getStyleClass().add("inspector-actions");
        Stream.of(CommandId.DUPLICATE, CommandId.COPY, CommandId.DELETE)
                .flatMap(id -> commands.find(id).stream())
                .forEach(command -> {
                    Button button = new Button();
                    button.textProperty().bind(command.text());
                    button.getStyleClass().add("small");
                    button.disableProperty().bind(javafx.beans.binding.Bindings.not(command.enabled()));
                    button.setOnAction(event -> command.run());
                    box.getChildren().add(button);
                });
        return box;
    }

    private void head(Heading heading) {
        title.setText(heading.title());
        chip.getStyleClass().removeIf(style -> style.startsWith("category-"));
        chip.getStyleClass().add("category-" + heading.category());
        show(chip, heading.kind() == Heading.Kind.BLOCK);
        about.setText(heading.about());
        show(about, !heading.about().isEmpty());
        show(actions, heading.kind() == Heading.Kind.SEVERAL);
    }

    private void name(Optional<FormEntry> entry) {
        name.getChildren().clear();
        entry.ifPresent(shown -> {
            FormEntryView editor = new FormEntryView(shown);
            HBox.setHgrow(editor, Priority.ALWAYS);
            Label label = new Label(shown.question().label());
            label.setMinWidth(USE_PREF_SIZE);
            label.getStyleClass().add("form-label");
            name.getChildren().setAll(label, editor);
        });
        show(name, entry.isPresent());
    }

    private void list(List<Fact> all) {
        while (rows.size() > all.size()) {
            FactRow last = rows.remove(rows.size() - 1);
            facts.getChildren().removeAll(last.label(), last.value());
        }
        while (rows.size() < all.size()) {
            FactRow more = new FactRow(new Label(), new Label());
            more.label().getStyleClass().add("text-muted");
            more.value().setWrapText(true);
            GridPane.setValignment(more.label(), VPos.TOP);
            facts.addRow(rows.size(), more.label(), more.value());
            rows.add(more);
        }
        for (int i = 0; i < all.size(); i++) {
            rows.get(i).label().setText(all.get(i).label());
            rows.get(i).value().setText(all.get(i).value());
        }
        factsTitle.setText(Texts.of(
                model.heading().get().kind() == Heading.Kind.NOTHING ? "inspector.network" : "inspector.facts"));
        show(factsTitle, !all.isEmpty());
    }

    private void warn(List<Finding> findings) {
        problems.getChildren().setAll(findings.stream().map(this::words).toList());
        show(problems, !findings.isEmpty());
    }

    private Node words(Finding finding) {
        Label message = new Label(finding.message());
        message.setWrapText(true);
        Label cure = new Label(finding.cure().orElse(""));
        cure.setWrapText(true);
        cure.getStyleClass().add("problem-cure");
        show(cure, finding.cure().isPresent());
        OffersView offers = new OffersView(Orientation.VERTICAL);
        offers.show(model.offers(finding));
        VBox words = new VBox(message, cure, offers);
        HBox.setHgrow(words, Priority.ALWAYS);
        Severity severity = finding.problem().severity();
        HBox box = new HBox(new FontIcon(SeverityMark.icon(severity)), words);
        box.getStyleClass().add("problem");
        SeverityMark.set(box, Optional.of(severity));
        return box;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
