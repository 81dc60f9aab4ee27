package jimu.engine.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LayerCatalogTest {
    @Test
    void everyLayerClassIsInTheCatalogue() {
        Set<String> listed = LayerCatalog.all().stream()
                .map(schema -> schema.defaults().getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(classesOf(Layer.class), listed);
    }

    @Test
    void aLayerIsFoundByItsName() {
        for (LayerSchema schema : LayerCatalog.all()) {
            assertEquals(
                    schema.type(),
                    LayerCatalog.find(schema.type()).orElseThrow().type());
            assertEquals(schema.type(), LayerCatalog.of(schema.defaults()).type());
        }
        assertEquals(Optional.empty(), LayerCatalog.find("Dense"));
    }

    private static Set<String> classesOf(Class<?> kind) {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("jimu.engine").stream()
                        .filter(type -> type.isAssignableTo(kind) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
