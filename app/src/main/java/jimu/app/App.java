package jimu.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import jimu.app.canvas.AutoLayout;
import jimu.app.canvas.CanvasCommands;
import jimu.app.canvas.CanvasMenu;
import jimu.app.canvas.CanvasView;
import jimu.app.canvas.CanvasViewModel;
import jimu.app.canvas.GroupCommands;
import jimu.app.canvas.OfferView;
import jimu.app.canvas.SystemClipboard;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.file.DropView;
import jimu.app.file.FileActions;
import jimu.app.file.FileCommands;
import jimu.app.file.FileDrop;
import jimu.app.fx.Appearance;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.fx.FirstDrawing;
import jimu.app.fx.PulsePump;
import jimu.app.fx.Soon;
import jimu.app.fx.ThreadBackground;
import jimu.app.fx.WindowDialogs;
import jimu.app.library.ApplicationData;
import jimu.app.library.BlockLibrary;
import jimu.app.palette.PaletteMemory;
import jimu.app.palette.PaletteView;
import jimu.app.palette.PaletteViewModel;
import jimu.app.session.MyBlocks;
import jimu.app.session.NewBlock;
import jimu.app.session.RecentFiles;
import jimu.app.session.Samples;
import jimu.app.session.SecondRun;
import jimu.app.session.Session;
import jimu.app.start.StartView;
import jimu.app.start.StartViewModel;
import jimu.app.status.StatusView;
import jimu.app.status.StatusViewModel;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.runtime.Backends;

/** The window: the one place where views, view models and services are put together. */
public final class App extends Application {
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double FRAME = 48;
    private static final double CORNER = 12;

    @Override
    public void start(Stage stage) {
        Preferences memory = Preferences.userRoot().node("jimu");
        Opening opening =
                assemble(stage, new WindowDialogs(stage), new ThreadBackground(), memory, ApplicationData.folder());
        Optional.ofNullable(getParameters())
                .flatMap(parameters -> parameters.getUnnamed().stream().findFirst())
                .map(Path::of)
                .ifPresent(opening.any()::open);
    }

    /** Puts the window together and shows it; dialogs, threads and memory come from outside. */
    static FileActions open(Stage stage, Dialogs dialogs, Background background, Preferences memory) {
        return open(stage, dialogs, background, memory, ApplicationData.folder());
    }

    /** The same, with what belongs to the person in {@code data}. */
    static FileActions open(Stage stage, Dialogs dialogs, Background background, Preferences memory, Path data) {
        return assemble(stage, dialogs, background, memory, data).documents();
    }

    private static Opening assemble(
            Stage stage, Dialogs dialogs, Background background, Preferences memory, Path data) {
        Appearance appearance = new Appearance(memory.node("look"));
        Session session = new Session();
        Commands commands = new Commands();
        MainWindow window = new MainWindow(commands, memory.node("window"), appearance.textSizeProperty());
        RecentFiles recent = new RecentFiles(memory.node("recent"));
        OpenedRuns opened = new OpenedRuns(background, dialogs);
        Panels panels = new Panels(session, background, dialogs, opened);
        FileActions files =
                new FileActions(session, dialogs, background, recent, panels::mayLeave).arranging(AutoLayout::arranged);
        TwinActions twins = new TwinActions(
                session,
                panels.data(),
                panels.run(),
                new SecondRun(panels.run(), panels.overlaid(), new PulsePump()),
                panels.trainingObstacle(),
                background,
                dialogs,
                Backends.all(),
                () -> SweepWindow.places()
                        .runs(session.file(), session.nameProperty().get()));
        twins.addTo(commands);
        opened.through(files, twins);
        FileDrop drop = new FileDrop(
                session,
                files,
                dialogs,
                path -> {
                    panels.useData(path);
                    window.showDock(Dock.DATA);
                },
                pictures(panels, window));
        FileCommands.addTo(commands, files, drop, session, stage::close);

        BlockLibrary library = new BlockLibrary(data.resolve("blocks"), background, dialogs::error);
        MyBlocks mine = new MyBlocks(session, library, dialogs);
        NewBlock newBlock = new NewBlock(session, panels.sourceDefaults(), library::shelf);
        CanvasViewModel canvas = new CanvasViewModel(session, newBlock, background, new SystemClipboard());
        canvas.follow(panels.marks());
        CanvasView view = new CanvasView(canvas);
        Soon ask = new Soon(commands::ask);
        ObservableValue<Boolean> active =
                view.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::focusedProperty);
        active.addListener((value, old, now) -> library.refresh());
        active.addListener((value, old, now) -> ask.run());
        view.focusedProperty().addListener((value, old, now) -> ask.run());
        OfferView offer = new OfferView(mine);
        StackPane.setAlignment(offer, Pos.TOP_CENTER);
        Region corner = panels.boundaryCorner(() -> window.showDock(Dock.BOUNDARY));
        StackPane.setAlignment(corner, Pos.BOTTOM_LEFT);
        StackPane.setMargin(corner, new Insets(CORNER));
        window.setCanvas(new StackPane(view, corner, offer));
        CanvasMenu menu = new CanvasMenu(view, canvas, commands, panels.repairs());
        menu.install();
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isConsumed()) {
                commands.run(CommandId.GO_INSPECTOR);
            }
        });
        canvas.grid().remember(memory.node("look"));
        canvas.wireWeights().remember(memory.node("look"));
        canvas.wireWeights().follow(panels.live());
        panels.remember(memory.node("look"));
        CanvasCommands.addTo(commands, canvas, session);
        PaletteMemory used = new PaletteMemory(memory.node("palette"));
        PaletteView palette =
                new PaletteView(new PaletteViewModel(LayerCatalog.all(), canvas::insert, used, library, mine));
        window.setPalette(palette);
        commands.add(
                Command.of(CommandId.GO_PALETTE, session.openProperty(), palette::search),
                Command.of(CommandId.GO_CANVAS, session.openProperty(), view::requestFocus));
        StatusViewModel status = new StatusViewModel(session, panels.problems(), canvas.zoomProperty(), Backends.all());
        GroupCommands.addTo(commands, canvas, session, mine, dialogs::error);
        StatusView statusView = new StatusView(status, () -> window.showDock(Dock.PROBLEMS));
        statusView.setUnderWay(panels.task(() -> window.showDock(Dock.TRAINING)));
        window.setStatus(statusView);
        RepairCommands.addTo(commands, session, panels.repairs(), panels.problems(), canvas::reveal);
        ViewCommands.addTo(commands, appearance);
        HelpCommands.addTo(commands, dialogs);
        LabWindow lab = new LabWindow(stage, session, background, appearance);
        lab.addTo(commands);
        VariantActions variants = new VariantActions(
                session,
                panels.run(),
                panels.overlaid(),
                twins,
                files,
                background,
                dialogs,
                () -> SideWindow.bringForward(stage));
        SweepWindow sweeps = new SweepWindow(stage, session, appearance, panels.sweeps(), variants);
        sweeps.addTo(commands);
        window.setStart(new StartView(new StartViewModel(recent, samples(), actions(files, drop, lab), background)));
        window.follow(session.openProperty());

        window.addOver(new DropView(drop, window.root()));

        stage.titleProperty().bind(title(session));
        stage.setOnCloseRequest(event -> {
            event.consume();
            files.unlessCancelled(stage::close);
        });
        panels.show(window, commands, canvas::reveal, sweeps.adding());
        FirstDrawing.of(window.tabContents());

        Scene scene = new Scene(window.root(), WIDTH, HEIGHT);
        appearance.follow(scene);
        stage.getIcons().setAll(icons());
        stage.setScene(scene);
        stage.setMaximized(!fits(Screen.getPrimary().getVisualBounds()));
        stage.show();
        return new Opening(files, drop);
    }

    /**
     * How the window opens files.
     *
     * @param documents documents alone
     * @param any files of all kinds
     */
    private record Opening(FileActions documents, FileDrop any) {}

    private static FileDrop.Pictures pictures(Panels panels, MainWindow window) {
        return new FileDrop.Pictures() {
            @Override
            public Optional<String> obstacle() {
                return panels.pictureObstacle();
            }

            @Override
            public void show(List<Path> files) {
                panels.showPictures(files);
                window.showDock(Dock.EVALUATE);
            }
        };
    }

    private static List<Image> icons() {
        return ICON_SIZES.stream()
                .map(size -> "/icons/jimu-" + size + ".png")
                .map(file -> Objects.requireNonNull(App.class.getResource(file), file))
                .map(file -> new Image(file.toExternalForm()))
                .toList();
    }

    private static boolean fits(Rectangle2D screen) {
        return screen.getWidth() >= WIDTH && screen.getHeight() >= HEIGHT + FRAME;
    }

    private static Path samples() {
        return Samples.installed().map(Samples::folder).orElse(Path.of("samples"));
    }

    private static StringBinding title(Session session) {
        return Bindings.createStringBinding(
                () -> {
                    if (!session.openProperty().get()) {
                        return Texts.of("window.title");
                    }
                    String key = session.dirtyProperty().get() ? "title.changed" : "title.document";
                    return Texts.of(key, session.nameProperty().get());
                },
                Texts.language(),
                session.openProperty(),
                session.dirtyProperty(),
                session.nameProperty());
    }

    private static StartViewModel.Actions actions(FileActions files, FileDrop drop, LabWindow lab) {
        return new StartViewModel.Actions() {
            @Override
            public void create(Document document, String name) {
                files.create(document, name);
            }

            @Override
            public void open() {
                drop.choose();
            }

            @Override
            public void open(Path file) {
                files.open(file);
            }

            @Override
            public void tryLayers() {
                lab.open();
            }
        };
    }
}
