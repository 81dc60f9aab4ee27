package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.app.canvas.InsertSearch.Offer;
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
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inserting by search, without a window. */
class InsertionTest {
    private static final Link WIRE = Link.of("image", "output", "relu", "input");
    private static final Document NET = Nets.net()
            .block("image", new Input(), 0, 0)
            .block("relu", new ReLU(), 272, 0)
            .chain("image", "relu")
            .document();

    private final Session session = new Session();
    private final CanvasViewModel canvas = new CanvasViewModel(
            session, new NewBlock(session, SourceDefaults.NONE), Background.onCurrentThread(), Clipboard.inMemory());
    private final Insertion insertion = canvas.insertion();

    @BeforeEach
    void open() {
        session.openNew(NET, "net");
        canvas.viewport().resize(800, 600);
    }

    private InsertSearch search() {
        return insertion.searchProperty().get().orElseThrow();
    }

    private List<String> found(String query) {
        return search().find(query).stream().map(offer -> offer.entry().type()).toList();
    }

    private String take(String query) {
        insertion.end(search().find(query).stream().findFirst());
        return session.selection().single().orElseThrow();
    }

    private Set<Link> links() {
        return session.document().graph().links();
    }

    @Test
    void onTheEmptyCanvasTheBlockGoesWhereTheSearchWas() {
        insertion.begin(LooseWire.NONE, new Position(400, 400));
        String id = take("conv2d");
        assertEquals(new Position(328, 360), session.document().position(id));
        assertEquals(Set.of(WIRE), links());
        assertEquals(Optional.empty(), insertion.searchProperty().get());
    }

    @Test
    void anythingCanBeFoundByWhatItDoes() {
        insertion.begin(LooseWire.NONE, Position.ORIGIN);
        assertTrue(found("").contains("Input"));
        assertEquals("Conv2d", found("Conv2d").get(0));
    }

    @Test
    void whatFitsTheWireComesFirstAndWhatCannotBeThereNotAtAll() {
        insertion.begin(LooseWire.at(PortEnd.output("image", "output"), Optional.empty()), Position.ORIGIN);
        List<Offer> offers = search().find("");
        long fitting = offers.stream().takeWhile(Offer::fits).count();
        assertTrue(fitting > 0 && fitting < offers.size());
        assertFalse(offers.stream().skip(fitting).anyMatch(Offer::fits));
        assertFalse(found("").contains("Input"));
        assertTrue(found("norm").indexOf("BatchNorm2d") < found("norm").indexOf("BatchNorm1d"));
    }

    @Test
    void anOfferSaysWhatItWouldMake() {
        insertion.begin(LooseWire.at(PortEnd.output("image", "output"), Optional.empty()), Position.ORIGIN);
        assertEquals("→ N × 784", search().find("flatten").get(0).about());
    }

    @Test
    void aPulledWireLeadsIntoTheNewBlockInOneStep() {
        insertion.begin(LooseWire.at(PortEnd.output("relu", "output"), Optional.empty()), new Position(600, 40));
        String id = take("Conv2d");
        assertEquals(Set.of(WIRE, Link.of("relu", "output", id, "input")), links());
        assertEquals(new Position(600, 0), session.document().position(id));
        session.undo();
        assertEquals(NET, session.document());
    }

    @Test
    void aWirePulledFromAnInputLeadsOutOfTheNewBlock() {
        session.apply(new jimu.engine.graph.Edit.Disconnect(WIRE));
        insertion.begin(LooseWire.at(PortEnd.input("relu", "input"), Optional.empty()), new Position(200, 240));
        String id = take("Input");
        assertEquals(Set.of(Link.of(id, "output", "relu", "input")), links());
    }

    @Test
    void theEndOfAWireLetGoInTheVoidMovesToTheNewBlock() {
        insertion.begin(LooseWire.at(PortEnd.output("image", "output"), Optional.of(WIRE)), new Position(300, 300));
        String id = take("Flatten");
        assertEquals(Set.of(Link.of("image", "output", id, "input")), links());
    }

    @Test
    void withinASelectedWireTheBlockIsSplicedInAndRoomIsMade() {
        session.select(Selection.of(WIRE));
        canvas.searchToInsert();
        String id = take("Conv2d");
        assertEquals(Set.of(Link.of("image", "output", id, "input"), Link.of(id, "output", "relu", "input")), links());
        Document document = session.document();
        assertTrue(document.position(id).x() >= 152 + 24);
        assertTrue(document.position("relu").x() >= document.position(id).x() + 152 + 24);
        assertEquals(0, document.position(id).y());
        session.undo();
        assertEquals(NET, session.document());
    }

    @Test
    void behindASelectedBlockTheNewOneIsWiredToIt() {
        session.select(Selection.of("relu"));
        canvas.searchToInsert();
        String id = take("Conv2d");
        assertTrue(links().contains(Link.of("relu", "output", id, "input")));
        assertEquals(new Position(544, 0), session.document().position(id));
    }

    @Test
    void aWholeChainStaysInViewWhileItIsBuilt() {
        session.select(Selection.of("relu"));
        for (int i = 0; i < 5; i++) {
            canvas.searchToInsert();
            String id = take("relu");
            assertTrue(canvas.viewport().window().holds(canvas.places().box(id)), id);
        }
    }

    @Test
    void nothingIsInsertedWithoutAnAnswer() {
        canvas.searchToInsert();
        insertion.end(Optional.empty());
        assertEquals(NET, session.document());
    }
}
