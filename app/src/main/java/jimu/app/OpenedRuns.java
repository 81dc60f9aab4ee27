package jimu.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import jimu.app.file.FileActions;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.runs.RunActions;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;

/** Opens the documents and folders of kept runs; the actions that it needs come later. */
final class OpenedRuns implements RunActions {
    private final Background background;
    private final Dialogs dialogs;
    private Optional<FileActions> files = Optional.empty();
    private Optional<TwinActions> twins = Optional.empty();

    OpenedRuns(Background background, Dialogs dialogs) {
        this.background = background;
        this.dialogs = dialogs;
    }

    void through(FileActions actions, TwinActions training) {
        files = Optional.of(actions);
        twins = Optional.of(training);
    }

    @Override
    public void open(Document document, String name) {
        files.ifPresent(actions -> actions.create(document, name));
    }

    @Override
    public void trainTwins(Document other, Supplier<String> name) {
        twins.ifPresent(actions -> actions.train(other, name));
    }

    @Override
    public void show(Path folder) {
        background.run(
                () -> {
                    return new ProcessBuilder(opener(), folder.toString()).start();
                },
                shown -> {},
                failure -> dialogs.tell(Texts.of("runs.folder"), folder.toString()));
    }

    /** The program that shows a folder on this system. */
    private static String opener() {
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Windows")) {
            return "explorer.exe";
        }
        return system.startsWith("Mac") ? "open" : "xdg-open";
    }
}
