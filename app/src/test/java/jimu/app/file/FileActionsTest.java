package jimu.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs.Loss;
import jimu.app.session.Nets;
import jimu.app.session.RecentFiles;
import jimu.app.session.Session;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileActionsTest {
    private static final Document NET = Nets.net()
            .block("image", new Input())
            .block("conv", new Conv2d())
            .chain("image", "conv")
            .document();
    private static final Edit WIDER = new Edit.SetParameter("conv", "out_channels", 32L);

    private final Preferences memory = Preferences.userRoot().node("jimu-test/file-actions");
    private final Session session = new Session();
    private final Answers dialogs = new Answers();
    private final RecentFiles recent = new RecentFiles(memory);
    private boolean mayLeave = true;
    private final FileActions files =
            new FileActions(session, dialogs, Background.onCurrentThread(), recent, () -> mayLeave);

    @TempDir
    private Path folder;

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    @Test
    void whatWasSavedOpensEqual() {
        Path file = folder.resolve("net.jimu");
        files.create(NET, "Untitled");
        dialogs.choose(file);
        files.save();
        assertEquals(Optional.of(file), session.file());
        session.close();
        files.open(file);
        assertEquals(NET, session.document());
        assertEquals("net.jimu", session.nameProperty().get());
        assertEquals(List.of(file), recent.all());
        assertEquals(List.of("where to save Untitled.jimu?"), dialogs.told());
    }

    @Test
    void savingAgainAsksNothing() {
        Path file = folder.resolve("net.jimu");
        files.create(NET, "Untitled");
        dialogs.choose(file);
        files.save();
        session.apply(WIDER);
        files.save();
        assertFalse(session.dirtyProperty().get());
        assertEquals(1, dialogs.told().size());
    }

    @Test
    void nothingIsLeftWhileARunHasToGoOn() {
        files.create(NET, "net");
        mayLeave = false;
        files.close();
        assertTrue(session.openProperty().get());
        assertEquals(List.of(), dialogs.told());
    }

    @Test
    void changesAreKeptWhenTheAnswerIsCancel() {
        files.create(NET, "net");
        session.apply(WIDER);
        dialogs.onLoss(Loss.CANCEL);
        files.create(Document.EMPTY, "other");
        assertEquals(WIDER.apply(NET), session.document());
        assertEquals(List.of("save net?"), dialogs.told());
    }

    @Test
    void changesGoWhenTheAnswerIsDiscard() {
        files.create(NET, "net");
        session.apply(WIDER);
        dialogs.onLoss(Loss.DISCARD);
        files.close();
        assertFalse(session.openProperty().get());
    }

    @Test
    void changesAreSavedFirstWhenTheAnswerIsSave() throws IOException {
        Path file = folder.resolve("net.jimu");
        files.create(NET, "net");
        session.apply(WIDER);
        dialogs.onLoss(Loss.SAVE).choose(file);
        files.close();
        assertFalse(session.openProperty().get());
        assertTrue(Files.readString(file).contains("\"out_channels\": 32"));
    }

    @Test
    void nothingIsClosedWhenNoPlaceToSaveIsChosen() {
        files.create(NET, "net");
        session.apply(WIDER);
        dialogs.onLoss(Loss.SAVE);
        files.close();
        assertTrue(session.openProperty().get());
    }

    @Test
    void withoutChangesNothingIsAsked() {
        files.create(NET, "net");
        files.create(Document.EMPTY, "other");
        assertEquals(List.of(), dialogs.told());
        assertEquals("other", session.nameProperty().get());
    }

    @Test
    void aBadFileIsToldInOneSentenceAndWhatIsOpenStays() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.jimu"), "{\"format\": 1, \"blocks\": 7}");
        files.create(NET, "net");
        files.open(bad);
        assertEquals(NET, session.document());
        assertEquals(1, dialogs.told().size());
        assertTrue(dialogs.told().get(0).contains("bad.jimu"), dialogs.told().get(0));
        assertFalse(dialogs.told().get(0).contains("Exception"));
    }

    @Test
    void aFileThatIsGoneIsForgotten() {
        Path gone = folder.resolve("gone.jimu");
        recent.add(gone);
        files.open(gone);
        assertEquals(List.of(), recent.all());
        assertEquals(1, dialogs.told().size());
    }
}
