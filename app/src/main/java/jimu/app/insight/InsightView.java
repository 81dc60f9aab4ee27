package jimu.app.insight;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jimu.app.fx.Offered;
import jimu.app.fx.SeverityMark;
import jimu.app.fx.Words;
import jimu.app.text.Texts;
import jimu.engine.infer.Finding;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The worst of what goes wrong in the run in two lines, with buttons for what may help, and how many more there are; where there is
 * little room, all in one line, with what may help in a menu.
 */
public final class InsightView extends VBox {
    private static final double TOOLTIP = 480;

    private final InsightViewModel model;
    private final Label message = new Label();
    private final FontIcon icon = new FontIcon();
    private final Hyperlink all = new Hyperlink();
    private final Hyperlink block = new Hyperlink();
    private final FlowPane cures = new FlowPane();
    private final MenuButton menu = Words.in(new MenuButton(), "repair.menu");
    private final HBox line = new HBox(icon, message, menu, block, all);
    private final BooleanProperty low = new SimpleBooleanProperty(this, "low");

    /** Shows what the model says. */
    public InsightView(InsightViewModel model) {
        this.model = model;
        setId("insight");
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("insight");
        message.setId("insight-message");
        message.wrapTextProperty().bind(low.not());
        message.setMinWidth(0);
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        block.setId("insight-block");
        block.setMinWidth(USE_PREF_SIZE);
        all.setId("insight-all");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(event -> model.showAll());
        menu.setId("insight-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getStyleClass().add("small");
        menu.visibleProperty().bind(low.and(Bindings.isNotEmpty(menu.getItems())));
        menu.managedProperty().bind(menu.visibleProperty());
        menu.showingProperty().addListener((value, was, open) -> fillMenu());
        cures.visibleProperty().bind(low.not().and(Bindings.isNotEmpty(cures.getChildren())));
        cures.managedProperty().bind(cures.visibleProperty());
        line.alignmentProperty().bind(Bindings.when(low).then(Pos.CENTER_LEFT).otherwise(Pos.TOP_LEFT));
        line.getStyleClass().addAll("insight-line", "problem");
        cures.getStyleClass().add("insight-cures");
        getChildren().addAll(line, cures);
        model.findings().addListener((value, old, now) -> fill());
        model.offersChanged().addListener(change -> fillCures());
        model.back().addListener((value, old, now) -> fillCures());
        Texts.follow(this, InsightView::fill);
        fill();
    }

    private void fill() {
        List<Finding> findings = model.findings().get();
        setVisible(!findings.isEmpty());
        setManaged(!findings.isEmpty());
        if (findings.isEmpty()) {
            return;
        }
        Finding first = findings.get(0);
        icon.setIconLiteral(SeverityMark.icon(first.problem().severity()));
        SeverityMark.set(line, Optional.of(first.problem().severity()));
        message.setText(first.message());
        message.setTooltip(tooltip(first.message() + "\n" + first.advice()));
        block.setText(Texts.of("insight.block"));
        block.setOnAction(event -> model.go(first));
        all.setText(findings.size() == 1 ? Texts.of("insight.all") : Texts.of("insight.more", findings.size() - 1));
        fillCures();
    }

    /** Whether there is little room. */
    public BooleanProperty lowProperty() {
        return low;
    }

    private void fillCures() {
        cures.getChildren()
                .setAll(model.cures().stream()
                        .map(offer -> button(offer, "mdoal-build"))
                        .toList());
        model.back().get().ifPresent(offer -> {
            Button back = button(offer, "mdomz-restore");
            back.setId("insight-back");
            cures.getChildren().add(back);
        });
        fillMenu();
    }

    /** An open menu does not change under the pointer. */
    private void fillMenu() {
        if (menu.isShowing()) {
            return;
        }
        menu.getItems()
                .setAll(model.cures().stream()
                        .map(offer -> item(offer, "mdoal-build"))
                        .toList());
        model.back().get().ifPresent(offer -> menu.getItems().add(item(offer, "mdomz-restore")));
    }

    private static MenuItem item(Offered offer, String icon) {
        MenuItem item = new MenuItem(offer.text(), new FontIcon(icon));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> offer.take().run());
        return item;
    }

    private static Button button(Offered offer, String icon) {
        Button button = new Button(offer.text(), new FontIcon(icon));
        if (!offer.outcome().isEmpty()) {
            button.setTooltip(tooltip(offer.outcome()));
        }
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("small", "offer-button");
        button.setOnAction(event -> offer.take().run());
        return button;
    }

    private static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP);
        return tooltip;
    }
}
