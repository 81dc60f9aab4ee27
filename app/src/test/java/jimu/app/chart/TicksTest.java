package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void countsAreWholeAndGrouped() {
        assertEquals("0 5,000 10,000", labels(Axis.Form.COUNT, Scale.LINEAR, 0, 12_000, 3));
        assertEquals("0 1 2", labels(Axis.Form.COUNT, Scale.LINEAR, 0, 2, 9));
    }

    @Test
    void numbersHaveAsManyDecimalsAsTheyNeed() {
        assertEquals("0 0.5 1.0 1.5 2.0", labels(Axis.Form.NUMBER, Scale.LINEAR, 0, 2.2, 5));
        assertEquals("0.0200 0.0205 0.0210", labels(Axis.Form.NUMBER, Scale.LINEAR, 0.02, 0.021, 3));
        assertEquals("0 2e-6 4e-6", labels(Axis.Form.NUMBER, Scale.LINEAR, 0, 5e-6, 3));
    }

    @Test
    void sharesAreInPercent() {
        assertEquals("96 % 98 % 100 %", labels(Axis.Form.SHARE, Scale.LINEAR, 0.95, 1.001, 3));
    }

    @Test
    void timeIsInSecondsMinutesAndHours() {
        assertEquals("0 s 10 s 20 s", labels(Axis.Form.TIME, Scale.LINEAR, 0, 25, 3));
        assertEquals("0 s 1:00 2:00 3:00", labels(Axis.Form.TIME, Scale.LINEAR, 0, 200, 4));
        assertEquals("0 s 1:00:00 2:00:00", labels(Axis.Form.TIME, Scale.LINEAR, 0, 9000, 3));
        assertEquals("0 s 0.2 s 0.4 s", labels(Axis.Form.TIME, Scale.LINEAR, 0, 0.45, 3));
    }

    @Test
    void aLogarithmicAxisIsMarkedAtPowersOfTen() {
        assertEquals("0.01 0.1 1 10", labels(Axis.Form.NUMBER, Scale.LOG, -2, 1.2, 4));
        assertEquals("1e-6 0.001 1", labels(Axis.Form.NUMBER, Scale.LOG, -6, 2, 3));
        assertEquals("1 10 100 1,000 10,000", labels(Axis.Form.COUNT, Scale.LOG, 0, 4.3, 8));
    }

    @Test
    void aShortLogarithmicAxisHasTwosAndFivesToo() {
        assertEquals("0.1 0.2 0.5 1 2", labels(Axis.Form.NUMBER, Scale.LOG, -1, 0.4, 12));
    }

    @Test
    void withinADecadeALogarithmicAxisHasRoundNumbers() {
        assertEquals("2 4 6", labels(Axis.Form.NUMBER, Scale.LOG, Math.log10(1.5), Math.log10(7), 3));
    }

    @Test
    void allMarksLieOnTheAxis() {
        for (Scale scale : Scale.values()) {
            for (double from = -3; from < 3; from += 0.37) {
                for (double length = 0.01; length < 8; length *= 1.7) {
                    Axis axis = new Axis(new Span(from, from + length), scale, Axis.Form.NUMBER);
                    List<Ticks.Tick> ticks = Ticks.of(axis, 6);
                    assertTrue(ticks.size() >= 1 && ticks.size() <= 80, axis + ": " + ticks);
                    ticks.forEach(tick -> {
                        double share = axis.share(tick.value());
                        assertTrue(share > -1e-6 && share < 1 + 1e-6, axis + ": " + tick);
                    });
                }
            }
        }
    }

    private static String labels(Axis.Form form, Scale scale, double from, double to, int most) {
        return Ticks.of(new Axis(new Span(from, to), scale, form), most).stream()
                .map(Ticks.Tick::label)
                .filter(label -> !label.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
