package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.session.CurrentRun;
import jimu.app.session.LiveWeights;
import jimu.app.session.Session;
import jimu.app.session.Toys;
import jimu.engine.graph.Link;
import org.junit.jupiter.api.Test;

class WireWeightsTest {
    private final Session session = new Session();
    private final CurrentRun run = new CurrentRun(session, new HandPump());
    private final LiveWeights live = new LiveWeights(session, run, Background.onCurrentThread(), () -> 0);
    private final WireWeights weights = new WireWeights(session);

    @Test
    void onlyWiresIntoLinearBlocksHaveWeightsAndTheStrongestIsOne() {
        session.openNew(Toys.open("moons"), "moons");
        weights.follow(live);
        assertEquals(Map.of(), weights.weightsProperty().get(), "hidden at first");
        weights.toggle();
        Map<Link, WireWeight> shown = weights.weightsProperty().get();
        assertEquals(
                new TreeSet<>(java.util.List.of("fc1", "fc2")),
                shown.keySet().stream()
                        .map(link -> session.document()
                                .graph()
                                .require(link.to().block())
                                .name())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(
                1,
                shown.values().stream().mapToDouble(WireWeight::strength).max().orElseThrow());
        assertTrue(shown.values().stream().allMatch(one -> one.strength() > 0));
        weights.toggle();
        assertEquals(Map.of(), weights.weightsProperty().get());
    }

    @Test
    void largeBlocksHaveNone() {
        session.openNew(Toys.open("lenet-mnist"), "lenet");
        weights.follow(live);
        weights.toggle();
        assertEquals(Map.of(), weights.weightsProperty().get());
    }
}
