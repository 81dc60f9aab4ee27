package jimu.engine.layer.recurrent;

import static jimu.engine.layer.recurrent.RNNTest.sequence;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;
import org.junit.jupiter.api.Test;

class LSTMTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(lstm(Map.of("hidden_size", 3)), 2, sequence(4, 3)),
                LayerExample.of(
                        lstm(Map.of("hidden_size", 2, "num_layers", 2, "bidirectional", true)),
                        3,
                        sequence(3, 2),
                        sequence(4, 2),
                        sequence(4, 2)),
                LayerExample.of(lstm(Map.of("hidden_size", 3, "batch_first", true, "bias", false)), 2, Net.input(4, 2)),
                LayerExample.of(lstm(Map.of("hidden_size", 3, "num_layers", 2, "dropout", 0.4)), 2, sequence(3, 2)),
                LayerExample.of(lstm(Map.of("hidden_size", 3)), 4, Net.input(2)));
    }

    @Test
    void theTutorialsCase() {
        Known known = known(new Net()
                .add("x", sequence(5, 10))
                .add("h", sequence(2, 20))
                .add("c", sequence(2, 20))
                .add("lstm", lstm(Map.of("hidden_size", 20, "num_layers", 2)), "x", "h", "c"));
        assertEquals(
                "{output=5 × N × 20, h_n=2 × N × 20, c_n=2 × N × 20}",
                known.outputs().toString());
        assertEquals(4 * 20 * (10 + 20 + 2) + 4 * 20 * (20 + 20 + 2), known.trainable());
    }

    @Test
    void multiplyAddsCountAllGatesDirectionsAndLayers() {
        Known known = known(new Net()
                .add("x", sequence(5, 10))
                .then("lstm", lstm(Map.of("hidden_size", 20, "num_layers", 2, "bidirectional", true))));
        assertEquals(5 * 2 * 4 * 20 * (10 + 20) + 5 * 2 * 4 * 20 * (40 + 20), known.multiplyAdds());
    }

    @Test
    void oneStateAloneIsRefused() {
        assertEquals(
                List.of(
                        "LSTM \"lstm\" needs both h_0 and c_0, or neither and gets one of them. Connect the other one too, or"
                                + " disconnect this one."),
                new Net()
                        .add("x", sequence(5, 10))
                        .add("h", sequence(1, 64))
                        .add("lstm", new LSTM(), "x", "h")
                        .problems());
    }

    private static Known known(Net net) {
        return net.infer().known("lstm").orElseThrow(() -> new IllegalArgumentException("" + net.problems()));
    }

    private static LSTM lstm(Map<String, ?> values) {
        try {
            return (LSTM) LayerCatalog.find("LSTM").orElseThrow().create(values);
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
