package jimu.engine.train.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import jimu.engine.CatalogTrial;
import jimu.engine.graph.Choice;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Size;
import org.junit.jupiter.api.Test;

class ScheduleCatalogTest {
    @Test
    void everyScheduleClassIsInTheCatalogue() {
        CatalogTrial.assertComplete(Schedule.class, ScheduleCatalog.all());
    }

    @Test
    void defaultsAreValidAndExplained() throws Exception {
        CatalogTrial.assertExplained("schedule", ScheduleCatalog.all());
    }

    @Test
    void settingsGiveWhatDiffersFromTheDefaults() throws Exception {
        assertEquals(
                new CosineAnnealingLR(Size.of(20), 0.001),
                create("CosineAnnealingLR", Map.of("T_max", 20L, "eta_min", 0.001)));
    }

    @Test
    void whatCannotBeMadeIsToldInASentence() {
        assertEquals(
                "There is no \"CyclicLR\"; there are StepLR, MultiStepLR, ExponentialLR, CosineAnnealingLR,"
                        + " CosineAnnealingWarmRestarts, LinearLR, PolynomialLR, OneCycleLR, ReduceLROnPlateau.",
                refusal("CyclicLR", Map.of()));
        assertEquals(
                "CosineAnnealingLR has no parameter \"t_max\"; it has T_max, eta_min.",
                refusal("CosineAnnealingLR", Map.of("t_max", 5)));
        assertEquals(
                "LinearLR: start_factor must be between 0.0000010 and 1, but is 0.0.",
                refusal("LinearLR", Map.of("start_factor", 0)));
        assertEquals(
                "ReduceLROnPlateau: mode must be one of min, max, but is best.",
                refusal("ReduceLROnPlateau", Map.of("mode", "best")));
        assertEquals(
                "MultiStepLR: milestones must be a list of whole numbers, such as [1, 28, 28], but is three.",
                refusal("MultiStepLR", Map.of("milestones", "three")));
        assertEquals(
                "MultiStepLR: milestones must be 0 or more, but is [3, -1].",
                refusal("MultiStepLR", Map.of("milestones", List.of(3, -1))));
    }

    private static String refusal(String type, Map<String, Object> arguments) {
        return String.valueOf(assertThrows(ParameterException.class, () -> create(type, arguments))
                .getMessage());
    }

    private static Schedule create(String type, Map<String, Object> arguments) throws ParameterException {
        return ScheduleCatalog.create(new Choice(type, arguments));
    }
}
