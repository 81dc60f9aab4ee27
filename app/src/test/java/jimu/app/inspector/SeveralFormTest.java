package jimu.app.inspector;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.app.fx.Background;
import jimu.app.fx.form.FormEntry;
import jimu.app.session.Nets;
import jimu.app.session.OpenData;
import jimu.app.session.OpenProblems;
import jimu.app.session.OpenRepairs;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.session.StepName;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.pool.MaxPool2d;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeveralFormTest {
    private static final Document NET = new Edit.Sequence(List.of(
                    new Edit.SetParameter("conv1", "kernel_size", 5L),
                    new Edit.SetParameter("conv2", "kernel_size", 3L),
                    new Edit.SetParameter("conv2", "bias", false)))
            .apply(Nets.net()
                    .block("image", new Input())
                    .block("conv1", new Conv2d())
                    .block("conv2", new Conv2d())
                    .block("pool", new MaxPool2d())
                    .block("relu", new ReLU())
                    .block("fc", new Linear())
                    .chain("image", "conv1", "conv2", "pool", "relu", "fc")
                    .document());

    private final Session session = new Session();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final PropertiesViewModel model = new PropertiesViewModel(
            session, new OpenProblems(session, data), new OpenRepairs(session, data, Background.onCurrentThread()));

    @BeforeEach
    void open() {
        session.openNew(NET, "net");
    }

    private void select(String... blocks) {
        session.select(Selection.ofBlocks(List.of(blocks)));
    }

    private List<String> names() {
        return model.parameters().stream().map(entry -> entry.question().name()).toList();
    }

    private FormEntry entry(String name) {
        return model.parameters().stream()
                .filter(entry -> entry.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Object present(String block, String parameter) {
        var layer = ((Content.Of) session.present().graph().require(block).content()).layer();
        return requireNonNull(LayerCatalog.of(layer).values(layer).get(parameter));
    }

    @Test
    void blocksOfOneTypeShowAllParametersAndWhichDiffer() {
        select("conv1", "conv2");
        assertEquals(
                LayerCatalog.of(new Conv2d()).parameters().stream()
                        .map(parameter -> parameter.name())
                        .toList(),
                names());
        assertEquals(
                List.of("kernel_size", "bias"),
                model.parameters().stream()
                        .filter(FormEntry::isMixed)
                        .map(entry -> entry.question().name())
                        .toList());
        assertEquals("", entry("kernel_size").textNow());
        assertEquals("1", entry("stride").textNow());
        assertEquals(Optional.empty(), model.name().get());
        assertEquals(
                "A change here goes to all of them, as one step.",
                model.heading().get().about());
    }

    @Test
    void blocksOfTwoTypesShowWhatIsOfOneNameAndKind() {
        select("conv1", "pool");
        assertEquals(List.of("kernel_size", "dilation"), names());
    }

    @Test
    void blocksWithoutCommonParametersSaySo() {
        select("relu", "fc");
        assertEquals(List.of(), names());
        assertEquals(
                "They have no parameter in common; select one alone to change it.",
                model.heading().get().about());
    }

    @Test
    void aChangeGoesToAllAsOneStep() {
        select("conv1", "conv2", "pool");
        entry("kernel_size").type("2");
        assertEquals(5L, present("conv1", "kernel_size"));
        entry("kernel_size").finish();
        assertEquals(
                List.of(2L, 2L, 2L),
                List.of(
                        present("conv1", "kernel_size"),
                        present("conv2", "kernel_size"),
                        present("pool", "kernel_size")));
        assertFalse(entry("kernel_size").isMixed());
        assertEquals(
                Optional.of("2 blocks: kernel_size = 2"),
                StepName.undoable(session.historyProperty().get()));
        session.undo();
        assertEquals(NET, session.present());
        assertTrue(entry("kernel_size").isMixed());
    }

    @Test
    void aFlagThatDiffersIsSetForAll() {
        select("conv1", "conv2");
        entry("bias").set(true);
        assertEquals(List.of(true, true), List.of(present("conv1", "bias"), present("conv2", "bias")));
    }

    @Test
    void aValueThatOneOfThemCannotHaveIsExplainedAndGoesToNone() {
        select("pool", "conv1");
        entry("dilation").type("0");
        assertEquals(
                "MaxPool2d: dilation must be 1 or more, but is 0.",
                entry("dilation").problemProperty().get());
        entry("dilation").finish();
        assertEquals(NET, session.present());
    }

    @Test
    void problemsThatAChangeMakesAreShown() {
        select("conv1", "conv2");
        entry("groups").type("5");
        assertFalse(model.findings().get().isEmpty());
        entry("groups").revert();
        assertEquals(NET, session.document());
    }

    @Test
    void aWiderSelectionKeepsTheEditors() {
        select("conv1", "conv2");
        List<FormEntry> before = List.copyOf(model.parameters());
        session.select(new Selection(Set.of("conv2", "conv1"), Set.of(Link.of("conv1", "output", "conv2", "input"))));
        assertEquals(before, List.copyOf(model.parameters()));
        session.select(Selection.of("conv1"));
        assertNotEquals(before, List.copyOf(model.parameters()));
        assertEquals("5", entry("kernel_size").textNow());
    }

    @Test
    void anAnswerUnderWayStaysWithTheBlocksItBeganWith() {
        select("conv1", "conv2");
        FormEntry late = entry("stride");
        late.type("2");
        select("conv1", "conv2", "image");
        late.finish();
        assertEquals(
                Map.of("conv1", 2L, "conv2", 2L),
                Map.of("conv1", present("conv1", "stride"), "conv2", present("conv2", "stride")));
    }

    @Test
    void anAnswerThatComesAfterABlockIsGoneIsDropped() {
        select("conv1", "conv2");
        FormEntry late = entry("stride");
        late.type("2");
        session.apply(new Edit.Remove(Set.of("conv2"), Set.of()));
        Document without = session.present();
        late.finish();
        assertEquals(without, session.present());
    }
}
