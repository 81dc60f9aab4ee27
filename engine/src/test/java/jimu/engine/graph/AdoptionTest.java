package jimu.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.Net;
import jimu.engine.layer.Layer;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.Sigmoid;
import org.junit.jupiter.api.Test;

class AdoptionTest {
    private static final Document NESTED = nested(new ReLU());

    /** A group {@code outer} of one block, a group {@code inner} of one layer. */
    private static Document nested(Layer layer) {
        Document one = new Net().add("x", Net.input(4)).then("a", layer).document();
        Document two = new Edit.MakeGroup(Set.of("a"), "inner", "i").apply(one);
        return new Edit.MakeGroup(Set.of("i"), "outer", "o").apply(two);
    }

    private static Map<String, Definition> reached(Document document) {
        return Definition.reached(document.graph(), document.definitions());
    }

    private static List<String> names(Adoption adoption) {
        return adoption.added().stream().map(Definition::name).toList();
    }

    @Test
    void whatIsUsedComesBeforeWhatUsesIt() {
        assertEquals(List.of("inner", "outer"), List.copyOf(reached(NESTED).keySet()));
    }

    @Test
    void anEmptyDocumentTakesAllAsTheyAre() {
        Adoption adoption = Adoption.of(Document.EMPTY, reached(NESTED));
        assertEquals(List.copyOf(reached(NESTED).values()), adoption.added());
    }

    @Test
    void whatIsThereAlreadyIsUsedAgain() {
        Adoption adoption = Adoption.of(NESTED, reached(NESTED));
        assertEquals(List.of(), adoption.added());
        assertEquals(new Content.Use("outer", 3), adoption.content(new Content.Use("outer", 3)));
    }

    @Test
    void differentContentsGetOtherNamesAllTheWayOut() {
        Adoption adoption = Adoption.of(NESTED, reached(nested(new Sigmoid())));
        assertEquals(List.of("inner2", "outer2"), names(adoption));
        assertEquals(Set.of("inner2"), adoption.added().get(1).uses());
        assertEquals(new Content.Use("outer2", 1), adoption.content(new Content.Use("outer", 1)));
    }

    @Test
    void whatWasBroughtUnderAnotherNameIsUsedAgainToo() {
        Document after = new Edit.Define(
                        Adoption.of(NESTED, reached(nested(new Sigmoid()))).added())
                .apply(NESTED);
        Adoption again = Adoption.of(after, reached(nested(new Sigmoid())));
        assertEquals(List.of(), again.added());
        assertEquals(new Content.Use("outer2", 1), again.content(new Content.Use("outer", 1)));
    }
}
