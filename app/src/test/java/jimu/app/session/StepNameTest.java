package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;
import jimu.engine.layer.activation.ReLU;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepNameTest {
    private static final Remark NOTE = new Remark(Remark.Kind.NOTE, "look", Position.ORIGIN, 160, 80, "yellow");
    private static final Remark FRAME = new Remark(Remark.Kind.FRAME, "stem", Position.ORIGIN, 400, 200, "blue");
    private static final Document NET = document();

    private static Document document() {
        Document net = Nets.net()
                .block("a", new ReLU())
                .block("b", new ReLU())
                .chain("a", "b")
                .document();
        return new Edit.Sequence(List.of(
                        new Edit.MakeGroup(Set.of("a"), "stage", "g"),
                        new Edit.SetRemark("n", NOTE),
                        new Edit.SetRemark("f", FRAME)))
                .apply(net);
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of("stage: × = 3", new Edit.SetUse("g", "stage", 3)),
                Arguments.of("rename stage to block", new Edit.RenameDefinition("stage", "block")),
                Arguments.of(
                        "change stage",
                        new Edit.Define(List.of(NET.requireDefinition("stage").withColor("red")))),
                Arguments.of("change stage", new Edit.Redefine(NET.requireDefinition("stage"), Map.of(), Map.of())),
                Arguments.of("make stage independent", Groups.independent(NET, "g")),
                Arguments.of("ungroup stage", new Edit.Ungroup("g")),
                Arguments.of("add note", new Edit.SetRemark("n2", NOTE)),
                Arguments.of("write in note", new Edit.SetRemark("n", NOTE.withText("there"))),
                Arguments.of("move note", new Edit.SetRemark("n", NOTE.withPlace(new Position(8, 8)))),
                Arguments.of("resize frame", new Edit.SetRemark("f", FRAME.withSize(800, 200))),
                Arguments.of("colour of frame", new Edit.SetRemark("f", FRAME.withColor("red"))),
                Arguments.of("delete frame", new Edit.RemoveRemarks(Set.of("f"))),
                Arguments.of("delete 2 notes and frames", new Edit.RemoveRemarks(Set.of("f", "n"))),
                Arguments.of(
                        "delete b",
                        new Edit.Sequence(
                                List.of(new Edit.RemoveRemarks(Set.of("f")), new Edit.Remove(Set.of("b"), Set.of())))),
                Arguments.of("replace stage by other", new Edit.Sequence(List.of(new Edit.SetUse("g", "other", 1)))));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void aStepIsCalledByWhatAPersonDid(String name, Edit edit) {
        Document before = NET.withDefinition(NET.requireDefinition("stage").withName("other"));
        assertEquals(name, StepName.of(edit, before, edit.apply(before)));
    }
}
