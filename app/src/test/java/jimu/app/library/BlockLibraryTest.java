package jimu.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.app.fx.Background;
import jimu.app.session.Nets;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.Sigmoid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockLibraryTest {
    private static final Document NET = new Edit.Sequence(List.of(
                    new Edit.MakeGroup(Set.of("a"), "inner", "i"), new Edit.MakeGroup(Set.of("i", "b"), "outer", "o")))
            .apply(Nets.net()
                    .block("a", new ReLU())
                    .block("b", new Sigmoid())
                    .chain("a", "b")
                    .document());
    private static final Definition OUTER = NET.requireDefinition("outer");

    @TempDir
    private Path folder;

    private final List<String> refused = new ArrayList<>();

    private BlockLibrary library() {
        return new BlockLibrary(folder.resolve("blocks"), Background.onCurrentThread(), refused::add);
    }

    private Path file(String name) {
        return folder.resolve("blocks").resolve(name);
    }

    private static StoredBlock block(String name) {
        return StoredBlock.of(NET, OUTER.withColor("red"), name, "two of them");
    }

    @Test
    void aBlockIsADocumentOfOneGroupWithAllThatItNeeds() throws FileException {
        library().save(block("Stage"), () -> {});
        assertEquals(block("Stage").piece(), DocumentFile.open(file("Stage.jimu")));
        assertEquals(
                Set.of("inner", "Stage"), block("Stage").piece().definitions().keySet());
    }

    @Test
    void theNextWindowFindsWhatWasKept() {
        library().save(block("Stage"), () -> {});
        assertEquals(new Shelf(List.of(block("Stage")), List.of()), library().shelf());
        assertEquals(List.of(), refused);
    }

    @Test
    void aVersionTellsContentsAndNotNotes() {
        StoredBlock block = block("Stage");
        assertEquals(block.version(), block.with("Stage", "something else").version());
        assertNotEquals(block.version(), StoredBlock.of(NET, OUTER, "Stage", "").version());
    }

    @Test
    void aBlockMayBeCalledAsAGroupInItIs() {
        StoredBlock block = StoredBlock.of(NET, OUTER, "inner", "");
        assertEquals(Set.of("inner2"), block.definition().uses());
        assertEquals(Set.of("inner", "inner2"), block.piece().definitions().keySet());
    }

    @Test
    void renamingMovesTheFile() {
        BlockLibrary library = library();
        library.save(block("Stage"), () -> {});
        library.rename(block("Stage"), "Stem", "first");
        assertEquals(
                List.of(block("Stage").with("Stem", "first")), library.shelf().blocks());
        assertTrue(Files.exists(file("Stem.jimu")) && !Files.exists(file("Stage.jimu")));
        library.delete(library.shelf().blocks().get(0));
        assertEquals(Shelf.EMPTY, library.shelf());
    }

    @Test
    void filesThatCannotBeReadAreComplainedOfInOneSentenceEachAndStay() throws IOException {
        BlockLibrary library = library();
        library.save(block("Stage"), () -> {});
        Files.writeString(file("Newer.jimu"), "{\"format\": 99}");
        Files.writeString(file("Broken.jimu"), "{");
        Files.writeString(file("Plain.jimu"), DocumentFile.write(Document.EMPTY));
        library.refresh();
        assertEquals(List.of(block("Stage")), library.shelf().blocks());
        List<String> complaints = library.shelf().complaints().stream()
                .map(Shelf.Complaint::sentence)
                .toList();
        assertEquals(3, complaints.size());
        assertTrue(complaints.get(0).contains("Broken.jimu"), complaints.get(0));
        assertTrue(complaints.get(1).contains("format 99"), complaints.get(1));
        assertTrue(complaints.get(2).contains("holds something other than one group"), complaints.get(2));
    }

    @Test
    void savingNeverReplacesAFileThatCannotBeRead() throws IOException {
        library().save(block("Stage"), () -> {});
        Files.writeString(file("Stage.jimu"), "{\"format\": 99}");
        List<String> safe = new ArrayList<>();
        library().save(block("Stage"), () -> safe.add("safe"));
        assertEquals(List.of(), safe);
        assertEquals(
                List.of(file("Stage.jimu")
                        + " is there already and cannot be read; choose another name, or move that file away."),
                refused);
        assertEquals("{\"format\": 99}", Files.readString(file("Stage.jimu")));
    }

    @Test
    void whatFollowsNothingIsStoredWithoutAnOrigin() {
        Definition following = OUTER.withOrigin(Optional.of(block("Stage").origin()));
        assertEquals(
                StoredBlock.of(NET, OUTER, "Stage", "").version(),
                StoredBlock.of(NET, following, "Stage", "").version());
    }
}
