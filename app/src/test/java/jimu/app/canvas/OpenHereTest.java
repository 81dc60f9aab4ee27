package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jimu.app.fx.Background;
import jimu.app.session.Groups;
import jimu.app.session.Nets;
import jimu.app.session.NewBlock;
import jimu.app.session.Scope;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.session.SourceDefaults;
import jimu.app.session.WirePath;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.merge.Add;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenHereTest {
    /** A chain, the middle of which is a group in a group. */
    private static final Document NET = new Edit.Sequence(List.of(
                    new Edit.MakeGroup(Set.of("b", "c"), "inner", "i"),
                    new Edit.MakeGroup(Set.of("i", "d"), "outer", "o")))
            .apply(Nets.net()
                    .block("a", new ReLU())
                    .block("b", new ReLU())
                    .block("c", new ReLU())
                    .block("d", new ReLU())
                    .block("e", new ReLU())
                    .chain("a", "b", "c", "d", "e")
                    .document());

    /** A group in a row with a label below it whose wire leads on behind the group, as in many a model. */
    private static final Document BRANCHED = new Edit.MakeGroup(Set.of("b", "c"), "pair", "g")
            .apply(Nets.net()
                    .block("a", new ReLU(), 0, 0)
                    .block("b", new ReLU(), 240, 0)
                    .block("c", new ReLU(), 480, 0)
                    .block("sum", new Add(), 760, 0)
                    .block("label", new ReLU(), 240, 100)
                    .chain("a", "b", "c")
                    .chain("c", "sum")
                    .wire("label", "sum", "input2")
                    .document());

    private final Session session = new Session();
    private final CanvasViewModel canvas = new CanvasViewModel(
            session, new NewBlock(session, SourceDefaults.NONE), Background.onCurrentThread(), Clipboard.inMemory());
    private final OpenHere here = canvas.openHere();

    @BeforeEach
    void open() {
        session.openNew(NET, "net");
        canvas.viewport().resize(4000, 2000);
        canvas.fit();
        here.open("o");
    }

    private Surroundings around() {
        return here.surroundingsProperty().get();
    }

    private Level level(int index) {
        return around().levels().get(index);
    }

    private List<String> seen(int level) {
        return level(level).blocks().stream().map(Block::id).toList();
    }

    /** Where a block around the group lies among the places inside it. */
    private Position place(int level, String block) {
        Position place = level(level).document().position(block);
        Position at = level(level).at();
        return new Position(place.x() + at.x(), place.y() + at.y());
    }

    private void press(Position place) {
        Position window = canvas.viewport().toWindow(place);
        canvas.press(Pointer.at(canvas.viewport(), window.x(), window.y()), new Spot.OnCanvas(), Reach.ONLY);
        canvas.release(Pointer.at(canvas.viewport(), window.x(), window.y()));
    }

    private static Position within(Position corner) {
        return new Position(corner.x() + 10, corner.y() + 10);
    }

    @Test
    void oneStandsInTheGroupAndStillSeesWhatLiesAround() {
        assertEquals(new Scope(List.of("o"), List.of(0)), session.scope());
        assertEquals(List.of("a", "e"), seen(0));
        assertFalse(canvas.unfittedProperty().get());
    }

    @Test
    void theFrameBeginsWhereTheBlockWasAndTheOthersMakeRoom() {
        Box hole = level(0).hole();
        assertEquals(NET.position("o").x(), hole.left());
        assertEquals(NET.position("a"), level(0).document().position("a"));
        assertTrue(level(0).document().position("e").x() > hole.right());
        assertTrue(around().frame()
                .holds(Box.around(session.document(), session.document().graph().blocks())));
    }

    @Test
    void whatIsSeenStaysWhereItWasInTheWindow() {
        here.close();
        Position before = canvas.viewport().toWindow(session.document().position("a"));
        here.open("o");
        assertEquals(before, canvas.viewport().toWindow(place(0, "a")));
        here.close();
        assertEquals(before, canvas.viewport().toWindow(session.document().position("a")));
    }

    @Test
    void aFrameThatIsLargerThanTheWindowIsShownWhole() {
        here.close();
        canvas.viewport().resize(500, 300);
        Viewport.Look before = canvas.viewport().look();
        here.open("o");
        assertTrue(canvas.viewport().window().holds(around().frame()));
        here.close();
        assertEquals(before, canvas.viewport().look());
    }

    @Test
    void leavingLooksWhereOneLookedBeforeAndAPressAtWhatIsSeenAroundLetsItStay() {
        here.close();
        canvas.viewport().resize(700, 400);
        canvas.viewport().centreOn(session.document().position("e"));
        Viewport.Look before = canvas.viewport().look();
        here.open("o");
        here.open("i");
        assertNotEquals(before, canvas.viewport().look());
        session.stand(Scope.ROOT);
        assertEquals(before, canvas.viewport().look());
        here.open("o");
        canvas.viewport().panBy(30, 0);
        here.close();
        assertEquals(before, canvas.viewport().look());
        here.open("o");
        canvas.viewport().panBy(30, 0);
        Position seen = canvas.viewport().toWindow(place(0, "a"));
        press(within(place(0, "a")));
        assertEquals(seen, canvas.viewport().toWindow(session.document().position("a")));
    }

    @Test
    void anEditInsideIsOneOfTheDefinitionAndTheFrameGrows() {
        double right = around().frame().right();
        session.apply(new Edit.Move(Map.of("d", new Position(right + 400, 0))));
        assertEquals(
                new Position(right + 400, 0),
                session.whole().requireDefinition("outer").layout().get("d"));
        assertTrue(around().frame().right() > right + 400);
        assertTrue(level(0).document().position("e").x() > level(0).hole().right());
    }

    @Test
    void aPressOnWhatLiesAroundClosesTheGroupAndSelectsThat() {
        press(within(place(0, "e")));
        assertEquals(Scope.ROOT, session.scope());
        assertEquals(Selection.of("e"), session.selection());
        assertEquals(Surroundings.NONE, around());
        assertEquals(NET, session.whole());
    }

    @Test
    void aPressInTheFrameStaysInside() {
        Box frame = around().frame();
        press(new Position(frame.left() + 2, frame.bottom() - 2));
        assertEquals(List.of("o"), session.scope().trail());
    }

    @Test
    void aGroupInItIsOpenedTooAndPressesReachEveryLevel() {
        here.open("i");
        assertEquals(List.of("o", "i"), session.scope().trail());
        assertEquals(List.of("a", "e"), seen(0));
        assertEquals(List.of("d"), seen(1));
        Box outer = Surroundings.frameOf(level(1));
        assertTrue(outer.holds(around().frame()));
        press(within(place(1, "d")));
        assertEquals(List.of("o"), session.scope().trail());
        assertEquals(Selection.of("d"), session.selection());
        assertEquals(1, around().levels().size());
        here.open("i");
        press(within(place(0, "a")));
        assertEquals(Scope.ROOT, session.scope());
        assertEquals(Selection.of("a"), session.selection());
    }

    @Test
    void escapeClosesWhereNothingIsSelected() {
        session.select(Selection.of("d"));
        canvas.escape();
        assertEquals(List.of("o"), session.scope().trail());
        canvas.escape();
        assertEquals(Selection.of("o"), session.selection());
        assertEquals(Scope.ROOT, session.scope());
    }

    @Test
    void steppingFurtherInShowsThatAlone() {
        new Groups(session).stepInto("i");
        assertEquals(Surroundings.NONE, around());
        assertTrue(canvas.unfittedProperty().get());
    }

    @Test
    void aLayerDroppedOutsideOfTheFrameGoesThere() {
        Position below = new Position(around().frame().left(), around().frame().bottom() + 300);
        Position window = canvas.viewport().toWindow(below);
        canvas.drop("Sigmoid", Pointer.at(canvas.viewport(), window.x(), window.y()));
        assertEquals(Scope.ROOT, session.scope());
        assertEquals(4, session.whole().graph().blocks().size());
    }

    @Test
    void portsStandOnTheEdgesOfTheFrame() {
        assertEquals(
                List.of("input", "output"),
                around().ports().stream().map(Surroundings.Mouth::name).toList());
        assertEquals(around().frame().left(), around().ports().get(0).place().x());
        assertEquals(around().frame().right(), around().ports().get(1).place().x());
        assertEquals(2, around().stubs().size());
    }

    @Test
    void undoingTheGroupClosesItToo() {
        session.openNew(
                Nets.net()
                        .block("a", new ReLU())
                        .block("b", new ReLU())
                        .chain("a", "b")
                        .document(),
                "net");
        session.apply(new Edit.MakeGroup(Set.of("a"), "one", "g"));
        here.open("g");
        session.undo();
        assertEquals(Scope.ROOT, session.scope());
        assertEquals(Surroundings.NONE, around());
    }

    @Test
    void theLinesFromItsPortsRunThroughNoBlock() {
        session.apply(new Edit.Move(Map.of("i", new Position(0, 0), "d", new Position(-400, 0))));
        assertEquals(2, around().stubs().size());
        for (WirePath stub : around().stubs()) {
            for (Block block : session.document().graph().blocks()) {
                assertFalse(crosses(stub, Box.of(session.document(), block).grown(-1)), block.name());
            }
        }
    }

    @Test
    void theWiresAroundRunThroughNoBlockAndNotBehindTheFrame() {
        session.openNew(BRANCHED, "net");
        here.open("g");
        Level level = level(0);
        assertEquals(3, level.courses().size());
        level.courses().forEach((wire, course) -> {
            for (Block block : level.document().graph().blocks()) {
                Box box = block.id().equals("g") ? level.hole() : Box.of(level.document(), block);
                assertFalse(crosses(course, box.grown(-1)), wire.from() + " → " + wire.to() + " through " + block.id());
            }
        });
    }

    private static boolean crosses(WirePath course, Box box) {
        List<Position> points = course.points(64);
        return IntStream.range(1, points.size()).anyMatch(i -> box.isCrossed(points.get(i - 1), points.get(i)));
    }
}
