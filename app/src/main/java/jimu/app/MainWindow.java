package jimu.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TabPane.TabClosingPolicy;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jimu.app.command.BarView;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.CommandPaletteView;
import jimu.app.command.Commands;
import jimu.app.command.MenuView;
import jimu.app.fx.Slumber;
import jimu.app.fx.TextSize;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The frame of the window: menus and toolbar, and slots for the views, each at the size a person last gave it.
 *
 * <pre>
 * menus, toolbar
 * palette | canvas | inspector
 *         | dock   |
 * status bar
 * </pre>
 *
 * <p>A slot that nothing was put into does not show. Instead of the workspace the start page can stand there.
 */
final class MainWindow {
    private static final double PALETTE = 224;
    private static final double INSPECTOR = 320;
    private static final double DOCK = 304;

    private static final double SMALLEST = 120;

    private final Preferences sizes;
    private final ReadOnlyObjectProperty<TextSize> text;
    private final SplitPane columns = new SplitPane();
    private final SplitPane middle = new SplitPane();
    private final TabPane dock = new TabPane();
    private final Map<Dock, Tab> tabs = new EnumMap<>(Dock.class);
    private final Set<Dock> absent = EnumSet.noneOf(Dock.class);
    private final StackPane centre = new StackPane();
    private final StackPane start = new Slumber();
    private final StackPane foot = new StackPane();
    private final BarView bar;
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame);
    private List<Tab> inspector = List.of();
    private boolean columnsDivided;
    private boolean middleDivided;

    /** A frame whose panels are as wide as remembered, or else in proportion to the text. */
    MainWindow(Commands commands, Preferences sizes, ReadOnlyObjectProperty<TextSize> text) {
        this.sizes = sizes;
        this.text = text;
        text.addListener((value, old, now) -> scale(old.factor(), now.factor()));
        root.setId("window");
        columns.setId("columns");
        middle.setId("middle");
        dock.setId("dock");
        middle.setOrientation(Orientation.VERTICAL);
        columns.getItems().add(middle);
        dock.setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        bar = new BarView(commands);
        frame.setTop(new VBox(new MenuView(commands), bar));
        CommandPaletteView palette = new CommandPaletteView(commands);
        commands.add(Command.of(CommandId.COMMANDS, palette::open));
        root.getChildren().add(palette);
        centre.getChildren().addAll(columns, start);
        frame.setCenter(centre);
        frame.setBottom(foot);
        columns.widthProperty().addListener((value, old, now) -> divideColumns(now.doubleValue()));
        middle.heightProperty().addListener((value, old, now) -> divideMiddle(now.doubleValue()));
    }

    Parent root() {
        return root;
    }

    /** Lays something over the whole window. */
    void addOver(Node cover) {
        root.getChildren().add(cover);
    }

    void setPalette(Region palette) {
        columns.getItems().add(0, sized(palette, "palette"));
    }

    void setCanvas(Region canvas) {
        middle.getItems().add(0, canvas);
    }

    void setInspector(TabPane view) {
        inspector = view.getTabs();
        columns.getItems().add(sized(view, "inspector"));
    }

    void setStart(Node page) {
        start.getChildren().setAll(page);
    }

    void setStatus(Node status) {
        foot.getChildren().setAll(status);
    }

    /** Puts a view into its tab of the dock. */
    void setDock(Dock place, Node content) {
        Tab tab = new Tab();
        tab.textProperty().bind(Texts.bound(place.key()));
        tab.setContent(content);
        tab.setId("dock-" + place.key());
        tab.setGraphic(new FontIcon(place.icon()));
        tabs.put(place, tab);
        showTabs();
        if (!middle.getItems().contains(dock)) {
            middle.getItems().add(sized(dock, "dock"));
        }
    }

    /** Shows a tab of the dock only while there is something in it to see. */
    void offerDock(Dock place, ObservableBooleanValue offered) {
        offered.addListener((value, old, now) -> offer(place, now));
        offer(place, offered.get());
    }

    private void offer(Dock place, boolean offered) {
        if (offered == absent.contains(place)) {
            if (offered) {
                absent.remove(place);
            } else {
                absent.add(place);
            }
            showTabs();
        }
    }

    /** Puts in what is missing and takes out what is not to be seen, so that the tab in front stays there. */
    private void showTabs() {
        List<Tab> wanted = new ArrayList<>();
        tabs.forEach((place, tab) -> {
            if (!absent.contains(place)) {
                wanted.add(tab);
            }
        });
        dock.getTabs().retainAll(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            if (!dock.getTabs().contains(wanted.get(i))) {
                dock.getTabs().add(i, wanted.get(i));
            }
        }
    }

    /** What is in the tabs of the dock and of the inspector. */
    List<Node> tabContents() {
        return Stream.concat(tabs.values().stream(), inspector.stream())
                .map(Tab::getContent)
                .toList();
    }

    /** Lets a tab's title say more than its name. */
    void bindDockTitle(Dock place, ObservableStringValue title) {
        Optional.ofNullable(tabs.get(place)).ifPresent(tab -> {
            tab.textProperty().unbind();
            tab.textProperty().bind(title);
        });
    }

    /** Brings a tab of the dock to the front, if something is in it. */
    void showDock(Dock place) {
        Tab tab = tabs.get(place);
        if (tab != null && !absent.contains(place)) {
            dock.getSelectionModel().select(tab);
        }
    }

    /** Shows the workspace while a document is open, else the start page. */
    void follow(ReadOnlyBooleanProperty open) {
        open.addListener((value, old, now) -> show(now));
        show(open.get());
    }

    private void show(boolean working) {
        columns.setVisible(working);
        start.setVisible(!working);
        foot.setVisible(working);
        foot.setManaged(working);
        bar.setVisible(working);
        bar.setManaged(working);
    }

    /** Makes a view keep its size when the window's changes, and remembers each size that a person gives it. */
    private Region sized(Region view, String name) {
        SplitPane.setResizableWithParent(view, false);
        view.setMinSize(SMALLEST, SMALLEST);
        view.widthProperty().addListener((value, old, now) -> remember(name + ".width", now.doubleValue()));
        view.heightProperty().addListener((value, old, now) -> remember(name + ".height", now.doubleValue()));
        return view;
    }

    private void remember(String name, double size) {
        if (columnsDivided && middleDivided && size > 0) {
            sizes.putDouble(name, size);
        }
    }

    /** Makes the panels beside the canvas wider or narrower, as the text in them becomes. */
    private void scale(double old, double now) {
        sizes.putDouble("palette.width", now / old * sizes.getDouble("palette.width", old * PALETTE));
        sizes.putDouble("inspector.width", now / old * sizes.getDouble("inspector.width", old * INSPECTOR));
        columnsDivided = false;
        divideColumns(columns.getWidth());
    }

    private double width(String name, double usual) {
        return sizes.getDouble(name + ".width", usual * text.get().factor());
    }

    /** Places the dividers between the columns where they were last, once it is known how wide the window is. */
    private void divideColumns(double width) {
        if (columnsDivided || width <= 0) {
            return;
        }
        double palette = (width("palette", PALETTE) + half(columns)) / width;
        double inspector = 1 - (width("inspector", INSPECTOR) + half(columns)) / width;
        if (columns.getItems().size() == 3) {
            columns.setDividerPositions(palette, inspector);
        } else {
            columns.setDividerPositions(palette);
        }
        columnsDivided = true;
    }

    /** Places the divider above the dock where it was last, once it is known how high the window is. */
    private void divideMiddle(double height) {
        if (!middleDivided && height > 0) {
            middle.setDividerPositions(1 - (sizes.getDouble("dock.height", DOCK) + half(middle)) / height);
            middleDivided = true;
        }
    }

    /** Half the thickness of a divider: its place is its middle, and the views beside it get the rest. */
    private static double half(SplitPane pane) {
        return pane.lookup(".split-pane-divider") instanceof Region divider ? divider.prefWidth(-1) / 2 : 0;
    }
}
