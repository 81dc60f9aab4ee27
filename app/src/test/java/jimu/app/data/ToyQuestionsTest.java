package jimu.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import jimu.app.session.Session;
import jimu.engine.graph.DataSource.Toy;
import jimu.engine.graph.ToyProblem;
import org.junit.jupiter.api.Test;

class ToyQuestionsTest {
    private final DataTab tab = new DataTab();
    private final Session session = tab.session();
    private final DataViewModel model = tab.model();

    @Test
    void aToyProblemIsPointsOfThePlaneWithSlidersOfItsOwn() {
        model.choose(DataChoice.SPIRAL);
        assertEquals(
                List.of("noise", "samples", "classes", "points_seed", "standardize", "validation", "test", "seed"),
                tab.questions());
        assertEquals(Optional.of(DataChoice.SPIRAL), model.choiceProperty().get());
        assertEquals("Spiral", model.factsProperty().get().orElseThrow().name());
        assertEquals(3 * 360, points().scatter().training().length);
        assertEquals(
                List.of("point[0]", "point[1]", "label", "target"),
                points().rows().header());
        model.choose(DataChoice.WAVES);
        assertEquals(
                List.of("noise", "samples", "points_seed", "standardize", "validation", "test", "seed"),
                tab.questions());
        assertEquals(List.of(), points().scatter().classes());
    }

    @Test
    void movingASliderShowsThePointsAndIsOneStepOfUndo() {
        model.choose(DataChoice.MOONS);
        Toy before = toy();
        tab.entry("samples").slideTo(1000L);
        assertEquals(3 * 720, points().scatter().training().length, "while it moves");
        assertEquals(before, toy());
        tab.entry("samples").slideTo(2000L);
        tab.entry("samples").finish();
        assertEquals(before.withSamples(2000), toy());
        assertEquals(3 * 1440, points().scatter().training().length);
        session.undo();
        assertEquals(before, toy());
        assertEquals(3 * 360, points().scatter().training().length);
    }

    @Test
    void aMovementTakenBackShowsThePointsThatThereAre() {
        model.choose(DataChoice.MOONS);
        tab.entry("noise").slideTo(0.5);
        tab.entry("noise").revert();
        assertEquals(0.05, toy().noise());
        assertTrue(points().scatter().extent().right() < 1.5);
    }

    @Test
    void anotherToyProblemKeepsNoiseSizeAndSeed() {
        model.choose(DataChoice.MOONS);
        tab.entry("noise").set(0.25);
        tab.entry("points_seed").set(7L);
        model.choose(DataChoice.XOR);
        assertEquals(new Toy(ToyProblem.XOR).withNoise(0.25).withSeed(7), toy());
    }

    @Test
    void aNoiseOutOfRangeIsToldAndNotTaken() {
        model.choose(DataChoice.MOONS);
        tab.entry("noise").set(1.5);
        assertEquals(
                "Noise must be a number from 0 to 1.",
                tab.entry("noise").problemProperty().get());
        assertEquals(0.05, toy().noise());
    }

    private Toy toy() {
        return (Toy) session.present().data().source().orElseThrow();
    }

    private DataPreview.Points points() {
        return (DataPreview.Points) model.previewProperty().get();
    }
}
