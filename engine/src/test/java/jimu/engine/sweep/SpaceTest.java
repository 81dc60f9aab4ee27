package jimu.engine.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import jimu.engine.graph.Document;
import jimu.engine.train.Points;
import org.junit.jupiter.api.Test;

class SpaceTest {
    private static final Document POINTS = Points.document(3, 5);

    private static Map<String, Values> knobs(String... namesAndValues) throws SweepException {
        Map<String, Values> knobs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            knobs.put(namesAndValues[i], ValuesText.parse(namesAndValues[i], namesAndValues[i + 1]));
        }
        return knobs;
    }

    private static Space grid(String... namesAndValues) throws SweepException {
        return Space.of(POINTS, SweepPlan.grid(knobs(namesAndValues)));
    }

    private static Space random(int count, long seed, String... namesAndValues) throws SweepException {
        return Space.of(POINTS, SweepPlan.random(knobs(namesAndValues), count, seed));
    }

    private static List<Map<String, Object>> all(Space space) {
        return IntStream.rangeClosed(1, space.size()).mapToObj(space::values).toList();
    }

    private static List<Object> column(Space space, String name) {
        return all(space).stream()
                .map(values -> Objects.requireNonNull(values.get(name)))
                .toList();
    }

    @Test
    void aGridIsAllCombinationsTheLastKnobChangingFirst() throws SweepException {
        assertEquals(
                List.of(
                        Map.of("fc1.out_features", 4L, "optimizer.lr", 0.1),
                        Map.of("fc1.out_features", 4L, "optimizer.lr", 1.0),
                        Map.of("fc1.out_features", 8L, "optimizer.lr", 0.1),
                        Map.of("fc1.out_features", 8L, "optimizer.lr", 1.0)),
                all(grid("fc1.out_features", "4,8", "lr", "0.1,1")));
    }

    @Test
    void rangesGiveNumbersThatAPersonWouldWrite() throws SweepException {
        assertEquals(
                List.of(1e-4, 5.623e-4, 3.162e-3, 0.01778, 0.1),
                column(grid("lr", "log:1e-4..1e-1:5"), "optimizer.lr"));
        assertEquals(List.of(0.0, 0.1, 0.2, 0.3), column(grid("drop.p", "0..0.3:0.1"), "drop.p"));
        assertEquals(List.of(4L, 8L, 12L), column(grid("fc1.out_features", "4..15:4"), "fc1.out_features"));
        assertEquals(List.of(4L, 5L, 6L), column(grid("fc1.out_features", "4..6"), "fc1.out_features"));
        assertEquals(List.of(1L, 2L, 3L, 4L), column(grid("fc1.out_features", "log:1..4:9"), "fc1.out_features"));
    }

    @Test
    void aVariantIsTheDocumentWithItsValues() throws SweepException {
        Variant variant = grid("fc1.out_features", "4,16", "epochs", "7").variant(2);
        assertEquals(Optional.empty(), variant.obstacle());
        assertEquals(7, variant.document().training().epochs());
        assertEquals(4 * 16 + 16 + 16 * 2 + 2, variant.totals().parameters());
        assertEquals(4 * 16 + 16 * 2, variant.totals().multiplyAdds());
    }

    @Test
    void anImpossibleVariantSaysWhyInASentence() throws SweepException {
        Space space = grid("fc2.in_features", "8,9");
        assertEquals(Optional.empty(), space.variant(1).obstacle());
        String sentence = space.variant(2).obstacle().orElseThrow();
        assertTrue(sentence.contains("fc2") && sentence.contains("9"), sentence);
    }

    @Test
    void whatIsChosenComesBeforeItsParametersAndMayNotHaveThem() throws SweepException {
        Space space = grid("optimizer.momentum", "0.9", "optimizer", "SGD,Adam");
        assertEquals(
                0.9,
                space.variant(1).document().training().optimizer().arguments().get("momentum"));
        String sentence = space.variant(2).obstacle().orElseThrow();
        assertTrue(sentence.contains("Adam") && sentence.contains("momentum"), sentence);
    }

    @Test
    void aRandomSearchGivesTheSameAgainAndNoneTwice() throws SweepException {
        String[] knobs = {"lr", "log:1e-4..1e-1", "fc1.out_features", "2..32", "optimizer", "SGD,Adam"};
        List<Map<String, Object>> once = all(random(50, 7, knobs));
        assertEquals(50, new HashSet<>(once).size());
        assertEquals(once, all(random(50, 7, knobs)));
        assertNotEquals(once, all(random(50, 8, knobs)));
        assertEquals(once.subList(0, 20), all(random(20, 7, knobs)));
        Space space = random(50, 7, knobs);
        List<Object> rates = column(space, "optimizer.lr");
        assertTrue(rates.stream().allMatch(rate -> (double) rate >= 1e-4 && (double) rate <= 0.1));
        List<Object> sizes = column(space, "fc1.out_features");
        assertTrue(sizes.stream().allMatch(size -> (long) size >= 2 && (long) size <= 32));
        long low = rates.stream().filter(rate -> (double) rate < 3.2e-3).count();
        assertTrue(low >= 15 && low <= 35, "half of a logarithmic range lies below its middle: " + low);
    }

    @Test
    void drawsOfAKnobDoNotDependOnTheOthers() throws SweepException {
        assertEquals(
                column(random(10, 3, "lr", "0..1"), "optimizer.lr"),
                column(random(10, 3, "seed", "1..1000000", "lr", "0..1"), "optimizer.lr"));
    }

    @Test
    void aSmallSpaceIsDrawnWhole() throws SweepException {
        Space space = random(100, 1, "fc1.out_features", "1..3", "optimizer", "SGD,Adam");
        assertEquals(6, space.size());
        assertEquals(6, new HashSet<>(all(space)).size());
    }

    @Test
    void theLimitOfRunsCutsBoth() throws SweepException {
        Limits three = new Limits(OptionalInt.of(3), Optional.empty());
        assertEquals(
                3,
                Space.of(
                                POINTS,
                                SweepPlan.grid(knobs("seed", "1..100000", "epochs", "1..100000"))
                                        .withLimits(three))
                        .size());
        assertEquals(
                3,
                Space.of(POINTS, SweepPlan.random(knobs("lr", "0..1"), 100, 1).withLimits(three))
                        .size());
    }

    @Test
    void whatCannotBeTriedIsRefusedInASentence() {
        assertEquals(
                "fc1.out_features cannot be 2.5: Linear: out_features must be a whole number, but is 2.5.",
                sentence("fc1.out_features", "2.5"));
        assertEquals("optimizer.lr is named twice.", sentence("lr", "1", "optimizer.lr", "2"));
        assertTrue(sentence("lr", "0..1").startsWith("A grid needs single values of optimizer.lr"));
        assertTrue(sentence("optimizer", "1..2").startsWith("optimizer takes no single numbers"));
        assertTrue(sentence("seed", "1..1000", "epochs", "1..1000").startsWith("That would be 1000000 runs"));
        assertEquals("A sweep needs at least one parameter to vary.", sentence());
        assertTrue(sentence("optimizer", "SGD,Bdam").startsWith("optimizer cannot be Bdam: "));
    }

    private static String sentence(String... namesAndValues) {
        return String.valueOf(
                assertThrows(SweepException.class, () -> grid(namesAndValues)).getMessage());
    }
}
