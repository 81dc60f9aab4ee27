package jimu.engine.layer.norm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Size;
import org.junit.jupiter.api.Test;

class InstanceNorm2dTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new InstanceNorm2d(), 2, Net.input(2, 3, 2)),
                LayerExample.of(new InstanceNorm2d(Size.of(3), 1e-3, 0.1, true, false), 2, Net.input(3, 2, 2)),
                LayerExample.of(new InstanceNorm2d(Size.AUTO, 1e-5, 0.3, true, true), 3, Net.input(2, 2, 3)),
                LayerExample.of(new InstanceNorm2d(Size.AUTO, 0.1, 1, false, true), 2, Net.input(2, 2, 2)));
    }

    @Test
    void byDefaultItHoldsNothing() {
        Known known = known(new InstanceNorm2d());
        assertEquals("N × 4 × 8 × 8", known.output().toString());
        assertEquals(List.of(), known.parameters());
        assertEquals(4L * 8 * 8, known.multiplyAdds());
    }

    @Test
    void runningStatisticsAreBuffers() {
        assertEquals(
                "[weight 4 PARAMETER, bias 4 PARAMETER, running_mean 4 BUFFER, running_var 4 BUFFER]",
                known(new InstanceNorm2d(Size.AUTO, 1e-5, 0.1, true, true)).parameters().stream()
                        .map(spec -> spec.name() + " " + spec.shape() + " " + spec.kind())
                        .toList()
                        .toString());
    }

    @Test
    void aSingleNumberCannotBeNormalised() {
        assertEquals(
                List.of("InstanceNorm2d \"norm\" needs channels of more than one number and gets N × 4 × 1 × 1."
                        + " It comes from Input \"x\" (field x, shape [4, 1, 1]): N × 4 × 1 × 1."
                        + " Take it out, or pool less before it."),
                new Net()
                        .add("x", Net.input(4, 1, 1))
                        .add("norm", new InstanceNorm2d(), "x")
                        .problems());
    }

    private static Known known(InstanceNorm2d norm) {
        return new Net()
                .add("x", Net.input(4, 8, 8))
                .add("norm", norm, "x")
                .infer()
                .known("norm")
                .orElseThrow();
    }
}
