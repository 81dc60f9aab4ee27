package jimu.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.evaluate.ClassReport.Row;
import org.junit.jupiter.api.Test;

class ClassReportTest {
    private static final double EXACT = 1e-12;

    private final ConfusionMatrix matrix =
            new ConfusionMatrix(List.of("a", "b", "c"), new long[] {5, 1, 0, 2, 3, 1, 0, 0, 4});

    @Test
    void figuresOfAClassAreThoseWorkedByHand() {
        Row b = ClassReport.of(matrix).rows().get(1);
        assertEquals(3.0 / 4, b.precision(), EXACT);
        assertEquals(3.0 / 6, b.recall(), EXACT);
        assertEquals(6.0 / 10, b.f1(), EXACT);
        assertEquals(6, b.support());
        assertEquals("b", b.name());
    }

    @Test
    void meansAreThoseOfNumPy() {
        ClassReport report = ClassReport.of(matrix);
        assertEquals(0.7547619047619049, report.macro().precision(), EXACT);
        assertEquals(0.7777777777777778, report.macro().recall(), EXACT);
        assertEquals(0.7527065527065527, report.macro().f1(), EXACT);
        assertEquals(0.7491071428571427, report.weighted().precision(), EXACT);
        assertEquals(0.75, report.weighted().recall(), EXACT);
        assertEquals(0.7356837606837606, report.weighted().f1(), EXACT);
        assertEquals(16, report.weighted().support());
        assertEquals(0.75, report.accuracy(), EXACT);
    }

    @Test
    void aClassThatIsNeverChosenOrNeverThereHasZeros() {
        ClassReport report = ClassReport.of(new ConfusionMatrix(List.of("no", "yes"), new long[] {3, 0, 0, 0}));
        assertEquals(new Row("yes", 0, 0, 0, 0), report.rows().get(1));
        assertEquals(new Row("no", 1, 1, 1, 3), report.rows().get(0));
        assertEquals(0.5, report.macro().f1(), EXACT);
        assertEquals(1, report.weighted().f1(), EXACT);
    }

    @Test
    void cellsAreCountsOrSharesOfTheTrueClass() {
        assertEquals(2, matrix.count(1, 0));
        assertEquals(2.0 / 6, matrix.share(1, 0), EXACT);
        assertEquals(7, matrix.predicted(0));
        assertEquals(16, matrix.total());
        assertEquals(0, new ConfusionMatrix(List.of("a"), new long[] {0}).share(0, 0));
    }
}
