package jimu.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.graph.Document;
import jimu.engine.infer.ShapeInference;
import org.junit.jupiter.api.Test;

class LargeNetworkTest {
    @Test
    void hasAThousandBlocksAndNothingWrong() {
        Document whole = LargeNetwork.whole();
        assertEquals(1010, whole.graph().blocks().size());
        assertEquals(1213, whole.graph().links().size());
        assertEquals(List.of(), ShapeInference.infer(whole).findings());
        assertEquals(100, LargeNetwork.hundred().graph().blocks().size());
    }
}
