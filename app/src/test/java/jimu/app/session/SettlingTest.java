package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private static final Block ADDED = Block.of("new", "new", new Content.Of(new ReLU()));

    private static Edit added(Link... links) {
        return new Edit.AddBlocks(List.of(ADDED), List.of(links), Map.of());
    }

    private static Position settled(Document document, Edit edit) {
        return Settling.of(document, edit).apply(document).position("new");
    }

    @Test
    void aBlockBetweenTwoLiesBetweenThemWhereThereIsRoom() {
        Document document = Nets.net()
                .block("a", new Linear(), 0, 96)
                .block("b", new Linear(), 600, 96)
                .document();
        assertEquals(
                new Position(272, 96),
                settled(
                        document,
                        added(Link.of("a", "output", "new", "input"), Link.of("new", "output", "b", "input"))));
    }

    @Test
    void whereThereIsNoneTheBlocksBehindMakeIt() {
        Document document = Nets.net()
                .block("a", new Linear(), 0, 96)
                .block("b", new Linear(), 200, 96)
                .block("c", new Linear(), 400, 96)
                .document();
        Document after = Settling.of(
                        document, added(Link.of("a", "output", "new", "input"), Link.of("new", "output", "b", "input")))
                .apply(document);
        Map<String, Position> places = after.layout();
        assertEquals(
                Map.of(
                        "a", new Position(0, 96),
                        "new", new Position(272, 96),
                        "b", new Position(544, 96),
                        "c", new Position(744, 96)),
                places);
    }

    @Test
    void aBlockThatFeedsAnotherLiesBeforeItOnFreeGround() {
        Document document = Nets.net()
                .block("a", new Linear(), 0, 96)
                .block("b", new Linear(), 400, 96)
                .document();
        assertEquals(new Position(168, 144), settled(document, added(Link.of("new", "output", "b", "input"))));
        Document full = Nets.net()
                .block("a", new Linear(), 128, 144)
                .block("b", new Linear(), 400, 96)
                .document();
        assertEquals(new Position(128, 24), settled(full, added(Link.of("new", "output", "b", "input"))));
    }

    @Test
    void anEditThatAddsNothingStaysAsItIs() {
        Document document = Nets.net().block("a", new Linear(), 0, 96).document();
        Edit edit = new Edit.SetParameter("a", "out_features", 3L);
        assertEquals(edit, Settling.of(document, edit));
    }
}
