package jimu.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.Net;
import jimu.engine.infer.Finding;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.merge.Add;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final Document RESIDUAL = new Net()
            .add("x", Net.input(8))
            .then("fc", new Linear(Size.AUTO, 8, true))
            .then("relu", new ReLU())
            .add("sum", new Add(), "relu", "x")
            .then("head", new Linear(Size.AUTO, 3, true))
            .document();
    private static final Set<String> STAGE = Set.of("fc", "relu", "sum");
    private static final Document GROUPED = new Edit.MakeGroup(STAGE, "stage", "g").apply(RESIDUAL);

    private static long parameters(Document document) {
        return ShapeInference.infer(document).totals().parameters();
    }

    private static List<Finding> shapeProblems(Document document) {
        return ShapeInference.infer(document).findings(Problem.Severity.SHAPE);
    }

    @Test
    void aGroupHasAnInputForEachSourceAndAnOutputForWhatIsRead() {
        Definition stage = GROUPED.requireDefinition("stage");
        assertEquals(
                List.of(new Definition.Entry(
                        "input", List.of(new PortRef("fc", "input"), new PortRef("sum", "input2")))),
                stage.inputs());
        assertEquals(List.of(new Definition.Exit("output", new PortRef("sum", "output"))), stage.outputs());
        assertEquals(
                List.of("x", "head", "g"),
                GROUPED.graph().blocks().stream().map(Block::id).toList());
        assertEquals(
                Set.of(Link.of("x", "output", "g", "input"), Link.of("g", "output", "head", "input")),
                GROUPED.graph().links());
    }

    @Test
    void aGroupCountsAsWhatItHolds() {
        assertEquals(parameters(RESIDUAL), parameters(GROUPED));
        assertEquals(List.of(), shapeProblems(GROUPED));
    }

    @Test
    void repeatingAGroupCountsItsInsidesEachTime() {
        Document three = new Edit.SetUse("g", "stage", 3).apply(GROUPED);
        assertEquals(parameters(GROUPED) + 2 * (8 * 8 + 8), parameters(three));
        assertTrue(Expansion.of(three).blocks().containsKey("stage.2.relu"));
    }

    @Test
    void ungroupingPutsTheInsidesBackAndForgetsADefinitionNobodyUses() {
        Document again = new Edit.Ungroup("g").apply(GROUPED);
        assertEquals(Map.of(), again.definitions());
        assertEquals(RESIDUAL.graph().links().size(), again.graph().links().size());
        assertEquals(
                Expansion.of(RESIDUAL).blocks().keySet(),
                Set.copyOf(Expansion.of(again).blocks().keySet()));
        assertEquals(parameters(RESIDUAL), parameters(again));
    }

    @Test
    void ungroupingARepeatedGroupChainsItsCopies() {
        Document three = new Edit.SetUse("g", "stage", 3).apply(GROUPED);
        Document flat = new Edit.Ungroup("g").apply(three);
        assertEquals(parameters(three), parameters(flat));
        assertEquals(List.of(), shapeProblems(flat));
    }

    @Test
    void anEditWithinAGroupChangesAllItsUses() {
        Edit wider = new Edit.Within(
                "stage", new Edit.AddBlock(Block.of("drop", "drop", new Content.Of(new ReLU())), new Position(5, 5)));
        Document after = wider.apply(GROUPED);
        assertEquals(GROUPED.graph(), after.graph());
        assertEquals(4, after.requireDefinition("stage").graph().blocks().size());
        assertEquals(
                new Position(5, 5), after.requireDefinition("stage").layout().get("drop"));
    }

    @Test
    void aGroupShowsWhatCameBeforeABlockThatIsDeletedInside() {
        Document chain = new Edit.MakeGroup(Set.of("fc", "relu"), "body", "g").apply(RESIDUAL);
        Document cut = new Edit.Within("body", new Edit.Remove(Set.of("relu"), Set.of())).apply(chain);
        assertEquals(
                List.of(new Definition.Exit("output", new PortRef("fc", "output"))),
                cut.requireDefinition("body").outputs());
        assertEquals(List.of(), shapeProblems(cut));
    }

    @Test
    void blocksThatAWayLeavesAndReentersAreNoGroup() {
        assertEquals(Optional.of(Grouping.Obstacle.DETOUR), Grouping.obstacle(RESIDUAL, Set.of("fc", "sum")));
        assertEquals(Optional.of(Grouping.Obstacle.END), Grouping.obstacle(RESIDUAL, Set.of("x", "fc")));
        assertEquals(Optional.of(Grouping.Obstacle.EMPTY), Grouping.obstacle(RESIDUAL, Set.of()));
        assertEquals(Optional.empty(), Grouping.obstacle(RESIDUAL, STAGE));
    }

    @Test
    void blocksInsideThatHaveNoPlaceStandInColumns() {
        Definition fresh =
                new Definition("stage", GROUPED.requireDefinition("stage").graph(), List.of(), List.of());
        assertEquals(
                Map.of("fc", new Position(0, 0), "relu", new Position(272, 0), "sum", new Position(544, 0)),
                fresh.layout());
    }

    @Test
    void notesComeAndGo() {
        Remark note = new Remark(Remark.Kind.NOTE, "here", new Position(1, 2), 160, 80, "yellow");
        Document noted = new Edit.SetRemark("n1", note).apply(RESIDUAL);
        assertEquals(Map.of("n1", note), noted.remarks());
        assertTrue(noted.sameNetwork(RESIDUAL));
        assertEquals(RESIDUAL, new Edit.RemoveRemarks(Set.of("n1")).apply(noted));
    }
}
