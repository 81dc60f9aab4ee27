package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.layer.core.Identity;
import jimu.engine.layer.merge.Add;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final Block ONE = Block.of("one", "one", new Content.Of(new Identity()));
    private static final Block SUM = Block.of("sum", "sum", new Content.Of(new Add()));

    @Test
    void aMergingBlockShowsOneSpareInputMoreThanItUses() {
        assertEquals(List.of("input1", "input2", "input3"), inputs());
        assertEquals(List.of("input1", "input2", "input3"), inputs("input1", "input2"));
        assertEquals(List.of("input1", "input2", "input3", "input4"), inputs("input3"));
        assertEquals(8, inputs("input1", "input8").size());
    }

    private static List<String> inputs(String... wired) {
        List<Link> links = java.util.Arrays.stream(wired)
                .map(port -> Link.of("one", "output", "sum", port))
                .toList();
        Document document = Document.EMPTY.withGraph(Graph.of(List.of(ONE, SUM), links));
        return Ports.of(document, SUM).inputs();
    }
}
