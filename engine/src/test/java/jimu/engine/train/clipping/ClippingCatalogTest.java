package jimu.engine.train.clipping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import jimu.engine.CatalogTrial;
import jimu.engine.graph.Choice;
import org.junit.jupiter.api.Test;

class ClippingCatalogTest {
    @Test
    void everyClippingClassIsInTheCatalogue() {
        CatalogTrial.assertComplete(Clipping.class, ClippingCatalog.all());
    }

    @Test
    void defaultsAreValidAndExplained() throws Exception {
        CatalogTrial.assertExplained("clipping", ClippingCatalog.all());
    }

    @Test
    void settingsGiveWhatDiffersFromTheDefaults() throws Exception {
        assertEquals(
                new ClipGradNorm(0.5, 2), ClippingCatalog.create(new Choice("ClipGradNorm", Map.of("max_norm", 0.5))));
    }
}
