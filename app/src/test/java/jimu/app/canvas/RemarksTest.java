package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.app.fx.Background;
import jimu.app.session.Nets;
import jimu.app.session.NewBlock;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.session.SourceDefaults;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;
import jimu.engine.graph.Remark.Kind;
import jimu.engine.layer.activation.ReLU;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemarksTest {
    private static final Document NET = Nets.net()
            .block("relu", new ReLU())
            .block("other", new ReLU())
            .document()
            .withPositions(Map.of("relu", new Position(80, 80), "other", new Position(800, 80)));

    private final Session session = new Session();
    private final CanvasViewModel canvas = new CanvasViewModel(
            session, new NewBlock(session, SourceDefaults.NONE), Background.onCurrentThread(), Clipboard.inMemory());

    @BeforeEach
    void open() {
        session.openNew(NET, "net");
        canvas.viewport().resize(800, 600);
        canvas.viewport().zoomTo(1);
    }

    private Remark only() {
        return session.document().remarks().values().iterator().next();
    }

    private Pointer at(double x, double y) {
        return new Pointer(x, y, new Position(x, y));
    }

    @Test
    void aFrameGoesAroundTheSelectedBlocksAndTakesThemAlong() {
        session.select(Selection.of("relu"));
        canvas.remark(Kind.FRAME);
        assertEquals(new Position(56, 32), only().place());
        canvas.press(at(60, 40), new Spot.OnRemark("n1"), Reach.ONLY);
        canvas.drag(at(160, 40));
        canvas.release(at(160, 40));
        assertEquals(new Position(160, 32), only().place());
        assertEquals(new Position(184, 80), session.document().position("relu"));
        assertEquals(new Position(800, 80), session.document().position("other"));
        session.undo();
        assertEquals(new Position(80, 80), session.document().position("relu"));
    }

    @Test
    void aNoteIsWrittenWhereItStandsMadeLargerAndDeleted() {
        canvas.remark(Kind.NOTE);
        canvas.inPlace().commit("two\nlines");
        assertEquals("two\nlines", only().text());
        double width = only().width();
        canvas.press(at(0, 0), new Spot.OnCorner("n1"), Reach.ONLY);
        canvas.drag(at(80, 16));
        canvas.release(at(80, 16));
        assertEquals(width + 80, only().width());
        canvas.delete();
        assertEquals(Map.of(), session.document().remarks());
    }

    @Test
    void aNameIsWrittenInPlaceOnlyIfItIsFree() {
        session.select(Selection.of("relu"));
        canvas.inPlace().begin();
        assertTrue(canvas.inPlace().wrong("other").isPresent());
        assertTrue(canvas.inPlace().wrong("1st").isPresent());
        assertEquals(Optional.empty(), canvas.inPlace().wrong("first"));
        canvas.inPlace().commit("first");
        assertEquals(
                List.of("first", "other"),
                session.document().graph().blocks().stream()
                        .map(block -> block.name())
                        .toList());
        assertEquals(Optional.empty(), canvas.inPlace().textProperty().get());
    }
}
