package jimu.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.Net;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.Inference;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.merge.Add;
import org.junit.jupiter.api.Test;

class ChainOrderTest {
    @Test
    void aBranchIsWrittenToItsEndBeforeTheNextBegins() {
        Inference inference = new Net()
                .add("x", new Input())
                .add("left1", new ReLU(), "x")
                .add("right1", new ReLU(), "x")
                .add("left2", new ReLU(), "left1")
                .add("right2", new ReLU(), "right1")
                .add("sum", new Add(), "left2", "right2")
                .add("end", new ReLU(), "sum")
                .infer();
        assertEquals(List.of("x", "left1", "left2", "right1", "right2", "sum", "end"), order(inference));
    }

    @Test
    void aBlockThatReadsTheSameTwiceComesOnce() {
        Inference inference = new Net()
                .add("x", new Input())
                .add("twice", new Add(), "x", "x")
                .add("end", new ReLU(), "twice")
                .infer();
        assertEquals(List.of("x", "twice", "end"), order(inference));
    }

    @Test
    void thousandsOfBlocksKeepTheOrderOfTheirChain() {
        Net net = new Net().add("b0", new Input());
        List<String> chain = new ArrayList<>(List.of("b0"));
        for (int i = 1; i < 3000; i++) {
            net = net.add("b" + i, new ReLU(), "b" + (i - 1));
            chain.add("b" + i);
        }
        assertEquals(chain, order(net.infer()));
    }

    private static List<String> order(Inference inference) {
        return ChainOrder.of(inference.order().stream()
                        .map(inference.graph()::require)
                        .toList())
                .stream()
                .map(FlatBlock::path)
                .toList();
    }
}
