package jimu.app.fx.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jimu.engine.data.DataException;
import jimu.engine.data.DataLoader;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.DataSource.Toy;
import jimu.engine.graph.TargetKind;
import jimu.engine.graph.ToyProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScatterTest {
    @TempDir
    Path folder;

    @Test
    void aToyProblemIsPointsWithClasses() throws DataException {
        Scatter scatter = of(new Toy(ToyProblem.GAUSSIANS).withClasses(3).withSamples(100))
                .orElseThrow();
        assertEquals(List.of("0", "1", "2"), scatter.classes());
        assertEquals(3 * 72, scatter.training().length);
        assertEquals(3 * 8, scatter.validation().length);
        assertEquals(0, scatter.low());
        assertEquals(2, scatter.high());
    }

    @Test
    void valuesHaveTheirRange() throws DataException {
        Scatter plane = of(new Toy(ToyProblem.PLANE)).orElseThrow();
        assertEquals(List.of(), plane.classes());
        assertTrue(plane.low() < -0.7 && plane.high() > 0.7);
    }

    @Test
    void aTableOfTwoColumnsIsPointsToo() throws DataException, IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "a,b,k\n0,10,u\n4,30,v\n2,20,u\n0,10,u\n4,30,v\n");
        Scatter classes = of(new DataSource.CsvFile(file.toString(), List.of(), "k", TargetKind.CLASS))
                .orElseThrow();
        assertEquals(List.of("u", "v"), classes.classes());
        assertTrue(of(new DataSource.CsvFile(file.toString(), List.of("a"), "k", TargetKind.CLASS))
                .isEmpty());
        assertEquals(
                List.of("u", "v"),
                of(new DataSource.CsvFile(file.toString(), List.of(), "k", TargetKind.BINARY))
                        .orElseThrow()
                        .classes());
    }

    @Test
    void manyPointsAreThinnedOutEvenly() throws DataException {
        Scatter many = of(new Toy(ToyProblem.CIRCLE).withSamples(50_000)).orElseThrow();
        assertEquals(3 * 2000, many.training().length);
    }

    @Test
    void sidesThatAreAlikeBecomeASquare() {
        assertEquals(new Extent(-1.2, 1.2, -1.2, 1.2), Extent.around(-1, 1, -0.5, 0.5));
        assertEquals(new Extent(-10, 110, -3, 33), Extent.around(0, 100, 0, 30), "not where they differ much");
        Extent single = Extent.around(5, 5, 5, 5);
        assertTrue(single.left() < 5 && single.right() > 5, "a single point has room around it");
    }

    private static Optional<Scatter> of(DataSource source) throws DataException {
        return Scatter.of(DataLoader.load(DataSettings.NONE.withSource(source)));
    }
}
