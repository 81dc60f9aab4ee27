package jimu.engine.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import jimu.engine.CatalogTrial;
import jimu.engine.graph.Choice;
import jimu.engine.layer.NumberPair;
import jimu.engine.layer.ParameterException;
import org.junit.jupiter.api.Test;

class OptimizerCatalogTest {
    @Test
    void everyOptimizerClassIsInTheCatalogue() {
        CatalogTrial.assertComplete(Optimizer.class, OptimizerCatalog.all());
    }

    @Test
    void defaultsAreValidAndExplained() throws Exception {
        CatalogTrial.assertExplained("optimizer", OptimizerCatalog.all());
    }

    @Test
    void settingsGiveWhatDiffersFromTheDefaults() throws Exception {
        assertEquals(
                new Adam(0.01, new NumberPair(0.5, 0.9), 1e-8, 0, true),
                create("Adam", Map.of("lr", 0.01, "betas", List.of(0.5, 0.9), "amsgrad", true)));
        assertEquals(
                new SGD(0.1, 0.9, 0, 0, true), create("SGD", Map.of("lr", 0.1, "momentum", 0.9, "nesterov", true)));
    }

    @Test
    void whatCannotBeMadeIsToldInASentence() {
        assertEquals(
                "There is no \"Lion\"; there are SGD, Adam, AdamW, Adagrad, RMSprop, NAdam, Adadelta, Adamax, RAdam.",
                refusal("Lion", Map.of()));
        assertEquals(
                "SGD has no parameter \"rate\"; it has lr, momentum, dampening, weight_decay, nesterov.",
                refusal("SGD", Map.of("rate", 0.1)));
        assertEquals("SGD: lr must be 0 or more, but is -0.1.", refusal("SGD", Map.of("lr", -0.1)));
        assertEquals(
                "SGD: nesterov needs a momentum above 0 and a dampening of 0, but momentum is 0.0 and dampening is"
                        + " 0.0.",
                refusal("SGD", Map.of("nesterov", true)));
        assertEquals("SGD: nesterov must be true or false, but is 1.", refusal("SGD", Map.of("nesterov", 1)));
        assertEquals(
                "Adam: betas must be between 0 and 0.9999999, but is [0.9, 1.0].",
                refusal("Adam", Map.of("betas", List.of(0.9, 1))));
        assertEquals(
                "Adam: betas must be a list of two numbers, such as [0.9, 0.999], but is 0.9.",
                refusal("Adam", Map.of("betas", 0.9)));
    }

    private static String refusal(String type, Map<String, Object> arguments) {
        return String.valueOf(assertThrows(ParameterException.class, () -> create(type, arguments))
                .getMessage());
    }

    private static Optimizer create(String type, Map<String, Object> arguments) throws ParameterException {
        return OptimizerCatalog.create(new Choice(type, arguments));
    }
}
