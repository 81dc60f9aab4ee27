package jimu.engine.layer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.layer.core.Input;
import jimu.engine.op.Reduction;
import org.junit.jupiter.api.Test;

class TripletMarginLossTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        Input vectors = Net.input(3);
        return Stream.of(
                LayerExample.of(new TripletMarginLoss(), 4, vectors, vectors, vectors),
                LayerExample.of(
                        new TripletMarginLoss(0.5, 3, 1e-6, true, Reduction.SUM),
                        4,
                        Net.input(2, 3),
                        Net.input(2, 3),
                        Net.input(2, 3)));
    }

    @Test
    void itNeedsNoTarget() {
        assertEquals(
                "scalar",
                new Net()
                        .add("a", Net.input(3))
                        .add("p", Net.input(3))
                        .add("n", Net.input(3))
                        .add("loss", new TripletMarginLoss(), "a", "p", "n")
                        .type("loss"));
    }

    @Test
    void allThreeArePredictionsOfTheModel() {
        Net net = new Net()
                .add("a", Net.input(3))
                .add("p", Net.input(3))
                .add("n", Net.input(3))
                .add("loss", new TripletMarginLoss(), "a", "p", "n");
        assertEquals(
                List.of("a", "p", "n"),
                net.infer().outputs().stream().map(output -> output.path()).toList());
    }
}
