package jimu.app.palette;

import jimu.app.session.LayerEntry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.layer.LayerCatalog;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final List<String> inserted = new ArrayList<>();
    private final PaletteViewModel palette = new PaletteViewModel(LayerCatalog.all(), inserted::add);

    private List<String> shown() {
        return palette.groupsProperty().get().stream()
                .flatMap(group -> group.entries().stream())
                .map(LayerEntry::type)
                .toList();
    }

    @Test
    void everyLayerOfTheCatalogueIsOffered() {
        assertEquals(LayerCatalog.all().size(), shown().size());
    }

    @Test
    void layersStandUnderTheirCategory() {
        Group first = palette.groupsProperty().get().get(0);
        assertEquals("core", first.category());
        assertEquals("Core", first.title());
        assertEquals("Input", first.entries().get(0).type());
    }

    @Test
    void searchFindsByNameSynonymAndMeaning() {
        palette.queryProperty().set("conv2");
        assertEquals(List.of("Conv2d"), shown());
        palette.queryProperty().set("dense");
        assertEquals("Linear", palette.best().orElseThrow().type());
        palette.queryProperty().set("overfitting");
        assertEquals(List.of("Dropout", "Dropout2d"), shown());
    }

    @Test
    void theNameCountsMost() {
        palette.queryProperty().set("linear");
        assertEquals("Linear", palette.best().orElseThrow().type());
    }

    @Test
    void aWholeSynonymCountsMoreThanAPartOfAName() {
        palette.queryProperty().set("swish");
        assertEquals(List.of("SiLU", "Hardswish"), shown());
        assertEquals("SiLU", palette.best().orElseThrow().type());
    }

    @Test
    void enterInsertsTheBestAndNothingForNothing() {
        palette.insertBest();
        palette.queryProperty().set("maxpool2");
        palette.insertBest();
        palette.queryProperty().set("no such layer");
        palette.insertBest();
        assertEquals(List.of("MaxPool2d"), inserted);
    }
}
