package jimu.engine.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jimu.engine.graph.OptimizerSettings;
import jimu.engine.layer.NumberPair;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Schema;
import jimu.engine.message.Messages;
import org.junit.jupiter.api.Test;

class OptimizerCatalogTest {
    @Test
    void everyOptimizerClassIsInTheCatalogue() {
        Set<String> classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("jimu.engine").stream()
                        .filter(type -> type.isAssignableTo(Optimizer.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = OptimizerCatalog.all().stream()
                .map(schema -> schema.defaults().getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(classes, listed);
    }

    @Test
    void defaultsAreValidAndExplained() throws Exception {
        for (Schema<Optimizer> schema : OptimizerCatalog.all()) {
            assertEquals(List.of(), schema.outOfRange(schema.defaults()));
            assertEquals(schema.defaults(), schema.create(schema.values(schema.defaults())));
            assertTrue(Messages.has("optimizer." + schema.type()));
            schema.parameters()
                    .forEach(parameter ->
                            assertTrue(Messages.has("optimizer." + schema.type() + "." + parameter.name())));
        }
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
                "SGD: nesterov needs a momentum above 0 and a dampening of 0, but momentum is 0.0 and dampening is 0.0.",
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
        return OptimizerCatalog.create(new OptimizerSettings(type, arguments));
    }
}
