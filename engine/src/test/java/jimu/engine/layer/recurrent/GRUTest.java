package jimu.engine.layer.recurrent;

import static jimu.engine.layer.recurrent.RNNTest.sequence;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;
import org.junit.jupiter.api.Test;

class GRUTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(gru(Map.of("hidden_size", 3)), 2, sequence(4, 3)),
                LayerExample.of(
                        gru(Map.of("hidden_size", 2, "num_layers", 2, "bidirectional", true)),
                        3,
                        sequence(3, 2),
                        sequence(4, 2)),
                LayerExample.of(gru(Map.of("hidden_size", 3, "batch_first", true, "bias", false)), 2, Net.input(4, 2)));
    }

    @Test
    void itHasThreeGates() {
        Net net = new Net().add("x", sequence(5, 10)).then("gru", gru(Map.of("hidden_size", 20)));
        assertEquals(
                3 * 20 * (10 + 20 + 2), net.infer().known("gru").orElseThrow().trainable());
        assertEquals(
                5 * 3 * 20 * (10 + 20), net.infer().known("gru").orElseThrow().multiplyAdds());
    }

    private static GRU gru(Map<String, ?> values) {
        try {
            return (GRU) LayerCatalog.find("GRU").orElseThrow().create(values);
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
