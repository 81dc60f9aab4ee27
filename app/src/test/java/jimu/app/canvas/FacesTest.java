package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jimu.app.session.Nets;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;

class FacesTest {
    private static final Document NET = Nets.net()
            .block("image", new Input())
            .block("conv", new Conv2d())
            .block("relu", new ReLU())
            .block("flat", new Flatten())
            .block("fc", new Linear())
            .chain("image", "conv", "relu", "flat", "fc")
            .document();

    private static Faces faces(Document document) {
        return Faces.of(document, ShapeInference.infer(document));
    }

    private static BlockFace face(Document document, String block) {
        BlockFace face = faces(document).blocks().get(block);
        assertTrue(face != null);
        return face;
    }

    private static WireFace wire(Document document, String from, String to) {
        WireFace face = faces(document).wires().get(Link.of(from, "output", to, "input"));
        assertTrue(face != null);
        return face;
    }

    @Test
    void aBlockTellsParametersShapeAndCost() {
        BlockFace conv = face(NET, "conv");
        assertEquals("16 @ 3×3", conv.detail());
        assertEquals("N × 16 × 26 × 26", conv.output());
        assertEquals("160 parameters", conv.cost());
        assertEquals("conv", conv.category());
        assertEquals(BlockFace.State.KNOWN, conv.state());
        assertEquals("108,170 parameters", face(NET, "fc").cost());
    }

    @Test
    void aWireTellsTheShapeThatFlowsThroughIt() {
        assertEquals("N × 10816", wire(NET, "flat", "fc").label());
        assertEquals(WireFace.State.KNOWN, wire(NET, "flat", "fc").state());
    }

    @Test
    void whatIsWrongIsMarkedAndWhatFollowsIsBlocked() {
        Document wrong = new Edit.SetParameter("conv", "kernel_size", 40L).apply(NET);
        assertEquals(BlockFace.State.WRONG, face(wrong, "conv").state());
        assertTrue(face(wrong, "conv").problems().get(0).contains("window"));
        assertEquals(BlockFace.State.BLOCKED, face(wrong, "fc").state());
        assertEquals(WireFace.State.WRONG, wire(wrong, "image", "conv").state());
        assertEquals(WireFace.State.UNKNOWN, wire(wrong, "conv", "relu").state());
        assertEquals("", wire(wrong, "conv", "relu").label());
    }

    @Test
    void aBlocksTooltipTellsWhatItIsAndWhatIsWrongWithTheCure() {
        Document wrong = new Edit.SetParameter("conv", "kernel_size", 40L).apply(NET);
        List<String> told = face(wrong, "conv").told().lines().toList();
        assertEquals("conv: Conv2d", told.get(0));
        assertTrue(told.stream().anyMatch(line -> line.contains("window")), told.toString());
        assertEquals(2, face(wrong, "conv").problems().get(0).lines().count());
        assertTrue(
                told.containsAll(face(wrong, "conv").problems().get(0).lines().toList()));
    }

    @Test
    void aBlockThatOnlyLacksAWireIsUnwired() {
        Document open = new Edit.Disconnect(Link.of("image", "output", "conv", "input")).apply(NET);
        assertEquals(BlockFace.State.UNWIRED, face(open, "conv").state());
        assertEquals(1, face(open, "conv").problems().size());
        assertEquals("", face(open, "conv").output());
    }

    @Test
    void placesAreNoPartOfAFace() {
        Document moved = new Edit.Move(java.util.Map.of("conv", new jimu.engine.graph.Position(7, 7))).apply(NET);
        assertEquals(faces(NET), faces(moved));
    }
}
