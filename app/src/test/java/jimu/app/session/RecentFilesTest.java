package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecentFilesTest {
    private final Preferences memory = Preferences.userRoot().node("jimu-test/recent-files");

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    private static Path file(int number) {
        return Path.of("/models/m" + number + ".jimu");
    }

    @Test
    void theLatestComesFirstAndOnce() {
        RecentFiles files = new RecentFiles(memory);
        files.add(file(1));
        files.add(file(2));
        files.add(file(1));
        assertEquals(List.of(file(1), file(2)), files.all());
    }

    @Test
    void theyAreRememberedByTheNextStart() {
        new RecentFiles(memory).add(file(1));
        new RecentFiles(memory).add(file(2));
        assertEquals(List.of(file(2), file(1)), new RecentFiles(memory).all());
    }

    @Test
    void onlyEightAreKept() {
        RecentFiles files = new RecentFiles(memory);
        for (int i = 0; i < 12; i++) {
            files.add(file(i));
        }
        assertEquals(8, files.all().size());
        assertEquals(file(11), files.all().get(0));
    }

    @Test
    void aForgottenFileStaysForgotten() {
        RecentFiles files = new RecentFiles(memory);
        files.add(file(1));
        files.remove(file(1));
        assertEquals(List.of(), new RecentFiles(memory).all());
    }
}
