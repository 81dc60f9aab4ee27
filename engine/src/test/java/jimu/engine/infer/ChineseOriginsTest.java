package jimu.engine.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jimu.engine.Net;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.shape.TensorShape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChineseOriginsTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakChinese() {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void whenceASizeComes() {
        Net net = new Net()
                .add("x", Net.input(1, 28, 28))
                .then("conv", Net.layer("Conv2d", Map.of()))
                .then("flat", Net.layer("Flatten", Map.of()));
        Causes causes = Causes.of(net.infer());
        assertEquals(
                Optional.of("10816 = 16 × 26 × 26，来自 Flatten \"flat\"；"
                        + "26 = ⌊(28 + 2·0 − 3) / 1⌋ + 1，因为 Conv2d \"conv\" 的 padding = 0。"),
                causes.sentence(new Endpoint("flat", "output"), 1));
        assertEquals(
                List.of("N = 一批的样本数，来自 Input \"x\"", "1 = 字段“x”的大小，来自 Input \"x\""),
                causes.at(new Endpoint("x", "output")).stream()
                        .limit(2)
                        .map(Cause::sentence)
                        .toList());
    }

    @Test
    void aSingleNumber() {
        assertEquals("标量", TensorShape.SCALAR.toString());
    }
}
