package jimu.app.library;

import java.nio.file.Path;

/** Where the program keeps what belongs to the person and to no document. */
public final class ApplicationData {
    private ApplicationData() {}

    /** The folder, which need not exist yet: that of the XDG base directories, or what {@code -Djimu.data=…} says. */
    public static Path folder() {
        String given = System.getProperty("jimu.data", "");
        if (!given.isBlank()) {
            return Path.of(given);
        }
        String home = System.getProperty("user.home", ".");
        String data = System.getenv("XDG_DATA_HOME");
        Path base = data == null || data.isBlank() ? Path.of(home, ".local", "share") : Path.of(data);
        return base.resolve("jimu");
    }
}
