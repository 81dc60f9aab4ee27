package jimu.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.prefs.Preferences;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files opened or saved last, the latest first; remembered from one start of the program to the next. */
public final class RecentFiles {
    private static final int MOST = 8;

    private final Preferences memory;
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final ObservableList<Path> shown = FXCollections.unmodifiableObservableList(files);

    /** The files that {@code memory} holds. */
    public RecentFiles(Preferences memory) {
        this.memory = memory;
        for (int i = 0; i < MOST; i++) {
            String path = memory.get(key(i), "");
            if (!path.isEmpty()) {
                files.add(Path.of(path));
            }
        }
    }

    /** The files, to be followed. */
    public ObservableList<Path> all() {
        return shown;
    }

    /** Puts a file first. */
    public void add(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        files.remove(whole);
        files.add(0, whole);
        if (files.size() > MOST) {
            files.remove(MOST, files.size());
        }
        store();
    }

    /** Forgets a file. */
    public void remove(Path file) {
        files.remove(file);
        store();
    }

    private void store() {
        List<Path> kept = List.copyOf(files);
        for (int i = 0; i < MOST; i++) {
            String path = i < kept.size() ? kept.get(i).toString() : "";
            if (path.isEmpty() || path.length() > Preferences.MAX_VALUE_LENGTH) {
                memory.remove(key(i));
            } else {
                memory.put(key(i), path);
            }
        }
    }

    private static String key(int index) {
        return "file" + index;
    }
}
