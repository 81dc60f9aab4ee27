package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import jimu.app.session.LinkCheck.Fits;
import jimu.app.session.LinkCheck.Marked;
import jimu.app.session.LinkCheck.Refused;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import org.junit.jupiter.api.Test;

class WireFitTest {
    private static final Document NET = Nets.net()
            .block("image", new Input())
            .block("target", new Target())
            .block("relu", new ReLU())
            .document();

    private static WireFit.Fit fit(LooseWire wire, String type) {
        Layer layer = LayerCatalog.find(type).orElseThrow().defaults();
        return new WireFit(ShapeInference.infer(NET), wire).of(layer);
    }

    private static LooseWire from(String block) {
        return LooseWire.at(PortEnd.output(block, "output"), Optional.empty());
    }

    private static LooseWire to(String block) {
        return LooseWire.at(PortEnd.input(block, "input"), Optional.empty());
    }

    @Test
    void aLayerThatTakesTheShapeFitsAndSaysWhatItMakes() {
        WireFit.Fit fit = fit(from("image"), "Conv2d");
        assertEquals(
                "N × 16 × 26 × 26", ((Fits) fit.check()).output().orElseThrow().toString());
        assertEquals(Optional.of("input"), fit.input());
        assertEquals(Optional.empty(), fit.output());
    }

    @Test
    void aLayerForOtherShapesIsMarkedWithTheReason() {
        assertInstanceOf(Marked.class, fit(from("image"), "BatchNorm1d").check());
    }

    @Test
    void aWireOfClassesGoesIntoThePortForThem() {
        assertEquals(
                Optional.of("target"), fit(from("target"), "CrossEntropyLoss").input());
    }

    @Test
    void aPictureDoesNotFitIntoARecurrentLayerByThePortForItsState() {
        for (String type : new String[] {"RNN", "LSTM", "GRU"}) {
            WireFit.Fit fit = fit(from("image"), type);
            assertInstanceOf(Marked.class, fit.check());
            assertEquals(Optional.of("input"), fit.input());
        }
    }

    @Test
    void whatHasNoSuchPortIsRefused() {
        assertInstanceOf(Refused.class, fit(from("image"), "Input").check());
        assertInstanceOf(Refused.class, fit(to("relu"), "MSELoss").check());
    }

    @Test
    void aWirePulledFromAnInputComesOutOfTheNewBlock() {
        WireFit.Fit fit = fit(to("relu"), "Conv2d");
        assertInstanceOf(Fits.class, fit.check());
        assertEquals(Optional.empty(), fit.input());
        assertEquals(Optional.of("output"), fit.output());
    }

    @Test
    void aCutWireGoesInAndOut() {
        WireFit.Fit fit = fit(LooseWire.through(Link.of("image", "output", "relu", "input")), "Conv2d");
        assertEquals(Optional.of("input"), fit.input());
        assertEquals(Optional.of("output"), fit.output());
    }
}
