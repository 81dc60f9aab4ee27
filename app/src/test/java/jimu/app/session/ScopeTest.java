package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.infer.Finding;
import jimu.engine.layer.Problem;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.pool.MaxPool2d;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group that halves a picture, repeated until in its fifth copy nothing is left. */
class ScopeTest {
    private static final Document NET = new Edit.Sequence(
                    List.of(new Edit.MakeGroup(Set.of("pool", "relu"), "half", "h"), new Edit.SetUse("h", "half", 6)))
            .apply(Nets.net()
                    .block("image", new Input())
                    .block("pool", new MaxPool2d())
                    .block("relu", new ReLU())
                    .chain("image", "pool", "relu")
                    .document());

    private final Session session = new Session();

    @BeforeEach
    void open() {
        session.openNew(NET, "net");
        new Groups(session).stepInto("h");
    }

    private String shown() {
        String path = session.scope().prefix(session.whole()) + "pool";
        return path + " "
                + session.inference()
                        .known(path)
                        .map(known -> known.output().toString())
                        .orElse("?");
    }

    private List<String> here() {
        return session.inference().graph().blocks().values().stream()
                .filter(block -> block.blocks().equals(List.of("pool")))
                .map(block -> block.path())
                .toList();
    }

    @Test
    void eachCopyShowsItsOwnShapes() {
        assertEquals("half.0.pool N × 1 × 14 × 14", shown());
        session.select(Selection.of("relu"));
        session.showCopy(0, 2);
        assertEquals("half.2.pool N × 1 × 3 × 3", shown());
        assertEquals(List.of("half.2.pool"), here());
        assertEquals(Selection.of("relu"), session.selection());
    }

    @Test
    void aProblemLeadsToTheCopyItLiesIn() {
        Finding finding =
                session.wholeInference().findings(Problem.Severity.SHAPE).get(0);
        assertEquals("half.4.pool", finding.path());
        assertEquals(Optional.empty(), session.scope().of(session.whole(), finding));
        session.stand(Scope.ROOT);
        session.go(finding.blocks(), finding.path());
        assertEquals(new Scope(List.of("h"), List.of(4)), session.scope());
        assertEquals(Selection.of("pool"), session.selection());
        assertEquals(
                List.of("pool"),
                session.scope().of(session.whole(), finding).orElseThrow().blocks());
    }

    @Test
    void fewerCopiesLeaveOneInTheLast() {
        session.showCopy(0, 5);
        session.applyWhole(new Edit.SetUse("h", "half", 3));
        assertEquals(List.of(2), session.scope().copies());
        assertTrue(here().contains("half.2.pool"));
        session.applyWhole(new Edit.SetUse("h", "half", 1));
        assertEquals("half.pool N × 1 × 14 × 14", shown());
    }

    @Test
    void copiesOfCopiesAreToldApart() {
        session.stand(Scope.ROOT);
        session.apply(new Edit.SetUse("h", "half", 2));
        session.apply(new Edit.MakeGroup(Set.of("h"), "twice", "t"));
        session.apply(new Edit.SetUse("t", "twice", 2));
        session.go(List.of("t", "h", "pool"), "twice.1.half.0.pool");
        assertEquals(new Scope(List.of("t", "h"), List.of(1, 0)), session.scope());
        assertEquals(List.of(2, 2), session.scope().repeats(session.whole()));
        assertEquals(List.of("twice.1.half.0.pool"), here());
    }
}
