package jimu.app.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.library.BlockLibrary;
import jimu.app.library.StoredBlock;
import jimu.app.session.LayerEntry;
import jimu.app.session.MyBlocks;
import jimu.app.session.Nets;
import jimu.app.session.Session;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.activation.ReLU;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteViewModelTest {
    private final Preferences memory = Preferences.userRoot().node("jimu-test/palette");
    private final List<String> inserted = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Answers dialogs = new Answers();

    @TempDir
    private Path folder;

    private BlockLibrary library;
    private PaletteViewModel palette;

    @BeforeEach
    void open() {
        library = new BlockLibrary(folder, Background.onCurrentThread(), refused::add);
        palette = palette();
    }

    private PaletteViewModel palette() {
        MyBlocks mine = new MyBlocks(new Session(), library, dialogs);
        return new PaletteViewModel(LayerCatalog.all(), inserted::add, new PaletteMemory(memory), library, mine);
    }

    private LayerEntry entry(String title) {
        palette.queryProperty().set(title);
        LayerEntry best = palette.best().orElseThrow();
        palette.queryProperty().set("");
        return best;
    }

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
        List.of("ReLU", "Conv2d", "ReLU").forEach(type -> palette.insert(entry(type), Manner.REFERENCE));
        assertEquals(List.of("ReLU", "Conv2d"), own(Group.RECENT));
        palette.queryProperty().set("conv");
        assertEquals(List.of(), own(Group.RECENT));
    }

    @Test
    void nothingMovesUnderThePointerWhileSomethingIsUsed() {
        palette.insert(entry("ReLU"), Manner.REFERENCE);
        palette.hold();
        List<Group> before = palette.groupsProperty().get();
        palette.insert(entry("Conv2d"), Manner.REFERENCE);
        assertEquals(before, palette.groupsProperty().get());
        palette.toggleFavourite("GRU");
        assertEquals(List.of("GRU"), own(Group.FAVOURITES));
        assertEquals(List.of("ReLU"), own(Group.RECENT));
        palette.letGo();
        assertEquals(List.of("Conv2d", "ReLU"), own(Group.RECENT));
    }

    @Test
    void favouritesAreRememberedByTheNextPalette() {
        palette.toggleFavourite("GRU");
        palette.toggleFavourite("Linear");
        palette.toggleFavourite("GRU");
        PaletteViewModel next = palette();
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
                L' = ⌊(L + 2·padding[0] − dilation[0]·(kernel_size[0] − 1) − 1) / stride[0]⌋ + 1\
                """, palette.best().orElseThrow().told());
    }

    @Test
    void everyLayersTooltipHasAllThreeButThoseThatComputeNothing() {
        assertEquals(
                List.of("Input", "Target"),
                palette.groupsProperty().get().stream()
                        .flatMap(group -> group.entries().stream())
                        .filter(entry -> entry.told().lines().count() < 3)
                        .map(LayerEntry::type)
                        .toList());
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

    private void keep(String name, String note) {
        Document net = Nets.net()
                .block("a", new ReLU())
                .block("b", new ReLU())
                .chain("a", "b")
                .document();
        Document grouped = new Edit.MakeGroup(Set.of("a", "b"), "stage", "g").apply(net);
        library.save(StoredBlock.of(grouped, grouped.requireDefinition("stage"), name, note), () -> {});
    }

    @Test
    void blocksOfOnesOwnStandFirstAndAreFoundAndInserted() {
        keep("Residual", "with a way around");
        Group first = palette.groupsProperty().get().get(0);
        assertEquals("My blocks", first.title());
        assertEquals(
                "with a way around\n(input) → (output)\nReLU, ReLU",
                first.entries().get(0).told());
        palette.queryProperty().set("resid");
        palette.insertBest();
        palette.insert(palette.best().orElseThrow(), Manner.COPY);
        assertEquals(List.of("my/Residual", "copy/Residual"), inserted);
        assertEquals(List.of(), own(Group.RECENT));
    }

    @Test
    void aBlockIsRenamedAndDeletedAfterAQuestion() {
        keep("Residual", "");
        dialogs.name("Bottleneck", "narrow");
        palette.rename(palette.stored(entry("Residual")).orElseThrow());
        assertEquals(List.of("my/Bottleneck"), own(Group.MINE));
        dialogs.answer(Answers.Answer.NO).answer(Answers.Answer.YES);
        palette.delete(palette.stored(entry("Bottleneck")).orElseThrow());
        assertEquals(List.of("my/Bottleneck"), own(Group.MINE));
        palette.delete(palette.stored(entry("Bottleneck")).orElseThrow());
        assertEquals(List.of(), own(Group.MINE));
        assertEquals(List.of(), refused);
    }
}
