package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.library.BlockLibrary;
import jimu.app.library.StoredBlock;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.Sigmoid;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MyBlocksTest {
    /** A network with a group {@code outer} that holds a group {@code inner} and a layer. */
    private static final Document NET = new Edit.Sequence(List.of(
                    new Edit.MakeGroup(Set.of("a"), "inner", "i"), new Edit.MakeGroup(Set.of("i", "b"), "outer", "o")))
            .apply(Nets.net()
                    .block("image", new Input())
                    .block("a", new ReLU())
                    .block("b", new ReLU())
                    .block("end", new ReLU())
                    .chain("image", "a", "b", "end")
                    .document());

    @TempDir
    private Path folder;

    private final Session session = new Session();
    private final Answers dialogs = new Answers();
    private BlockLibrary library;
    private MyBlocks mine;
    private NewBlock newBlock;

    @BeforeEach
    void keep() {
        library = new BlockLibrary(folder, Background.onCurrentThread(), dialogs::error);
        mine = new MyBlocks(session, library, dialogs);
        newBlock = new NewBlock(session, SourceDefaults.NONE, library::shelf);
        session.openNew(NET, "net");
        session.select(Selection.of("o"));
        dialogs.name("Stage", "two activations");
        mine.save();
    }

    private StoredBlock stored() {
        return library.shelf().find("Stage").orElseThrow();
    }

    private Definition definition(String name) {
        return session.whole().requireDefinition(name);
    }

    /** Changes what is kept under the name, as another document would. */
    private void changeStored() {
        Document other = new Edit.Within("inner", new Edit.Replace(Block.of("a", "a", new Content.Of(new Sigmoid()))))
                .apply(NET);
        library.save(StoredBlock.of(other, other.requireDefinition("outer"), "Stage", ""), () -> {});
    }

    @Test
    void aGroupFollowsWhatItWasSavedAs() {
        assertEquals(Optional.of(stored().origin()), definition("outer").origin());
        assertEquals("two activations", stored().note());
        assertEquals(List.of(), mine.outdated());
        assertEquals(
                Optional.of("save outer to My blocks"),
                StepName.undoable(session.historyProperty().get()));
    }

    @Test
    void savingAgainReplacesWithoutAQuestionAndAnotherNameThatIsTakenAsks() {
        session.select(Selection.of("o"));
        dialogs.name("Stage", "again");
        mine.save();
        assertEquals("again", stored().note());
        session.apply(Groups.independent(session.present(), "o"));
        dialogs.name("Stage", "never").answer(Answers.Answer.NO);
        mine.save();
        assertEquals("again", stored().note());
    }

    @Test
    void theGroupShownIsSavedWhereNothingIsSelected() {
        new Groups(session).stepInto("o");
        session.select(Selection.NONE);
        assertEquals("outer", mine.group().orElseThrow().name());
        session.select(Selection.of("b"));
        assertEquals(Optional.empty(), mine.group());
    }

    @Test
    void aReferenceBringsAllThatItNeedsAndIsWired() {
        session.openNew(Nets.net().block("image", new Input()).document(), "other");
        session.select(Selection.of("image"));
        Block block = newBlock.addBehindSelection("my/Stage", Position.ORIGIN);
        assertEquals(new Content.Use("Stage", 1), block.content());
        assertEquals("Stage", block.name());
        assertEquals(Set.of("inner", "Stage"), session.whole().definitions().keySet());
        assertEquals(Optional.of(stored().origin()), definition("Stage").origin());
        assertEquals(
                List.of(Link.of("image", "output", block.id(), "input")),
                session.document().graph().incoming(block.id()));
        assertEquals(
                Optional.of("add Stage"),
                StepName.undoable(session.historyProperty().get()));
    }

    @Test
    void asManyReferencesAsOneLikesShareOneDefinition() {
        Block block = newBlock.addAt("my/Stage", Position.ORIGIN);
        assertEquals(new Content.Use("outer", 1), block.content());
        assertEquals(Set.of("inner", "outer"), session.whole().definitions().keySet());
    }

    @Test
    void aCopyFollowsNothing() {
        Block block = newBlock.addAt(NewBlock.copy("my/Stage"), Position.ORIGIN);
        assertEquals(new Content.Use("Stage", 1), block.content());
        assertEquals(Optional.empty(), definition("Stage").origin());
        changeStored();
        assertEquals(List.of(definition("outer")), mine.outdated());
    }

    @Test
    void aBlockDroppedOnAWireIsLedIntoIt() {
        Link wire = Link.of("o", "output", "end", "input");
        Block block = newBlock.addOn("my/Stage", LooseWire.through(wire), new Position(600, 100));
        assertEquals(
                List.of(Link.of("o", "output", block.id(), "input")),
                session.document().graph().incoming(block.id()));
        assertEquals(
                List.of(Link.of(block.id(), "output", "end", "input")),
                session.document().graph().incoming("end"));
    }

    @Test
    void theSearchOffersThemWhereTheirPortsSuit() {
        Map<LayerEntry, LinkCheck> offered = newBlock.mine(LooseWire.through(Link.of("image", "output", "o", "input")));
        assertEquals(Map.of(LayerEntry.of(stored()), new LinkCheck.Fits(Optional.empty())), offered);
    }

    @Test
    void updatingIsOneStepAndKeepsTheWires() {
        changeStored();
        Document before = session.whole();
        assertEquals(List.of(definition("outer")), mine.outdated());
        mine.update(definition("outer"));
        assertEquals(List.of(), mine.outdated());
        assertEquals(before.graph(), session.whole().graph());
        assertEquals(Set.of("inner", "outer"), session.whole().definitions().keySet());
        assertTrue(session.wholeInference().graph().blocks().values().stream()
                .anyMatch(block -> block.layer() instanceof Sigmoid));
        session.undo();
        assertEquals(before, session.whole());
    }

    @Test
    void aGroupIsUpdatedWhileItIsShown() {
        changeStored();
        new Groups(session).stepInto("o");
        mine.update(definition("outer"));
        assertEquals(List.of(), mine.outdated());
        assertEquals(List.of("outer"), session.scope().names(session.whole()));
    }

    @Test
    void whatAnotherGroupNeedsTooStaysAsItIs() {
        session.apply(new Edit.AddBlock(Block.of("x", "x", new Content.Use("inner", 1)), Position.ORIGIN));
        changeStored();
        mine.update(definition("outer"));
        assertEquals(Set.of("inner2"), definition("outer").uses());
        assertEquals(
                new Content.Use("inner", 1),
                session.whole().graph().require("x").content());
    }

    @Test
    void aGroupOutlivesTheBlockItFollows() {
        dialogs.answer(Answers.Answer.YES);
        mine.delete(stored());
        assertEquals(List.of(), mine.outdated());
        assertEquals("Stage", definition("outer").origin().orElseThrow().block());
    }
}
