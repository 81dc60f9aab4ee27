package jimu.engine.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.graph.Expansion;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.loss.CrossEntropyLoss;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private static final ReLU RELU = new ReLU();

    @Test
    void eachLayerFollowsWhatItReads() {
        assertEquals(
                List.of("x", "a", "b", "c"),
                of(new Net()
                                .add("c", RELU)
                                .add("b", RELU)
                                .add("a", RELU)
                                .add("x", Net.input(4))
                                .link("x", "a", "input")
                                .link("a", "b", "input")
                                .link("b", "c", "input"))
                        .order());
    }

    @Test
    void aBranchComesAsAWholeBeforeTheNext() {
        assertEquals(
                List.of("x", "a1", "a2", "b1", "b2", "join"),
                of(new Net()
                                .add("x", Net.input(4))
                                .add("a1", RELU, "x")
                                .add("b1", RELU, "x")
                                .add("a2", RELU, "a1")
                                .add("b2", RELU, "b1")
                                .add("join", new CrossEntropyLoss(), "a2", "b2"))
                        .order());
    }

    @Test
    void cyclesAndWhatIsBehindThemComeLast() {
        Topology topology = of(new Net()
                .add("a", RELU)
                .add("b", RELU, "a")
                .add("behind", RELU, "b")
                .link("b", "a", "input")
                .add("x", Net.input(4))
                .add("free", RELU, "x"));
        assertEquals(List.of("x", "free", "a", "b", "behind"), topology.order());
        assertEquals(Map.of("a", List.of("a", "b", "a"), "b", List.of("b", "a", "b")), topology.cycles());
    }

    @Test
    void aLayerMayReadItself() {
        assertEquals(
                Map.of("a", List.of("a", "a")),
                of(new Net().add("a", RELU).link("a", "a", "input")).cycles());
    }

    @Test
    void theShortestWayRoundIsTold() {
        Topology topology = of(new Net()
                .add("a", RELU)
                .add("b", RELU, "a")
                .add("c", RELU, "b")
                .link("c", "a", "input")
                .link("b", "a", "input"));
        assertEquals(List.of("a", "b", "a"), topology.cycle("a"));
        assertEquals(List.of("c", "a", "b", "c"), topology.cycle("c"));
    }

    private static Topology of(Net net) {
        return Topology.of(Expansion.of(net.document()));
    }
}
