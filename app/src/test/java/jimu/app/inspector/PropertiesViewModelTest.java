package jimu.app.inspector;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.app.fx.Background;
import jimu.app.fx.form.FormEntry;
import jimu.app.session.Groups;
import jimu.app.session.Iris;
import jimu.app.session.Nets;
import jimu.app.session.OpenData;
import jimu.app.session.OpenProblems;
import jimu.app.session.OpenRepairs;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;
import jimu.engine.infer.Finding;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.loss.L1Loss;
import jimu.engine.layer.loss.MSELoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PropertiesViewModelTest {
    private static final Fact SIZES = new Fact(
            "Sizes", "• N = samples in a batch, from Input \"features\"\n• 8 = out_features of Linear \"fc1\"");

    private static final Document PICTURES = Nets.net()
            .block("image", new Input())
            .block("conv", new Conv2d())
            .chain("image", "conv")
            .document();

    private final Session session = new Session();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final PropertiesViewModel model = new PropertiesViewModel(
            session, new OpenProblems(session, data), new OpenRepairs(session, data, Background.onCurrentThread()));

    private FormEntry entry(String name) {
        return model.parameters().stream()
                .filter(entry -> entry.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private FormEntry name() {
        return model.name().get().orElseThrow();
    }

    private Object present(String block, String parameter) {
        Content content = session.present().graph().require(block).content();
        var layer = ((Content.Of) content).layer();
        return requireNonNull(LayerCatalog.of(layer).values(layer).get(parameter));
    }

    private void openIrisAt(String block) {
        session.openNew(Iris.DOCUMENT, "iris");
        session.select(Selection.of(block));
    }

    @Test
    void aBlockMayUseTheWeightsOfOneThatSuits() {
        session.openNew(
                Nets.net()
                        .block("image", new Input())
                        .block("conv", new Conv2d())
                        .block("twin", new Conv2d())
                        .chain("image", "conv")
                        .chain("image", "twin")
                        .document(),
                "twins");
        session.select(Selection.of("twin"));
        assertEquals(List.of("its own", "conv"), entry(Ties.SHARING).question().choices());
        entry(Ties.SHARING).set("conv");
        assertEquals(Optional.of("conv"), sharer("twin"));
        assertEquals("conv", entry(Ties.SHARING).value());
        session.select(Selection.of("conv"));
        assertEquals(
                List.of(),
                model.parameters().stream()
                        .filter(shown -> Ties.has(shown.question().name()))
                        .toList());
        session.select(Selection.of("twin"));
        entry(Ties.SHARING).set("its own");
        assertEquals(Optional.empty(), sharer("twin"));
    }

    @Test
    void aFrameHasATitleAndAColour() {
        session.openNew(PICTURES, "pictures");
        Remark frame = new Remark(Remark.Kind.FRAME, "stem", new Position(0, 0), 320, 160, "blue");
        session.applyAndSelect(new Edit.SetRemark("n1", frame), Selection.ofRemark("n1"));
        assertEquals("Frame", model.heading().get().title());
        assertEquals("stem", name().value());
        entry("remark_color").set("red");
        name().type("trunk");
        name().enter();
        assertEquals(
                Map.of("n1", frame.withColor("red").withText("trunk")),
                session.present().remarks());
        assertEquals("red", entry("remark_color").value());
    }

    @Test
    void aNotesWordsAreWrittenWhereTheyStand() {
        session.openNew(PICTURES, "pictures");
        Remark note = new Remark(Remark.Kind.NOTE, "two\nlines", new Position(0, 0), 208, 88, "yellow");
        session.applyAndSelect(new Edit.SetRemark("n1", note), Selection.ofRemark("n1"));
        assertEquals("Note", model.heading().get().title());
        assertEquals(Optional.empty(), model.name().get());
        entry("remark_color").set("green");
        assertEquals(Map.of("n1", note.withColor("green")), session.present().remarks());
    }

    @Test
    void aGroupsHeadingHasItsColour() {
        session.openNew(PICTURES, "pictures");
        session.select(Selection.of("conv"));
        new Groups(session).group();
        assertEquals("group", model.heading().get().category());
        entry("group_color").set("red");
        assertEquals("group-red", model.heading().get().category());
    }

    @Test
    void aLossHasAWeightWhereThereAreSeveral() {
        session.openNew(
                Nets.net()
                        .block("first", new MSELoss())
                        .block("second", new L1Loss())
                        .document(),
                "losses");
        session.select(Selection.of("second"));
        entry(Ties.WEIGHT).type("0.25");
        entry(Ties.WEIGHT).enter();
        assertEquals(Map.of("second", 0.25), session.present().training().lossWeights());
        entry(Ties.WEIGHT).type("-1");
        assertEquals(
                "A loss's weight is a number from 0 up.",
                entry(Ties.WEIGHT).problemProperty().get());
        entry(Ties.WEIGHT).revert();
        session.apply(new Edit.Remove(Set.of("first"), Set.of()));
        assertEquals(
                List.of("reduction"),
                model.parameters().stream()
                        .map(shown -> shown.question().name())
                        .toList());
    }

    private Optional<String> sharer(String block) {
        return session.present().graph().require(block).sharesWeightsOf();
    }

    @Test
    void withoutASelectionTheNetworkAsAWholeIsTold() {
        session.openNew(Iris.DOCUMENT, "iris");
        assertEquals("Nothing selected", model.heading().get().title());
        assertEquals(
                List.of(
                        new Fact("Blocks", "6"),
                        new Fact("Parameters", "67"),
                        new Fact("Multiply-adds", "56 a sample"),
                        new Fact("Activations", "25 a sample")),
                model.facts().get());
        assertEquals(List.of(), model.parameters());
    }

    @Test
    void anEmptyCanvasSaysHowToBegin() {
        session.openNew(Document.EMPTY, "new");
        assertEquals(
                "Drag a block from the palette onto the canvas; what is selected there is shown and changed here.",
                model.heading().get().about());
        assertEquals(List.of(), model.facts().get());
    }

    @Test
    void aBlockShowsItsParametersAndFacts() {
        openIrisAt("fc1");
        assertEquals(
                new Heading(
                        Heading.Kind.BLOCK,
                        "Linear",
                        "core",
                        "Fully connected layer: y = x Wᵀ + b along the last axis."),
                model.heading().get());
        assertEquals(
                List.of("in_features", "out_features", "bias"),
                model.parameters().stream()
                        .map(entry -> entry.question().label())
                        .toList());
        assertEquals("4", entry("in_features").automatic());
        assertEquals(
                List.of(
                        new Fact("Input", "N × 4"),
                        new Fact("Output", "N × 8"),
                        SIZES,
                        new Fact("Parameters", "40\nweight: 8 × 4\nbias: 8"),
                        new Fact("Multiply-adds", "32 a sample")),
                model.facts().get());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyParameterOfEveryLayerIsShownAndExplained(LayerSchema schema) {
        Block block = Block.of("b", "b", new Content.Of(schema.defaults()));
        session.openNew(Document.EMPTY, "new");
        session.apply(new Edit.AddBlocks(List.of(block), List.of(), java.util.Map.of()));
        session.select(Selection.of("b"));
        assertEquals(
                schema.values(schema.defaults()).values().stream().toList(),
                model.parameters().stream().map(FormEntry::value).toList());
        assertEquals(
                List.of(),
                model.parameters().stream()
                        .filter(entry -> entry.question().explanation().isBlank())
                        .toList());
    }

    static List<LayerSchema> schemas() {
        return LayerCatalog.all();
    }

    @Test
    void typingIsPreviewedAndOneStepWhenItEnds() {
        openIrisAt("fc1");
        entry("out_features").type("1");
        entry("out_features").type("12");
        assertEquals("N × 12", model.facts().get().get(1).value());
        assertEquals(8L, present("fc1", "out_features"));
        entry("out_features").finish();
        assertEquals(12L, present("fc1", "out_features"));
        session.undo();
        assertEquals(Iris.DOCUMENT, session.present());
        assertEquals("8", entry("out_features").textNow());
    }

    @Test
    void escapeTakesTheTypingBack() {
        openIrisAt("fc1");
        entry("out_features").type("12");
        entry("out_features").revert();
        assertEquals(Iris.DOCUMENT, session.document());
        assertEquals("N × 8", model.facts().get().get(1).value());
    }

    @Test
    void aValueOutOfRangeIsExplainedAndNotApplied() {
        openIrisAt("fc1");
        entry("out_features").type("0");
        assertEquals(
                "Linear: out_features must be 1 or more, but is 0.",
                entry("out_features").problemProperty().get());
        entry("out_features").enter();
        assertEquals(
                "Linear: out_features must be 1 or more, but is 0.",
                entry("out_features").problemProperty().get());
        assertEquals(Iris.DOCUMENT, session.document());
    }

    @Test
    void theEntriesStayWhileOnlyValuesChange() {
        openIrisAt("fc1");
        List<FormEntry> before = List.copyOf(model.parameters());
        FormEntry name = name();
        session.apply(new Edit.SetParameter("fc1", "out_features", 5L));
        session.undo();
        session.redo();
        assertEquals(before, List.copyOf(model.parameters()));
        assertSame(name, name());
        assertEquals("5", entry("out_features").textNow());
    }

    @Test
    void aSizeIsPinnedAtWhatItIsAndFollowsTheInputAgain() {
        openIrisAt("fc1");
        entry("in_features").set(entry("in_features").pinnedSize());
        assertEquals(4L, present("fc1", "in_features"));
        entry("in_features").set("auto");
        assertEquals("auto", present("fc1", "in_features"));
    }

    @Test
    void paddingTakesNumbersAndWords() {
        session.openNew(PICTURES, "pictures");
        session.select(Selection.of("conv"));
        entry("padding").type("1, 2");
        entry("padding").finish();
        assertEquals(List.of(1L, 2L), present("conv", "padding"));
        entry("padding").type("same");
        entry("padding").finish();
        assertEquals("same", present("conv", "padding"));
        entry("padding").type("sam");
        assertEquals(
                "Conv2d: padding must be a whole number, two of them, \"same\" or \"valid\", but is sam.",
                entry("padding").problemProperty().get());
    }

    @Test
    void aBlockIsRenamed() {
        openIrisAt("fc1");
        name().type("hidden");
        name().finish();
        assertEquals("hidden", session.present().graph().require("fc1").name());
        session.undo();
        assertEquals("fc1", name().textNow());
    }

    @Test
    void aNameMustBeAPythonIdentifierOfItsOwn() {
        openIrisAt("fc1");
        name().type("fc 1");
        assertEquals(
                "A name has letters, digits and underscores only, and no digit first, so that it can stand in Python code.",
                name().problemProperty().get());
        name().type("");
        assertEquals("A block needs a name.", name().problemProperty().get());
        name().type("fc2");
        assertEquals(
                "A Linear is called \"fc2\" already; every name is given once.",
                name().problemProperty().get());
        name().finish();
        assertEquals(Iris.DOCUMENT, session.document());
    }

    @Test
    void aProblemIsToldWithItsBlock() {
        openIrisAt("fc2");
        session.apply(new Edit.SetParameter("fc2", "in_features", 9L));
        assertEquals(
                List.of("linear.pinned"),
                model.findings().get().stream()
                        .map(Finding::problem)
                        .map(problem -> problem.key())
                        .toList());
        assertEquals(List.of(), model.facts().get());
        session.select(Selection.of("loss"));
        assertEquals(
                List.of(new Fact("Output", "not known before this is right: Linear \"fc2\"")),
                model.facts().get());
    }

    @Test
    void aWireTellsItsEndsAndItsShape() {
        session.openNew(Iris.DOCUMENT, "iris");
        session.select(Selection.of(Link.of("fc1", "output", "relu", "input")));
        assertEquals("From fc1.output to relu.input", model.heading().get().about());
        assertEquals(List.of(new Fact("Shape", "N × 8"), SIZES), model.facts().get());
    }

    @Test
    void severalBlocksAreCountedAndSummed() {
        session.openNew(Iris.DOCUMENT, "iris");
        session.select(Selection.ofBlocks(List.of("fc1", "fc2")));
        assertEquals("2 blocks selected", model.heading().get().title());
        assertEquals(
                List.of(
                        new Fact("Layers", "2"),
                        new Fact("Parameters", "67"),
                        new Fact("Multiply-adds", "56 a sample")),
                model.facts().get());
    }

    @Test
    void anAnswerThatComesAfterTheDocumentWasReplacedIsDropped() {
        openIrisAt("fc1");
        FormEntry late = entry("out_features");
        late.type("12");
        session.openNew(Iris.DOCUMENT, "again");
        late.finish();
        assertEquals(Iris.DOCUMENT, session.document());
    }
}
