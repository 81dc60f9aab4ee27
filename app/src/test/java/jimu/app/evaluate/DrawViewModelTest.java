package jimu.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.fx.HeldBackground;
import jimu.app.session.CurrentRun;
import jimu.app.session.Digits;
import jimu.app.session.Iris;
import jimu.app.session.LookedAt;
import jimu.app.session.Nets;
import jimu.app.session.OpenData;
import jimu.app.session.PictureFiles;
import jimu.app.session.Session;
import jimu.engine.data.Dataset;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Input;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawViewModelTest {
    private final HeldBackground background = new HeldBackground();
    private final Session session = new Session();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final CurrentRun run = new CurrentRun(session, new HandPump());
    private final LookedAt looked = new LookedAt();
    private final Answers dialogs = new Answers();
    private final DrawViewModel draw =
            new DrawViewModel(session, data, run, looked, background, dialogs, Backends.all());

    @TempDir
    private Path folder;

    private static Document colours() {
        return Nets.net()
                .block("image", new Input("image", List.of(3, 4, 4), 0, DType.FLOAT32))
                .block("flat", new Flatten())
                .chain("image", "flat")
                .document();
    }

    /** The numbers that are looked at. */
    private float[] raw() {
        Dataset drawn = looked.drawnProperty().get().orElseThrow();
        float[] raw = new float[drawn.field("image").elements()];
        drawn.copy("image", 0, raw, 0);
        return raw;
    }

    private static float most(float[] numbers) {
        float most = 0;
        for (float one : numbers) {
            most = Math.max(most, one);
        }
        return most;
    }

    @Test
    void aDrawingIsAnsweredAndLookedAt() {
        session.openNew(Digits.document(), "net");
        draw.stroke(0.5, 0.2, 0.5, 0.8);
        assertEquals(10, draw.bars().size());
        double sum = draw.bars().stream().mapToDouble(DrawViewModel.Bar::share).sum();
        assertEquals(1, sum, 1e-5);
        assertEquals(1, draw.bars().stream().filter(DrawViewModel.Bar::best).count());
        float[] raw = new float[64];
        looked.drawnProperty().get().orElseThrow().copy("image", 0, raw, 0);
        float most = 0;
        for (float one : raw) {
            most = Math.max(most, one);
        }
        assertEquals(16, most, 1e-3);
        draw.clear();
        assertEquals(List.of(), draw.bars());
        assertEquals(Optional.empty(), looked.drawnProperty().get());
    }

    @Test
    void onlyTheLatestStrokeIsAnswered() {
        session.openNew(Digits.document(), "net");
        background.hold();
        for (int i = 0; i < 20; i++) {
            draw.stroke(0.5, 0.2 + 0.03 * i, 0.5, 0.2 + 0.03 * (i + 1));
        }
        assertEquals(1, background.waiting());
        background.doOne();
        assertEquals(1, background.waiting());
        background.doOne();
        assertEquals(0, background.waiting());
        assertEquals(10, draw.bars().size());
    }

    @Test
    void measurementsAreNotDrawn() {
        session.openNew(Iris.DOCUMENT, "net");
        draw.stroke(0.5, 0.2, 0.5, 0.8);
        assertEquals(List.of(), draw.bars());
    }

    @Test
    void aDarkFigureOnPaperBecomesLikeThoseOfTheDataAndIsAnswered() throws IOException {
        session.openNew(Digits.document(), "net");
        draw.show(List.of(PictureFiles.bar(folder.resolve("one.png"))));
        assertEquals("one.png", draw.shownProperty().get().orElseThrow().name());
        assertTrue(draw.invertedProperty().get());
        assertTrue(draw.centredProperty().get());
        assertTrue(draw.centringProperty().get());
        float[] raw = raw();
        assertEquals(0, raw[0]);
        assertEquals(0, raw[63]);
        assertEquals(16, most(raw), 1e-3);
        assertEquals(16, raw[3 * 8 + 3], 0.5);
        assertEquals(0, raw[3 * 8], 0.5);
        assertEquals(10, draw.bars().size());
        assertEquals("", draw.messageProperty().get());
        assertEquals(List.of(), dialogs.told());
    }

    @Test
    void aPictureOfTheDatasOwnSizeIsTakenWhole() throws IOException {
        session.openNew(Digits.document(), "net");
        draw.show(List.of(PictureFiles.corner(folder.resolve("corner.png"), 8)));
        assertFalse(draw.invertedProperty().get());
        assertFalse(draw.centredProperty().get());
        float[] expected = new float[64];
        expected[9] = 16;
        assertArrayEquals(expected, raw(), 1e-3f);
        draw.show(List.of(PictureFiles.corner(folder.resolve("corner.png"), 16)));
        assertTrue(draw.centredProperty().get());
    }

    @Test
    void whatAPersonWantsOfAPictureHolds() throws IOException {
        session.openNew(Digits.document(), "net");
        draw.show(List.of(PictureFiles.bar(folder.resolve("one.png"))));
        draw.invertedProperty().set(false);
        assertEquals(16, raw()[0], 1e-3);
        draw.centredProperty().set(false);
        float[] whole = raw();
        assertEquals(0.9 * 16, whole[0], 0.2);
        data.reload();
        assertFalse(draw.invertedProperty().get());
        assertFalse(draw.centredProperty().get());
        draw.show(List.of(PictureFiles.bar(folder.resolve("one.png"))));
        assertTrue(draw.invertedProperty().get());
    }

    @Test
    void withoutDataAPictureIsTakenAsItIsFromZeroToOne() throws IOException {
        session.openNew(colours(), "net");
        draw.show(List.of(PictureFiles.red(folder.resolve("red.png"))));
        assertFalse(draw.invertedProperty().get());
        assertFalse(draw.centringProperty().get());
        float[] raw = raw();
        for (int i = 0; i < raw.length; i++) {
            assertEquals(i < 16 ? 1 : 0, raw[i], 1e-6, "" + i);
        }
        assertEquals(48, draw.bars().size());
        assertEquals(1, draw.bars().get(0).share(), 1e-6);
        assertEquals(0, draw.bars().get(16).share(), 1e-6);
    }

    @Test
    void dataThatComeLaterSayHowAPictureIsTaken() throws IOException {
        session.openNew(Digits.document().withData(DataSettings.NONE), "net");
        draw.show(List.of(PictureFiles.bar(folder.resolve("one.png"))));
        assertFalse(draw.invertedProperty().get());
        assertEquals(0.9, most(raw()), 0.01);
        session.apply(new Edit.SetData(Digits.DATA));
        assertTrue(draw.invertedProperty().get());
        assertEquals(16, most(raw()), 1e-3);
    }

    @Test
    void anotherNetworkIsAskedAtOnce() throws IOException {
        session.openNew(colours(), "net");
        draw.show(List.of(PictureFiles.red(folder.resolve("red.png"))));
        session.apply(new Edit.SetParameter("image", "shape", List.of(1L, 2L, 2L)));
        assertEquals(4, draw.bars().size());
        session.apply(new Edit.SetParameter("image", "shape", List.of(4L)));
        assertEquals(List.of(), draw.bars());
        assertEquals(Optional.empty(), looked.drawnProperty().get());
        assertTrue(draw.messageProperty().get().startsWith("This network cannot see a picture"));
        session.undo();
        assertEquals(4, draw.bars().size());
    }

    @Test
    void aStrokeOrClearingTakesThePictureAway() throws IOException {
        session.openNew(Digits.document(), "net");
        draw.show(List.of(PictureFiles.bar(folder.resolve("one.png"))));
        draw.stroke(0.5, 0.2, 0.5, 0.8);
        assertEquals(Optional.empty(), draw.shownProperty().get());
        assertEquals(10, draw.bars().size());
        draw.show(List.of(PictureFiles.bar(folder.resolve("one.png"))));
        draw.clear();
        assertEquals(Optional.empty(), draw.shownProperty().get());
        assertEquals(List.of(), draw.bars());
        assertEquals(Optional.empty(), looked.drawnProperty().get());
    }

    @Test
    void ofAFileThatIsNoPictureItIsToldWhyAndThePadStays() throws IOException {
        session.openNew(Digits.document(), "net");
        draw.stroke(0.5, 0.2, 0.5, 0.8);
        Path file = Files.writeString(folder.resolve("letter.png"), "Dear Sir,");
        draw.show(List.of(file));
        assertEquals(1, dialogs.told().size());
        assertTrue(dialogs.told().get(0).startsWith("\"" + file + "\" holds no picture that can be read here"));
        assertEquals(10, draw.bars().size());
    }

    @Test
    void aPictureIsNotShownToTheNextNetwork() throws IOException {
        session.openNew(Digits.document(), "net");
        background.hold();
        draw.show(List.of(PictureFiles.bar(folder.resolve("one.png"))));
        session.openNew(Digits.document(), "other");
        background.workAtOnce();
        background.doOne();
        assertEquals(Optional.empty(), draw.shownProperty().get());
    }

    @Test
    void aPersonMayChooseAPicture() throws IOException {
        session.openNew(Digits.document(), "net");
        dialogs.choose(PictureFiles.bar(folder.resolve("one.png")));
        draw.choose();
        assertTrue(draw.shownProperty().get().isPresent());
        draw.clear();
        draw.choose();
        assertEquals(Optional.empty(), draw.shownProperty().get());
    }

    @Test
    void itIsSaidWhatIsMissingForAPictureToBeSeen() {
        assertTrue(draw.obstacle().orElseThrow().startsWith("A picture is shown to a network: open one or build one"));
        session.openNew(Iris.DOCUMENT, "net");
        assertTrue(draw.obstacle().orElseThrow().startsWith("This network cannot see a picture"));
        session.openNew(Digits.document(), "net");
        assertEquals(Optional.empty(), draw.obstacle());
        session.openNew(colours(), "net");
        assertEquals(Optional.empty(), draw.obstacle());
    }

    @Test
    void ofSeveralPicturesThereIsAWayToTheOthers() throws IOException {
        session.openNew(Digits.document(), "digits");
        Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
        Path one = PictureFiles.bar(folder.resolve("one.png"));
        Path red = PictureFiles.red(folder.resolve("red.png"));
        draw.show(List.of(one, broken, red));
        assertEquals(List.of("one.png", 0, 3), place());
        draw.step(-1);
        assertEquals(List.of("one.png", 0, 3), place());
        draw.step(1);
        assertEquals(1, dialogs.told().size());
        assertEquals(List.of("one.png", 0, 2), place(), "what cannot be read is left out");
        draw.step(1);
        assertEquals(List.of("red.png", 1, 2), place());
        draw.step(1);
        assertEquals(List.of("red.png", 1, 2), place());
        draw.step(-1);
        assertEquals(List.of("one.png", 0, 2), place());
        draw.stroke(0.2, 0.2, 0.8, 0.8);
        assertEquals(0, draw.stack().sizeProperty().get());
    }

    @Test
    void ofSeveralPicturesTheFirstThatCanBeReadIsShown() throws IOException {
        session.openNew(Digits.document(), "net");
        Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
        draw.show(List.of(
                broken,
                PictureFiles.bar(folder.resolve("one.png")),
                PictureFiles.corner(folder.resolve("corner.png"), 8)));
        assertEquals(1, dialogs.told().size());
        assertEquals(List.of("one.png", 0, 2), place());
        draw.show(List.of(broken, broken));
        assertEquals(3, dialogs.told().size());
        assertEquals(List.of("one.png", 0, 2), place(), "what is shown stays");
    }

    private List<Object> place() {
        return List.of(
                draw.shownProperty().get().orElseThrow().name(),
                draw.stack().placeProperty().get(),
                draw.stack().sizeProperty().get());
    }
}
