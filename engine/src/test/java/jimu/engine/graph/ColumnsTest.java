package jimu.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.layer.activation.ReLU;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static final Graph CHAIN = Graph.of(
            Stream.of("a", "b", "c", "alone")
                    .map(id -> Block.of(id, id, new Content.Of(new ReLU())))
                    .toList(),
            List.of(Link.of("a", "output", "b", "input"), Link.of("b", "output", "c", "input")));

    @Test
    void withoutAnyPlaceBlocksStandInColumnsBehindWhatTheyRead() {
        assertEquals(
                Map.of(
                        "a", new Position(0, 0),
                        "b", new Position(272, 0),
                        "c", new Position(544, 0),
                        "alone", new Position(0, 120)),
                Columns.complete(CHAIN, Map.of()));
    }

    @Test
    void aMissingPlaceIsBesideANeighbourWhereNothingStands() {
        Map<String, Position> given =
                Map.of("a", new Position(-400, 8), "c", new Position(-180, 8), "gone", new Position(0, 0));
        assertEquals(
                Map.of(
                        "a", new Position(-400, 8),
                        "b", new Position(-128, 128),
                        "c", new Position(-180, 8),
                        "alone", new Position(-400, 248)),
                Columns.complete(CHAIN, given));
    }

    @Test
    void aBlockThatOnlyIsReadStandsBeforeItsReader() {
        Map<String, Position> given =
                Map.of("b", new Position(0, 0), "c", new Position(272, 0), "alone", new Position(0, 400));
        assertEquals(new Position(-272, 0), Columns.complete(CHAIN, given).get("a"));
    }

    @Test
    void aDocumentWithAllPlacesKeepsThem() {
        Document document = Document.EMPTY.withGraph(CHAIN).placed();
        assertEquals(document, document.placed());
    }
}
