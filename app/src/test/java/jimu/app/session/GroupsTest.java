package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.Position;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final Document NET = Nets.net()
            .block("image", new Input())
            .block("conv", new Conv2d())
            .block("relu", new ReLU())
            .block("end", new ReLU())
            .chain("image", "conv", "relu", "end")
            .document();

    private final Session session = new Session();
    private final Groups groups = new Groups(session);

    @BeforeEach
    void group() {
        session.openNew(NET, "net");
        session.select(Selection.ofBlocks(List.of("conv", "relu")));
        assertEquals(Optional.empty(), groups.group());
    }

    private String made() {
        return session.selection().single().orElseThrow();
    }

    private List<String> names() {
        return session.document().graph().blocks().stream().map(Block::name).toList();
    }

    @Test
    void groupingIsOneStepAndSelectsTheGroup() {
        assertEquals(List.of("image", "end", "group1"), names());
        session.undo();
        assertEquals(NET, session.document());
    }

    @Test
    void steppingInShowsTheInsidesWithTheShapesOfThisUse() {
        String group = made();
        groups.stepInto(group);
        assertEquals(List.of("conv", "relu"), names());
        assertEquals(List.of("group1"), session.scope().names(session.whole()));
        FlatBlock relu = session.inference().graph().blocks().values().stream()
                .filter(block -> block.blocks().equals(List.of("relu")))
                .findFirst()
                .orElseThrow();
        assertEquals("group1.relu", relu.path());
        assertTrue(session.inference().known(relu.path()).isPresent());
        groups.stepOut();
        assertEquals(Set.of(group), session.selection().blocks());
        assertEquals(List.of("image", "end", "group1"), names());
    }

    @Test
    void anEditInsideReachesEveryUseAndIsNamedAndUndone() {
        String group = made();
        session.apply(
                new Edit.AddBlock(Block.of("again", "again", new Content.Use("group1", 1)), new Position(0, 300)));
        groups.stepInto(group);
        session.apply(new Edit.SetParameter("conv", "out_channels", 5L));
        assertEquals(
                Optional.of("conv: out_channels = 5"),
                StepName.undoable(session.historyProperty().get()));
        long changed = session.wholeInference().graph().blocks().values().stream()
                .filter(block -> block.layer() instanceof Conv2d conv && conv.outChannels() == 5)
                .count();
        assertEquals(2, changed);
        session.undo();
        session.undo();
        session.undo();
        assertEquals(Scope.ROOT, session.scope());
        assertEquals(NET, session.document());
    }

    @Test
    void renamingAGroupFromWithinAnotherReachesTheNetworkToo() {
        String group = made();
        session.apply(
                new Edit.AddBlock(Block.of("other", "other", new Content.Use("group1", 1)), new Position(0, 300)));
        session.select(Selection.of(group));
        groups.group();
        groups.stepInto(made());
        session.apply(new Edit.RenameDefinition("group1", "stem"));
        assertEquals(
                new Content.Use("stem", 1),
                session.whole().graph().require("other").content());
        assertEquals(
                new Content.Use("stem", 1),
                session.document().graph().require(group).content());
    }

    @Test
    void repeatingIsRefusedWhereShapesDoNotAllowIt() {
        assertTrue(groups.repeatObstacle(made(), 2).isPresent() == false);
        session.apply(new Edit.Within("group1", new Edit.SetParameter("conv", "in_channels", 1L)));
        String reason = groups.repeatObstacle(made(), 2).orElse("");
        assertTrue(reason.contains("It cannot be repeated"), reason);
    }

    @Test
    void aCopyNoLongerFollows() {
        String group = made();
        session.apply(
                new Edit.AddBlock(Block.of("again", "again", new Content.Use("group1", 1)), new Position(0, 300)));
        session.apply(Groups.independent(session.present(), "again"));
        groups.stepInto(group);
        session.apply(new Edit.Rename("conv", "first"));
        assertEquals(
                "conv",
                session.whole()
                        .requireDefinition("group12")
                        .graph()
                        .require("conv")
                        .name());
    }

    @Test
    void anInputCannotBeGrouped() {
        session.select(Selection.ofBlocks(List.of("image")));
        assertTrue(groups.group().orElse("").contains("belong to the network"));
    }

    @Test
    void renamingABlockRenamesTheGroupThatOnlyItUses() {
        String group = made();
        session.apply(BlockNames.rename(session.present(), group, "stem"));
        assertEquals(Set.of("stem"), session.document().definitions().keySet());
    }

    @Test
    void ungroupingBringsTheBlocksBack() {
        groups.ungroup();
        assertEquals(List.of("image", "end", "conv", "relu"), names());
        assertEquals(2, session.selection().blocks().size());
    }
}
