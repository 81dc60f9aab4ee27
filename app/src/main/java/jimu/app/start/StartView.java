package jimu.app.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import jimu.app.fx.Words;
import jimu.app.fx.plane.PlaneView;
import org.kordamp.ikonli.javafx.FontIcon;

/** The start page. */
public final class StartView extends ScrollPane {
    private static final double PICTURE_WIDTH = 232;
    private static final double PICTURE_HEIGHT = 120;
    private static final double PLANE = 108;

    /** What stands beside the templates: the column of beginnings and the margins. */
    private static final double BESIDE = 432;

    private final StartViewModel model;
    private final VBox recent = new VBox();
    private final FlowPane templates = new FlowPane();
    private final FlowPane toys = new FlowPane();

    /** Shows what the model offers. */
    public StartView(StartViewModel model) {
        this.model = model;
        setId("start");
        setFitToWidth(true);
        setFitToHeight(true);
        getStyleClass().add("start");
        recent.getStyleClass().add("start-list");
        templates.getStyleClass().add("start-templates");
        toys.getStyleClass().add("start-templates");
        viewportBoundsProperty().addListener((value, old, now) -> {
            templates.setPrefWrapLength(now.getWidth() - BESIDE);
            toys.setPrefWrapLength(now.getWidth() - BESIDE);
        });
        VBox left = new VBox(begin(), section("start.recent", recent));
        left.getStyleClass().add("start-column");
        left.setMinWidth(USE_PREF_SIZE);
        VBox right = new VBox(
                missing(), shownWhileFilled("start.toys", toys), shownWhileFilled("start.templates", templates));
        right.getStyleClass().add("start-column");
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("start-columns");
        VBox page = new VBox(title(), columns);
        page.getStyleClass().add("start-page");
        page.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane centred = new StackPane(page);
        centred.setAlignment(Pos.TOP_CENTER);
        setContent(centred);
        model.recent().addListener((ListChangeListener<Path>) change -> showRecent());
        model.templatesProperty().addListener((value, old, now) -> showTemplates(now));
        showRecent();
        showTemplates(model.templatesProperty().get());
    }

    private static Node title() {
        Label name = Words.label("window.title");
        name.getStyleClass().add("start-title");
        Label about = Words.label("start.about");
        about.getStyleClass().add("start-about");
        return new VBox(name, about);
    }

    private Node begin() {
        ToggleGroup choice = new ToggleGroup();
        VBox choices = new VBox();
        choices.getStyleClass().add("start-choices");
        for (StartData data : model.offered()) {
            RadioButton button = Words.in(new RadioButton(), data.key());
            button.setId("start-data-" + data.name());
            button.setToggleGroup(choice);
            button.setSelected(data == model.dataProperty().get());
            button.setOnAction(event -> model.dataProperty().set(data));
            choices.getChildren().add(button);
        }
        Button create = Words.in(new Button("", new FontIcon("mdomz-note_add")), "start.new");
        create.setId("start-new");
        create.getStyleClass().add("accent");
        create.setOnAction(event -> model.newModel());
        Button open = Words.in(new Button("", new FontIcon("mdoal-folder_open")), "start.open");
        open.setId("start-open");
        open.setOnAction(event -> model.open());
        Button lab = Words.in(new Button("", new FontIcon("mdomz-science")), "command.lab");
        lab.setId("start-lab");
        lab.setTooltip(Words.tooltip("command.lab.tip"));
        lab.setOnAction(event -> model.tryLayers());
        HBox buttons = new HBox(create, open, lab);
        buttons.getStyleClass().add("start-buttons");
        VBox box = new VBox(choices, buttons);
        box.getStyleClass().add("start-begin");
        return section("start.begin", box);
    }

    private static VBox section(String key, Node content) {
        Label heading = Words.label(key);
        heading.getStyleClass().add("start-heading");
        VBox section = new VBox(heading, content);
        section.getStyleClass().add("start-section");
        return section;
    }

    private static Node shownWhileFilled(String key, FlowPane cards) {
        VBox section = section(key, cards);
        section.visibleProperty().bind(Bindings.isNotEmpty(cards.getChildren()));
        section.managedProperty().bind(section.visibleProperty());
        return section;
    }

    private Node missing() {
        Label missing = Words.label("start.missing");
        missing.setId("start-missing");
        missing.getStyleClass().add("start-folder");
        missing.setWrapText(true);
        missing.visibleProperty().bind(model.bareProperty());
        missing.managedProperty().bind(missing.visibleProperty());
        return missing;
    }

    private void showRecent() {
        recent.getChildren().clear();
        for (Path file : model.recent()) {
            Hyperlink link = new Hyperlink(file.getFileName().toString());
            link.setTooltip(new Tooltip(file.toString()));
            link.setOnAction(event -> model.open(file));
            Label folder = new Label(String.valueOf(file.getParent()));
            folder.getStyleClass().add("start-folder");
            recent.getChildren().add(new VBox(link, folder));
        }
        if (recent.getChildren().isEmpty()) {
            Label none = Words.label("start.recent.none");
            none.getStyleClass().add("start-folder");
            recent.getChildren().add(none);
        }
    }

    private void showTemplates(List<Template> now) {
        toys.getChildren()
                .setAll(now.stream().flatMap(one -> toyCard(one).stream()).toList());
        templates
                .getChildren()
                .setAll(now.stream()
                        .filter(one -> one.points().isEmpty())
                        .map(this::card)
                        .toList());
    }

    /** The points of a toy problem, with its name below them. */
    private Optional<Node> toyCard(Template template) {
        return template.points().map(points -> {
            PlaneView picture = new PlaneView(PLANE);
            picture.showPoints(Optional.of(points));
            VBox look = new VBox(picture, title(template));
            look.getStyleClass().add("card-look");
            Tooltip about = new Tooltip();
            about.textProperty().bind(template.about());
            Button card = button(template, look);
            card.setTooltip(about);
            card.getStyleClass().add("card-toy");
            return card;
        });
    }

    private static Label title(Template template) {
        Label title = new Label();
        title.textProperty().bind(template.title());
        title.getStyleClass().add("card-title");
        return title;
    }

    private Node card(Template template) {
        Text about = new Text();
        about.textProperty().bind(template.about());
        about.getStyleClass().add("card-about");
        about.setWrappingWidth(PICTURE_WIDTH);
        VBox look =
                new VBox(new PictureView(template.document(), PICTURE_WIDTH, PICTURE_HEIGHT), title(template), about);
        look.getStyleClass().add("card-look");
        return button(template, look);
    }

    private Button button(Template template, Node look) {
        Button card = new Button("", look);
        card.textProperty().bind(template.title());
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setId("template-" + template.name());
        card.getStyleClass().add("card");
        card.setOnAction(event -> model.open(template));
        return card;
    }
}
