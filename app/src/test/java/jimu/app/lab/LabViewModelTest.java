package jimu.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import jimu.app.fx.Background;
import jimu.app.fx.form.FormEntry;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Source;
import jimu.engine.runtime.Backends;
import jimu.engine.verify.Experiment.Role;
import org.junit.jupiter.api.Test;

class LabViewModelTest {
    private final LabViewModel lab = new LabViewModel(Background.onCurrentThread(), Backends.all());

    @Test
    void theTutorialsConvolutionComesOutOfWhatIsTyped() {
        choose("Conv2d");
        type("shape-input", "20, 16, 50, 100");
        type("out_channels", "33");
        type("kernel_size", "3, 5");
        type("stride", "2, 1");
        type("padding", "4, 2");
        LabResult result = lab.resultProperty().get();
        assertEquals("nn.Conv2d(16, 33, kernel_size=(3, 5), stride=(2, 1), padding=(4, 2))", result.call());
        assertEquals("20 × 33 × 28 × 100", fact("output"));
        assertEquals("7,953", fact("Parameters"));
        assertEquals(
                "H' = ⌊(50 + 2·4 − 1·(3 − 1) − 1) / 2⌋ + 1 = 28",
                result.formulas().get(0).filled());
        assertEquals(Role.OUTPUT, lab.readingProperty().get().orElseThrow().role());
        assertEquals("16", entry("in_channels").automatic());
    }

    @Test
    void whatDoesNotFitIsExplainedAndTheNumbersGo() {
        choose("Conv2d");
        type("kernel_size", "60");
        assertTrue(
                lab.resultProperty().get().problems().get(0).contains("60 × 60"),
                lab.resultProperty().get().problems().toString());
        assertTrue(lab.readingProperty().get().isEmpty());
    }

    @Test
    void aWrongAnswerIsExplainedAtItsEntry() {
        choose("Linear");
        entry("shape-input").type("20, zero");
        assertEquals(
                "Sizes of at least 1 are needed, such as 20, 16, 50, 100.",
                entry("shape-input").problemProperty().get());
    }

    @Test
    void everyWorkedCaseFits() {
        for (Preset preset : Preset.all()) {
            lab.show(preset);
            assertEquals(List.of(), lab.resultProperty().get().problems(), preset.text());
        }
    }

    @Test
    void everyLayerCanBeTriedAtOnce() {
        List<String> problems = new ArrayList<>();
        for (LayerSchema schema : LayerCatalog.all()) {
            if (!(schema.defaults() instanceof Source)) {
                lab.choose(schema);
                lab.resultProperty().get().problems().forEach(problem -> problems.add(schema.type() + ": " + problem));
            }
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void theSearchFindsByNameCategoryAndOtherWords() {
        lab.queryProperty().set("dense");
        assertTrue(lab.layers().contains(LayerCatalog.find("Linear").orElseThrow()));
        lab.queryProperty().set("convolution");
        assertTrue(lab.layers().contains(LayerCatalog.find("Conv2d").orElseThrow()));
        lab.queryProperty().set("");
        assertEquals(LayerCatalog.all().size() - 2, lab.layers().size(), "all but the two sources");
    }

    private void choose(String type) {
        lab.choose(LayerCatalog.find(type).orElseThrow());
    }

    private void type(String name, String text) {
        entry(name).type(text);
        assertEquals("", entry(name).problemProperty().get());
        entry(name).finish();
    }

    private FormEntry entry(String name) {
        List<FormEntry> entries = new ArrayList<>(lab.inputs());
        entries.addAll(lab.parameters());
        return entries.stream()
                .filter(entry -> entry.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String fact(String label) {
        return lab.resultProperty().get().facts().stream()
                .filter(fact -> fact.label().equals(label))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
