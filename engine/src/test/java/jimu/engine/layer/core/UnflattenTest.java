package jimu.engine.layer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class UnflattenTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Unflatten(1, List.of(28, -1)), 2, Net.input(784)),
                LayerExample.of(new Unflatten(-1, List.of(-1, 2)), 3, Net.input(3, 6)));
    }

    @Test
    void oneAxisBecomesSeveral() {
        assertEquals("N × 1 × 28 × 28", net(new Unflatten(), 784).type("split"));
        assertEquals(
                "N × 4 × 2 × 3", net(new Unflatten(-1, List.of(2, 3)), 4, 6).type("split"));
        assertEquals("N × 4 × 2", net(new Unflatten(1, List.of(-1, 2)), 8).type("split"));
    }

    @Test
    void theBatchIsSplitOnlyWhereItTakesWhatIsLeft() {
        Net folded = new Net().add("x", Net.input(6, 5)).then("flat", new Flatten(0, 1));
        assertEquals(
                "3·N × 2 × 5",
                folded.then("split", new Unflatten(0, List.of(-1, 2))).type("split"));
        assertEquals(
                List.of(
                        "Unflatten \"wrong\": unflattened_size needs -1 for the batch, since the axis counts samples, and is"
                                + " [2, 3]; its input is 3·N × 2 × 5. 3·N = 6·N / 2, from Unflatten \"split\"; 6·N = N × 6, from Flatten \"flat\". Write -1 for the batch, and divisors of its factor for the"
                                + " other sizes."),
                folded.then("wrong", new Unflatten(0, List.of(2, 3))).problems());
    }

    @Test
    void sizesThatDoNotMakeUpTheAxisAreAProblem() {
        for (List<Integer> wrong : List.of(List.of(2, 4), List.of(-1, 4), List.of(-1, -1), List.of(0, 6))) {
            assertEquals(
                    List.of(
                            "Unflatten \"split\": unflattened_size must be sizes that multiply to 6, but is " + wrong
                                    + "; its input is N × 6. 6 = size of the field \"x\", from Input \"x\". Change the sizes; one of them may be -1 and takes what is left."),
                    net(new Unflatten(1, wrong), 6).problems());
        }
        assertEquals(1, net(new Unflatten(1, List.of()), 1).problems().size());
    }

    private static Net net(Unflatten unflatten, Integer... sizes) {
        return new Net().add("x", Net.input(sizes)).then("split", unflatten);
    }
}
