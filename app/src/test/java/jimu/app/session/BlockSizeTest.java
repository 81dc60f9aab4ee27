package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.layer.Layer;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.recurrent.GRU;
import jimu.engine.layer.recurrent.LSTM;
import org.junit.jupiter.api.Test;

class BlockSizeTest {
    @Test
    void namesOfOutputsMakeABlockWiderAndPortsMakeItTaller() {
        assertEquals(BlockSize.USUAL, size(new ReLU()));
        assertEquals(new BlockSize(216, 84), size(new GRU()));
        assertEquals(new BlockSize(216, 104), size(new LSTM()));
    }

    @Test
    void portsStandAboutTheMiddle() {
        assertEquals(40, size(new ReLU()).portY(0, 1));
        assertEquals(32, size(new LSTM()).portY(0, 3));
        assertEquals(72, size(new LSTM()).portY(2, 3));
    }

    private static BlockSize size(Layer layer) {
        return BlockSize.of(Document.EMPTY, Block.of("b1", "block", new Content.Of(layer)));
    }
}
