package jimu.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs.Loss;
import jimu.app.fx.FileKind;
import jimu.app.session.Iris;
import jimu.app.session.RecentFiles;
import jimu.app.session.Session;
import jimu.engine.export.onnx.OnnxExporter;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.FileException;
import jimu.engine.plan.WeightSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileDropTest {
    private final Preferences memory = Preferences.userRoot().node("jimu-test/file-drop");
    private final Session session = new Session();
    private final Answers dialogs = new Answers();
    private final List<Path> data = new ArrayList<>();
    private final List<Path> shown = new ArrayList<>();
    private Optional<String> blind = Optional.empty();
    private final FileDrop drop = new FileDrop(
            session,
            new FileActions(session, dialogs, Background.onCurrentThread(), new RecentFiles(memory), () -> true),
            dialogs,
            data::add,
            new FileDrop.Pictures() {
                @Override
                public Optional<String> obstacle() {
                    return blind;
                }

                @Override
                public void show(List<Path> files) {
                    shown.addAll(files);
                }
            });

    @TempDir
    private Path folder;

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    private Path iris() throws FileException {
        return Iris.savedIn(folder);
    }

    @Test
    void aModelIsOpened() throws FileException {
        Path file = iris();
        drop.over(List.of(file));
        assertEquals("Open iris.jimu", drop.hintProperty().get());
        assertFalse(drop.refusedProperty().get());
        drop.drop(List.of(file));
        assertEquals("", drop.hintProperty().get());
        assertEquals(Optional.of(file), session.file());
        assertEquals(Iris.DOCUMENT.graph(), session.document().graph());
    }

    @Test
    void anOnnxNetworkIsOpenedAsANewDocumentThatBeginsWithItsWeights() throws Exception {
        Path file = folder.resolve("flowers.onnx");
        Inference inference = ShapeInference.infer(Iris.DOCUMENT);
        OnnxExporter.export(inference, WeightSnapshot.initial(inference, 3), Optional.empty(), file);
        drop.over(List.of(file));
        assertEquals("Open flowers.onnx", drop.hintProperty().get());
        drop.drop(List.of(file));
        assertEquals(List.of(), dialogs.told());
        assertEquals("flowers", session.nameProperty().get());
        assertEquals(Optional.empty(), session.file());
        assertEquals(
                List.of("Input", "Linear", "ReLU", "Linear"),
                session.document().graph().blocks().stream()
                        .map(block -> block.content().label())
                        .toList());
        assertEquals(Optional.of(file.toString()), session.document().training().startWeights());
    }

    @Test
    void anOnnxFileThatCannotBecomeBlocksLeavesWhatIsOpen() throws Exception {
        session.openNew(Iris.DOCUMENT, "iris");
        Path file = Files.writeString(folder.resolve("broken.onnx"), "no network");
        drop.drop(List.of(file));
        assertEquals(1, dialogs.told().size());
        assertTrue(
                dialogs.told().get(0).contains("broken.onnx is no ONNX file"),
                dialogs.told().get(0));
        assertEquals("iris", session.nameProperty().get());
    }

    @Test
    void changesAreNotLostUnasked() throws FileException {
        session.openNew(Document.EMPTY, "new");
        session.apply(new Edit.SetNotes("mine"));
        dialogs.onLoss(Loss.CANCEL);
        drop.drop(List.of(iris()));
        assertEquals(List.of("save new?"), dialogs.told());
        assertEquals("mine", session.document().notes());
    }

    @Test
    void aTableIsTheDataOfTheOpenDocument() {
        session.openNew(Iris.DOCUMENT, "iris");
        Path table = folder.resolve("flowers.CSV");
        drop.over(List.of(table));
        assertEquals(
                "Take flowers.CSV as the data of this network",
                drop.hintProperty().get());
        drop.drop(List.of(table));
        assertEquals(List.of(table), data);
        assertEquals(Iris.DOCUMENT, session.document());
    }

    @Test
    void withoutADocumentATableBeginsOne() {
        Path table = folder.resolve("flowers.csv");
        drop.over(List.of(table));
        assertEquals("Begin a network for flowers.csv", drop.hintProperty().get());
        drop.drop(List.of(table));
        assertTrue(session.openProperty().get());
        assertEquals(List.of(table), data);
    }

    @Test
    void filesOfMnistTogetherAreTheirFolder() throws IOException {
        Path images = Files.createFile(folder.resolve("train-images-idx3-ubyte.gz"));
        Path labels = Files.createFile(folder.resolve("train-labels-idx1-ubyte"));
        drop.drop(List.of(images, labels));
        drop.drop(List.of(folder));
        drop.drop(List.of(labels));
        assertEquals(List.of(folder, folder, folder), data);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cat.WebP | cat.WebP is a picture of a kind that cannot be read here; save it as PNG",
                "x.npy | x.npy holds an array",
                "README | README is of no kind that can be opened here"
            })
    void ofOtherFilesItIsToldWhatCanBeDone(String name, String beginning) {
        Path file = folder.resolve(name);
        drop.over(List.of(file));
        assertTrue(drop.refusedProperty().get());
        drop.drop(List.of(file));
        assertEquals(1, dialogs.told().size());
        assertTrue(dialogs.told().get(0).startsWith(beginning), dialogs.told().get(0));
        assertFalse(session.openProperty().get());
        assertEquals(List.of(), data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat.png", "cat.JPG", "cat.jpeg", "cat.gif", "cat.bmp"})
    void aPictureIsShownToTheNetwork(String name) {
        Path file = folder.resolve(name);
        drop.over(List.of(file));
        assertEquals("Show " + name + " to this network", drop.hintProperty().get());
        assertFalse(drop.refusedProperty().get());
        drop.drop(List.of(file));
        assertEquals(List.of(file), shown);
        assertEquals(List.of(), dialogs.told());
    }

    @Test
    void whereNoNetworkCanSeeAPictureItIsSaidBeforeAndAfterTheDrop() {
        blind = Optional.of("Build a network first.");
        Path file = folder.resolve("cat.png");
        drop.over(List.of(file));
        assertEquals("Build a network first.", drop.hintProperty().get());
        assertTrue(drop.refusedProperty().get());
        drop.drop(List.of(file));
        assertEquals(List.of(), shown);
        assertEquals(List.of("Build a network first."), dialogs.told());
    }

    @Test
    void severalPicturesAreShownOneAtATime() {
        List<Path> files = List.of(folder.resolve("b.png"), folder.resolve("a.JPG"));
        drop.over(files);
        assertEquals(
                "Show 2 pictures to this network, one at a time, b.png first",
                drop.hintProperty().get());
        assertFalse(drop.refusedProperty().get());
        drop.drop(files);
        assertEquals(files, shown);
        assertEquals(List.of(), dialogs.told());
    }

    @Test
    void ofAllKindsThatCanBeDroppedOneIsChosen() throws FileException {
        Path picture = folder.resolve("cat.png");
        Path table = folder.resolve("flowers.csv");
        dialogs.choose(iris()).choose(table).choose(picture).choose(folder.resolve("x.npy"));
        drop.choose();
        assertEquals(Iris.DOCUMENT.graph(), session.document().graph());
        drop.choose();
        assertEquals(List.of(table), data);
        drop.choose();
        assertEquals(List.of(picture), shown);
        assertEquals(List.of(), dialogs.told());
        drop.choose();
        assertTrue(dialogs.told().get(0).startsWith("x.npy holds an array"));
    }

    @Test
    void whatTheDialogOffersCanBeOpened() {
        for (String ending : FileKind.ANY.endings()) {
            drop.over(List.of(folder.resolve("train-images-idx3-ubyte." + ending)));
            assertFalse(drop.refusedProperty().get(), ending);
        }
    }

    @Test
    void severalFilesAreNotOpened() throws FileException {
        drop.drop(List.of(iris(), folder.resolve("flowers.csv")));
        assertEquals(
                List.of(
                        "2 files were dropped; drop one at a time (several pictures, or MNIST's four IDX files, may come together)."),
                dialogs.told());
        assertFalse(session.openProperty().get());
    }

    @Test
    void whatLeavesTheWindowIsForgotten() throws FileException {
        drop.over(List.of(iris()));
        drop.end();
        assertEquals("", drop.hintProperty().get());
    }
}
