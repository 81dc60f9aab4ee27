package jimu.app.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import jimu.app.session.LayerEntry;
import jimu.engine.layer.LayerCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final Preferences memory = Preferences.userRoot().node("jimu-test/palette");
    private final List<String> inserted = new ArrayList<>();
    private final PaletteViewModel palette =
            new PaletteViewModel(LayerCatalog.all(), inserted::add, new PaletteMemory(memory));

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    private List<String> own(String group) {
        return palette.groupsProperty().get().stream()
                .filter(one -> one.category().equals(group))
                .flatMap(one -> one.entries().stream())
                .map(LayerEntry::type)
                .toList();
    }

    @Test
    void whatWasUsedLastStandsFirstUntilSomethingIsSearched() {
        List.of("ReLU", "Conv2d", "ReLU").forEach(palette::insert);
        assertEquals(List.of("ReLU", "Conv2d"), own(Group.RECENT));
        palette.queryProperty().set("conv");
        assertEquals(List.of(), own(Group.RECENT));
    }

    @Test
    void favouritesAreRememberedByTheNextPalette() {
        palette.toggleFavourite("GRU");
        palette.toggleFavourite("Linear");
        palette.toggleFavourite("GRU");
        PaletteViewModel next = new PaletteViewModel(LayerCatalog.all(), inserted::add, new PaletteMemory(memory));
        assertTrue(next.isFavourite("Linear"));
        assertFalse(next.isFavourite("GRU"));
        assertEquals("Favourites", next.groupsProperty().get().get(0).title());
    }

    @Test
    void aTooltipHasTheLineTheShapeRuleAndTheFormula() {
        palette.queryProperty().set("maxpool1");
        assertEquals("""
                Keeps the largest number under a window sliding along a line.
                (N, C, L) → (N, C, L')
                y = the largest number under the window
                L' = ⌊(L + 2·padding[0] − dilation[0]·(kernel_size[0] − 1) − 1) / stride[0]⌋ + 1""", palette.best().orElseThrow().told());
    }

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
