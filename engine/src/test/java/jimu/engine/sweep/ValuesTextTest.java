package jimu.engine.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import jimu.engine.sweep.Values.Listed;
import jimu.engine.sweep.Values.Scale;
import jimu.engine.sweep.Values.Spread;
import jimu.engine.sweep.Values.Stepped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTextTest {
    @Test
    void listsHoldNumbersPairsFlagsAndWords() throws SweepException {
        assertEquals(
                new Listed(List.of(4L, 0.5, List.of(3L, 5L), true, "same", -1L, 1e-3)),
                ValuesText.parse("p", "4, .5,3x5,true,same,-1,1e-3"));
    }

    @Test
    void rangesHaveAStepOrACountOrNeither() throws SweepException {
        assertEquals(new Stepped(4, 16, 4), ValuesText.parse("p", "4..16:4"));
        assertEquals(new Spread(Scale.LINEAR, 0, 0.5, OptionalInt.empty()), ValuesText.parse("p", "0..0.5"));
        assertEquals(new Spread(Scale.LINEAR, -1, .5, OptionalInt.of(6)), ValuesText.parse("p", "linear:-1..0.5:6"));
        assertEquals(new Spread(Scale.LOG, 1e-4, 0.1, OptionalInt.of(5)), ValuesText.parse("p", "log:1e-4..1e-1:5"));
        assertEquals(new Spread(Scale.LOG, 1e-4, 0.1, OptionalInt.empty()), ValuesText.parse("p", "log:1e-4..1e-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4,8,16",
                "0.5,same,3x5",
                "4..16:4",
                "0..0.5",
                "linear:0..0.5:6",
                "log:0.0001..0.1:5",
                "log:1e-5..1"
            })
    void whatIsToldIsReadAsTheSame(String text) throws SweepException {
        assertEquals(text, ValuesText.parse("p", text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4,,8", "4..", "..4", "log:4", "4...5", "a..b", "log:1..2:1.5"})
    void whatHoldsNoValuesIsRefusedWithTheKnobsName(String text) {
        SweepException refused = assertThrows(SweepException.class, () -> ValuesText.parse("fc1.bias", text));
        assertTrue(String.valueOf(refused.getMessage()).contains("fc1.bias"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5..4", "0..1:0", "log:0..1:3", "log:1..2:0"})
    void rangesThatLeadNowhereAreRefused(String text) {
        SweepException refused = assertThrows(SweepException.class, () -> ValuesText.parse("lr", text));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("The range " + text + " of lr"));
    }
}
