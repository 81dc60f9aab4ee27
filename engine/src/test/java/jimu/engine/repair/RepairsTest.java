package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import jimu.engine.Net;
import jimu.engine.graph.Edit;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.merge.Add;
import jimu.engine.message.Messages;
import org.junit.jupiter.api.Test;

class RepairsTest {
    private static final Linear PINNED = (Linear) Net.layer("Linear", Map.of("in_features", 400L));

    @Test
    void noRepairIsOfferedThatBreaksABlockWhichWasRight() {
        Patient patient = Patient.of(new Net().add("x", Net.input(16, 5, 5)).then("fc", PINNED));
        assertTrue(patient.words("linear.pinned").contains("let in_features follow the input"));
        Patient joined = Patient.of(new Net()
                .add("x", Net.input(8))
                .then("flat", new Flatten())
                .add("conv", Net.layer("Conv2d", Map.of()), "flat")
                .add("sum", new Add(), "flat", "x"));
        assertEquals(List.of(), joined.words("window.rank"));
    }

    @Test
    void aBlockThatWasHiddenMayShowItsOwnProblem() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(8))
                .then("fc1", Net.layer("Linear", Map.of("in_features", 5L)))
                .then("fc2", Net.layer("Linear", Map.of("in_features", 5L))));
        Patient mended = patient.mended("linear.pinned", "let in_features follow the input");
        assertEquals(Map.of("x", "N × 8", "fc1", "N × 10", "fc2", "linear.pinned"), mended.shapes());
        assertEquals(
                List.of(),
                mended.mended("linear.pinned", "let in_features follow the input")
                        .problems());
    }

    @Test
    void aProblemInAGroupIsMendedInItsDefinition() {
        Net inside = new Net()
                .add("fc", Net.layer("Linear", Map.of("in_features", 5L)))
                .then("again", new Linear());
        Patient patient = Patient.of(new Net()
                .define("Part", inside, "fc", "again")
                .add("x", Net.input(8))
                .thenUse("part", "Part", 1));
        Offer offer = patient.offers("linear.pinned").get(0);
        assertEquals(
                new Edit.Within("Part", new Edit.SetParameter("fc", "in_features", "auto")),
                offer.repair().whole(offer.repair().edit()));
        assertEquals(
                Map.of("x", "N × 8", "part.fc", "N × 10", "part.again", "N × 10"),
                patient.mended("linear.pinned", "let in_features follow the input")
                        .shapes());
    }

    @Test
    void aBlockIsInsertedWhereAWireEntersAGroup() {
        Net inside = new Net().add("fc", PINNED).then("again", new Linear());
        Patient patient = Patient.of(new Net()
                .define("Part", inside, "fc", "again")
                .add("x", Net.input(16, 5, 5))
                .thenUse("part", "Part", 1));
        assertEquals(
                Map.of(
                        "x", "N × 16 × 5 × 5",
                        "part.flatten1", "N × 400",
                        "part.fc", "N × 10",
                        "part.again", "N × 10"),
                patient.mended("linear.pinned", "insert Flatten before it").shapes());
    }

    @Test
    void everyKindMendsProblemsThatThereAre() {
        Set<String> unknown = new TreeSet<>();
        Set<String> mended = new TreeSet<>();
        Remedies.ALL.forEach(remedy -> remedy.keys().forEach(key -> {
            mended.add(key);
            try {
                Messages.text("problem." + key);
            } catch (MissingResourceException e) {
                unknown.add(key);
            }
        }));
        assertEquals(Set.of(), unknown);
        assertTrue(mended.size() >= 60, mended.toString());
    }
}
