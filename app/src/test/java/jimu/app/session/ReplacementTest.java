package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.Test;

class ReplacementTest {
    private static LayerSchema schema(String type) {
        return LayerCatalog.find(type).orElseThrow();
    }

    private static Document replaced(Document document, String id, String type) {
        Block block = document.graph().require(id);
        Layer layer = Replacement.layer(((Content.Of) block.content()).layer(), schema(type));
        return Replacement.of(document, block, layer).apply(document);
    }

    @Test
    void parametersOfTheSameNameAreKept() throws ParameterException {
        Layer conv = schema("Conv2d").create(java.util.Map.of("out_channels", 7L, "stride", 2L));
        Layer transposed = Replacement.layer(conv, schema("ConvTranspose2d"));
        assertEquals(7L, schema("ConvTranspose2d").values(transposed).get("out_channels"));
        assertEquals(2L, schema("ConvTranspose2d").values(transposed).get("stride"));
    }

    @Test
    void wiresAreKeptAndANameOfTheOldTypeFollows() {
        Document net = Nets.net()
                .block("image", new Input())
                .block("conv1", new Conv2d())
                .block("relu1", new ReLU())
                .chain("image", "conv1", "relu1")
                .document();
        Document after = replaced(net, "conv1", "MaxPool2d");
        assertEquals(net.graph().links(), after.graph().links());
        assertEquals("pool1", after.graph().require("conv1").name());
    }

    @Test
    void aNameOfOnesOwnStaysAndWiresWithoutAPortGo() {
        Document net = Nets.net()
                .block("image", new Input())
                .block("stem", new Conv2d())
                .chain("image", "stem")
                .document();
        assertEquals(
                "stem", replaced(net, "stem", "ReLU").graph().require("stem").name());
        assertEquals(Set.<Link>of(), replaced(net, "stem", "Input").graph().links());
    }
}
