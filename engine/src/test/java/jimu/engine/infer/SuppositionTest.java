package jimu.engine.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jimu.engine.Net;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import org.junit.jupiter.api.Test;

class SuppositionTest {
    private static final Inference LOOSE = new Net()
            .add("x", Net.input(1, 28, 28))
            .then("flat", new Flatten())
            .add("conv", new Conv2d())
            .infer();

    @Test
    void aLayerThatWouldFitHasTheStateThatTheWholeNetworkGivesIt() {
        Inference wired = new Net()
                .add("x", Net.input(1, 28, 28))
                .then("flat", new Flatten())
                .add("conv", new Conv2d(), "x")
                .infer();
        assertEquals(new Supposition(Objects.requireNonNull(wired.states().get("conv")), List.of()), suppose("x"));
    }

    @Test
    void aLayerThatWouldNotFitHasTheFindingsOfTheWholeNetwork() {
        Inference wired = new Net()
                .add("x", Net.input(1, 28, 28))
                .then("flat", new Flatten())
                .add("conv", new Conv2d(), "flat")
                .infer();
        List<Finding> findings = wired.findings().stream()
                .filter(finding -> finding.path().equals("conv"))
                .toList();
        assertEquals(new Supposition(Objects.requireNonNull(wired.states().get("conv")), findings), suppose("flat"));
        assertEquals(1, findings.size());
    }

    private static Supposition suppose(String from) {
        FlatBlock conv = LOOSE.graph().require("conv");
        Map<String, List<Endpoint>> inputs = Map.of("input", List.of(new Endpoint(from, "output")));
        return ShapeInference.suppose(
                LOOSE, new FlatBlock("conv", conv.blocks(), conv.layer(), inputs, conv.sharesWeightsOf()));
    }
}
