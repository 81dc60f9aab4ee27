package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import jimu.app.fx.Background;
import jimu.app.session.Iris;
import jimu.app.session.OpenData;
import jimu.app.session.Session;
import jimu.engine.graph.Choice;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Edit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twenty epochs of Adam at 0.01. */
class RateViewModelTest {
    private final Session session = new Session();
    private final RateViewModel model = new RateViewModel(session, new OpenData(session, Background.onCurrentThread()));

    @BeforeEach
    void openIris() {
        session.openNew(Iris.DOCUMENT.withData(DataSettings.NONE), "iris");
    }

    @Test
    void withoutAScheduleTheRateStays() {
        assertEquals("Planned: the rate stays", model.remarkProperty().get());
        assertEquals(0.01, last());
        assertEquals(20, model.epochs());
    }

    @Test
    void aPreviewedScheduleIsPlannedAtOnce() {
        session.preview(scheduled("ExponentialLR", Map.of("gamma", 0.5)));
        assertEquals(0.01 * Math.pow(0.5, 19), last(), 1e-15);
        session.endPreview();
        assertEquals(0.01, last());
    }

    @Test
    void whatDoesNotGoTogetherIsToldInASentence() {
        session.apply(scheduled("OneCycleLR", Map.of("total_steps", 3L)));
        assertEquals(
                "OneCycleLR: total_steps is pinned to 3, but the training has 2000 steps; let total_steps follow the"
                        + " training, or train for fewer epochs.",
                model.problemProperty().get());
        session.undo();
        assertEquals("", model.problemProperty().get());
    }

    private static Edit scheduled(String type, Map<String, Object> arguments) {
        return new Edit.SetTraining(Iris.DOCUMENT.training().withSchedule(Optional.of(new Choice(type, arguments))));
    }

    private double last() {
        return model.planned().y(model.planned().size() - 1);
    }
}
