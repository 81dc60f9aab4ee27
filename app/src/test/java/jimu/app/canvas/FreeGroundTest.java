package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import jimu.app.fx.Background;
import jimu.app.session.LooseWire;
import jimu.app.session.Nets;
import jimu.app.session.NewBlock;
import jimu.app.session.PortEnd;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.session.SourceDefaults;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark.Kind;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.merge.Concat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the window shows, and however a block or note comes, it covers nothing. */
class FreeGroundTest {
    private static final Link WIRE = Link.of("conv", "output", "relu", "input");
    private static final Document CROWD = Nets.net()
            .block("image", new Input(), 0, 0)
            .block("conv", new Conv2d(), 200, 0)
            .block("relu", new ReLU(), 400, 0)
            .block("joined", new Concat(), 200, 130)
            .block("below", new ReLU(), 400, 130)
            .block("left", new ReLU(), 0, 130)
            .chain("image", "conv", "relu")
            .document();

    private final Session session = new Session();
    private final CanvasViewModel canvas = new CanvasViewModel(
            session, new NewBlock(session, SourceDefaults.NONE), Background.onCurrentThread(), Clipboard.inMemory());

    /** A part of the canvas that the window shows: the place in its middle, and how large. */
    record View(double x, double y, double zoom) {}

    static Stream<View> views() {
        return Stream.of(0.1, 0.5, 1.0, 2.0, 4.0)
                .flatMap(zoom ->
                        Stream.of(new View(276, 40, zoom), new View(277, 105, zoom), new View(-3000, 5000, zoom)));
    }

    private void show(View view) {
        session.openNew(CROWD, "crowd");
        canvas.viewport().resize(800, 600);
        canvas.viewport().zoomTo(view.zoom());
        canvas.viewport().centreOn(new Position(view.x(), view.y()));
    }

    private void assertApart(int blocks, int notes) {
        Document document = session.present();
        List<Box> boxes = Stream.concat(
                        document.graph().blocks().stream().map(block -> Box.of(document, block)),
                        document.remarks().values().stream().map(Box::of))
                .toList();
        assertEquals(blocks + notes, boxes.size());
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertTrue(!boxes.get(i).touches(boxes.get(j)), boxes.get(i) + " lies on " + boxes.get(j));
            }
        }
    }

    private void take(String query) {
        InsertSearch search = canvas.insertion().searchProperty().get().orElseThrow();
        canvas.insertion().end(search.find(query).stream().findFirst());
    }

    @ParameterizedTest
    @MethodSource("views")
    void enterInThePalette(View view) {
        show(view);
        canvas.insert("Conv2d");
        session.select(Selection.NONE);
        canvas.insert("ReLU");
        session.select(Selection.of("conv"));
        canvas.insert("MaxPool2d");
        assertApart(9, 0);
    }

    @ParameterizedTest
    @MethodSource("views")
    void aSearchInTheMiddleBehindABlockAndWithinAWire(View view) {
        show(view);
        canvas.searchToInsert();
        take("Linear");
        session.select(Selection.of("conv"));
        canvas.searchToInsert();
        take("ReLU");
        session.select(Selection.of(WIRE));
        canvas.searchToInsert();
        take("BatchNorm2d");
        assertApart(9, 0);
    }

    @ParameterizedTest
    @MethodSource("views")
    void aDoubleClickOnTheCanvas(View view) {
        show(view);
        canvas.insertion().begin(LooseWire.NONE, canvas.viewport().toCanvas(410, 310));
        take("Conv2d");
        canvas.insertion().begin(LooseWire.NONE, canvas.viewport().toCanvas(410, 310));
        take("Conv2d");
        assertApart(8, 0);
    }

    @ParameterizedTest
    @MethodSource("views")
    void aWireLetGoInTheVoid(View view) {
        show(view);
        canvas.insertion()
                .begin(
                        LooseWire.at(PortEnd.output("conv", "output"), java.util.Optional.empty()),
                        canvas.viewport().toCanvas(400, 300));
        take("ReLU");
        assertApart(7, 0);
    }

    @ParameterizedTest
    @MethodSource("views")
    void pastingAndDuplicating(View view) {
        show(view);
        session.select(Selection.ofBlocks(List.of("conv", "joined")));
        canvas.pasting().copy();
        canvas.pasting().paste();
        canvas.pasting().paste();
        session.select(Selection.of("relu"));
        canvas.pasting().duplicate();
        assertApart(11, 0);
    }

    @ParameterizedTest
    @MethodSource("views")
    void draggingFromThePalette(View view) {
        show(view);
        canvas.dragNew().drop("Linear", Pointer.at(canvas.viewport(), 400, 300));
        canvas.dragNew().drop("Linear", Pointer.at(canvas.viewport(), 400, 300));
        assertApart(8, 0);
    }

    @ParameterizedTest
    @MethodSource("views")
    void notesAndTheBlocksAfterThem(View view) {
        show(view);
        canvas.remark(Kind.NOTE);
        canvas.remark(Kind.NOTE);
        session.select(Selection.NONE);
        canvas.insert("Conv2d");
        assertApart(7, 2);
    }
}
