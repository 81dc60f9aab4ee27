package jimu.engine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jimu.engine.runtime.Backends;
import jimu.engine.runtime.KernelSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchNetworkTest {
    /** The numbers of parameters that PyTorch counts in the same networks. */
    @Test
    void networksHaveThePeersParameters() {
        Map<String, Long> found = BenchNetwork.all().stream()
                .collect(Collectors.toMap(
                        BenchNetwork::name,
                        network -> network.net().infer().totals().parameters()));
        assertEquals(
                Map.of(
                        "mlp_tiny", 769L,
                        "mlp_784", 235_146L,
                        "lenet", 61_706L,
                        "vgg32", 1_117_354L,
                        "alexnet", 58_322_314L,
                        "rnn", 13_509L,
                        "lstm", 53_061L,
                        "gru", 39_877L),
                found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp_tiny", "mlp_784", "lenet", "lstm"})
    void theLossOnTheFixedBatchFalls(String name) {
        for (List<KernelSet> sets : List.of(Backends.all(), Backends.portable())) {
            try (Jimu jimu = new Jimu(BenchNetwork.named(name), sets)) {
                jimu.step();
                double first = jimu.loss();
                for (int i = 0; i < 40; i++) {
                    jimu.step();
                }
                assertTrue(jimu.loss() < 0.98 * first, name + ": " + jimu.loss() + " after " + first);
            }
        }
    }
}
