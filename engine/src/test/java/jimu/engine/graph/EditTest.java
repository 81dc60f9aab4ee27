package jimu.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;

class EditTest {
    private static final Block X = block("x", new Input());
    private static final Block FC = block("fc", new Linear());
    private static final Block RELU = block("relu", new ReLU());
    private static final Link FIRST = link("x", "fc");
    private static final Link SECOND = link("fc", "relu");
    private static final Map<String, Position> PLACES =
            Map.of("x", new Position(0, 10), "fc", new Position(100, 10), "relu", new Position(200, 10));
    private static final Document CHAIN = Document.EMPTY
            .withGraph(Graph.of(List.of(X, FC, RELU), List.of(FIRST, SECOND)))
            .withPositions(PLACES);

    @Test
    void addBlockPutsItAtItsPlace() {
        Document one = new Edit.AddBlock(X, new Position(3, 4)).apply(Document.EMPTY);
        assertEquals(Graph.of(List.of(X), List.of()), one.graph());
        assertEquals(new Position(3, 4), one.position("x"));
        refused(new Edit.AddBlock(block("fc", new ReLU()), Position.ORIGIN));
    }

    @Test
    void addBlocksBringsTheLinksBetweenThem() {
        Edit paste = new Edit.AddBlocks(List.of(FC, RELU), List.of(SECOND), Map.of("fc", new Position(5, 5)));
        Document pasted = paste.apply(Document.EMPTY);
        assertEquals(Graph.of(List.of(FC, RELU), List.of(SECOND)), pasted.graph());
        assertEquals(Map.of("fc", new Position(5, 5), "relu", Position.ORIGIN), pasted.layout());
        refused(new Edit.AddBlocks(List.of(block("d", new ReLU())), List.of(link("d", "none")), Map.of()));
    }

    @Test
    void removeTakesTheLinksAndPlacesOfBlocksAlong() {
        Document rest = new Edit.Remove(Set.of("fc"), Set.of(FIRST)).apply(CHAIN);
        assertEquals(Graph.of(List.of(X, RELU), List.of()), rest.graph());
        assertEquals(Set.of("x", "relu"), rest.layout().keySet());
        refused(new Edit.Remove(Set.of("none"), Set.of()));
        refused(new Edit.Remove(Set.of(), Set.of(link("x", "relu"))));
    }

    @Test
    void removeGivesSharersWeightsOfTheirOwn() {
        Block twin = new Block("twin", "twin", new Content.Of(new Linear()), Optional.of("fc"));
        Document shared = new Edit.AddBlock(twin, Position.ORIGIN).apply(CHAIN);
        Document alone = new Edit.Remove(Set.of("fc"), Set.of()).apply(shared);
        assertEquals(Optional.empty(), alone.graph().require("twin").sharesWeightsOf());
    }

    @Test
    void connectAddsALinkOnce() {
        Link skip = link("x", "relu");
        Document more = new Edit.Connect(skip).apply(CHAIN);
        assertEquals(List.of(FIRST, SECOND, skip), List.copyOf(more.graph().links()));
        assertEquals(CHAIN, new Edit.Connect(FIRST).apply(CHAIN));
        refused(new Edit.Connect(link("x", "none")));
    }

    @Test
    void reconnectMovesOneEnd() {
        Link moved = link("x", "relu");
        Document after = new Edit.Reconnect(SECOND, moved).apply(CHAIN);
        assertEquals(List.of(FIRST, moved), List.copyOf(after.graph().links()));
        refused(new Edit.Reconnect(moved, SECOND));
        refused(new Edit.Reconnect(SECOND, link("none", "relu")));
    }

    @Test
    void disconnectRemovesOneLink() {
        assertEquals(
                Set.of(SECOND), new Edit.Disconnect(FIRST).apply(CHAIN).graph().links());
        refused(new Edit.Disconnect(link("x", "relu")));
    }

    @Test
    void setParameterChangesOneComponent() {
        Document wider = new Edit.SetParameter("fc", "out_features", 30L).apply(CHAIN);
        assertEquals(
                new Content.Of(new Linear(Size.AUTO, 30, true)),
                wider.graph().require("fc").content());
        refused(new Edit.SetParameter("none", "out_features", 30L));
        refused(new Edit.SetParameter("fc", "width", 30L));
        assertEquals(
                "Linear: out_features must be a whole number, but is wide.",
                refused(new Edit.SetParameter("fc", "out_features", "wide")));
    }

    @Test
    void setParameterIsForLayers() {
        Block group = Block.of("g", "g", new Content.Use("stage", 2));
        Document document = new Edit.AddBlock(group, Position.ORIGIN).apply(CHAIN);
        Edit edit = new Edit.SetParameter("g", "p", 1L);
        assertThrows(IllegalArgumentException.class, () -> edit.apply(document));
    }

    @Test
    void setParameterLeavesRangesToInference() {
        Document none = new Edit.SetParameter("fc", "out_features", 0L).apply(CHAIN);
        assertEquals(
                new Content.Of(new Linear(Size.AUTO, 0, true)),
                none.graph().require("fc").content());
    }

    @Test
    void renameKeepsIdAndLinks() {
        Document renamed = new Edit.Rename("fc", "dense").apply(CHAIN);
        assertEquals(FC.withName("dense"), renamed.graph().require("fc"));
        assertEquals(CHAIN.graph().links(), renamed.graph().links());
        refused(new Edit.Rename("none", "dense"));
    }

    @Test
    void shareWeightsBeginsAndEnds() {
        Document shared = new Edit.ShareWeights("relu", Optional.of("fc")).apply(CHAIN);
        assertEquals(Optional.of("fc"), shared.graph().require("relu").sharesWeightsOf());
        assertEquals(CHAIN, new Edit.ShareWeights("relu", Optional.empty()).apply(shared));
        refused(new Edit.ShareWeights("relu", Optional.of("none")));
        refused(new Edit.ShareWeights("none", Optional.of("fc")));
    }

    @Test
    void moveChangesPlacesAndLeavesTheNetwork() {
        Document moved = new Edit.Move(Map.of("fc", new Position(7, 8))).apply(CHAIN);
        assertEquals(new Position(7, 8), moved.position("fc"));
        assertEquals(new Position(0, 10), moved.position("x"));
        assertTrue(moved.sameNetwork(CHAIN));
        refused(new Edit.Move(Map.of("none", Position.ORIGIN)));
    }

    @Test
    void settingsReplaceSettings() {
        DataSettings data = DataSettings.NONE.withSource(new DataSource.IdxFolder("/data/mnist"));
        TrainingSettings training =
                TrainingSettings.DEFAULT.withEpochs(3).withBatchSize(8).withSeed(4);
        assertEquals(CHAIN.withData(data), new Edit.SetData(data).apply(CHAIN));
        assertEquals(CHAIN.withTraining(training), new Edit.SetTraining(training).apply(CHAIN));
        assertEquals(CHAIN.withNotes("Reads digits."), new Edit.SetNotes("Reads digits.").apply(CHAIN));
    }

    @Test
    void aSequenceIsOneAfterTheOther() {
        Edit cut = new Edit.Disconnect(FIRST);
        Edit rename = new Edit.Rename("fc", "dense");
        assertEquals(rename.apply(cut.apply(CHAIN)), new Edit.Sequence(List.of(cut, rename)).apply(CHAIN));
        assertEquals(CHAIN, new Edit.Sequence(List.of()).apply(CHAIN));
    }

    private static String refused(Edit edit) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> edit.apply(CHAIN))
                .getMessage());
    }

    private static Block block(String id, Layer layer) {
        return Block.of(id, id, new Content.Of(layer));
    }

    private static Link link(String from, String to) {
        return Link.of(from, "output", to, "input");
    }

    @Test
    void aLossWeightIsKeptWhereItIsNotOneAndGoesWithItsBlock() {
        Document weighted = new Edit.SetLossWeight("fc", 0.5).apply(CHAIN);
        assertEquals(Map.of("fc", 0.5), weighted.training().lossWeights());
        assertEquals(CHAIN, new Edit.SetLossWeight("fc", 1).apply(weighted));
        Document gone = new Edit.Remove(Set.of("fc"), Set.of()).apply(weighted);
        assertEquals(Map.of(), gone.training().lossWeights());
    }
}
