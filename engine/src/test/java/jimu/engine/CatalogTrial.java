package jimu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jimu.engine.layer.Configured;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Schema;
import jimu.engine.message.Messages;

/** What holds for every catalogue of things that settings choose. */
public final class CatalogTrial {
    private CatalogTrial() {}

    /** Asserts that every class of the kind is listed. */
    public static <T extends Configured> void assertComplete(Class<T> kind, List<Schema<T>> listed) {
        Set<String> classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("jimu.engine").stream()
                        .filter(type -> type.isAssignableTo(kind) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = listed.stream()
                .map(schema -> schema.defaults().getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(classes, found);
    }

    /** Asserts that defaults are in range and survive their plain form, and that the messages explain every parameter. */
    public static <T extends Configured> void assertExplained(String prefix, List<Schema<T>> listed)
            throws ParameterException {
        for (Schema<T> schema : listed) {
            assertEquals(List.of(), schema.outOfRange(schema.defaults()));
            assertEquals(schema.defaults(), schema.create(schema.values(schema.defaults())));
            String key = prefix + "." + schema.type();
            assertTrue(Messages.has(key), key);
            schema.parameters().forEach(parameter -> assertTrue(Messages.has(key + "." + parameter.name()), key));
        }
    }
}
