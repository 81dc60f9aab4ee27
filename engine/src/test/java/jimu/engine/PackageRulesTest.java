package jimu.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which package of the engine may know which, and where each outside library may stand. */
@AnalyzeClasses(packages = "jimu.engine", importOptions = DoNotIncludeTests.class)
class PackageRulesTest {
    private static final String ENGINE = "jimu.engine.";
    private static final String LAYER = ENGINE + "layer.Layer";

    /** Inner to outer: each package may know those before it. */
    private static final List<String> CHAIN =
            List.of("message", "shape", "random", "tensor", "op", "layer", "graph", "infer", "plan", "runtime");

    private static final Map<String, Set<String>> BESIDE = Map.of(
            "io", chainUpTo("plan", "data"),
            "data", Set.of("message", "shape", "random", "tensor", "graph"),
            "train", chainUpTo("runtime", "data", "io"),
            "evaluate", chainUpTo("runtime", "data", "train"),
            "export", chainUpTo("plan", "data", "io", "train"),
            "imports", chainUpTo("plan", "data", "io"),
            "repair", chainUpTo("infer", "data", "train"),
            "runs", chainUpTo("runtime", "data", "io", "train"),
            "sweep", chainUpTo("runtime", "data", "io", "train", "imports"),
            "verify", chainUpTo("runtime", "data", "io", "train"));

    @ArchTest
    static final ArchRule theWindowIsUnknown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.jfree..", "javax.swing..", "jimu.app..");

    @ArchTest
    static final ArchRule awtServesImagesAlone = library("java.awt..", "data.image..")
            .as("java.awt stands in data.image alone, which reads pictures with it");

    @ArchTest
    static final ArchRule nd4jStandsBehindTensorsItsKernelsAndNpyFiles =
            library("org.nd4j..", "tensor..", "runtime.nd4j..", "io..");

    @ArchTest
    static final ArchRule dnnlStandsInItsKernelSet = library("org.bytedeco.dnnl..", "runtime.onednn..");

    @ArchTest
    static final ArchRule javacppStandsBehindTensorsAndKernels =
            library("org.bytedeco.javacpp..", "tensor..", "runtime..");

    @ArchTest
    static final ArchRule arrowsPointInward = classes().should(knowInnerPackagesOnly());

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching(ENGINE + "(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule layersAreRecords =
            classes().that(areConcreteLayers()).should().beRecords().allowEmptyShould(true);

    @ArchTest
    static final ArchRule layersKnowShapesOperationsAndTheJdk = classes()
            .that(areConcreteLayers())
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    ENGINE + "shape..",
                    ENGINE + "op..",
                    ENGINE + "layer..",
                    ENGINE + "message..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule layersDoNotKnowEachOther =
            classes().that(areConcreteLayers()).should(knowNoOtherLayer()).allowEmptyShould(true);

    private static ArchRule library(String library, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        Arrays.stream(homes).map(ENGINE::concat).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }

    private static Set<String> chainUpTo(String last, String... more) {
        Set<String> packages = new HashSet<>(CHAIN.subList(0, CHAIN.indexOf(last) + 1));
        packages.addAll(List.of(more));
        return packages;
    }

    private static Set<String> innerPackagesOf(String name) {
        int place = CHAIN.indexOf(name);
        return place < 0 ? BESIDE.getOrDefault(name, Set.of()) : Set.copyOf(CHAIN.subList(0, place));
    }

    /** The package directly under the engine's root; the root's own is empty. */
    private static String packageOf(JavaClass type) {
        String inner = (type.getPackageName() + ".").substring(ENGINE.length());
        return inner.isEmpty() ? "" : inner.substring(0, inner.indexOf('.'));
    }

    private static ArchCondition<JavaClass> knowInnerPackagesOnly() {
        return new ArchCondition<>("stand in a package of the design and know inner packages only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = packageOf(type);
                boolean rootInfo = own.isEmpty() && type.getSimpleName().equals("package-info");
                if (!CHAIN.contains(own) && !BESIDE.containsKey(own) && !rootInfo) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " stands in no package of the design"));
                }
                Set<String> inner = innerPackagesOf(own);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!target.getName().startsWith(ENGINE)) {
                        continue;
                    }
                    String other = packageOf(target);
                    if (!other.equals(own) && !inner.contains(other)) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static DescribedPredicate<JavaClass> areConcreteLayers() {
        return DescribedPredicate.describe(
                "are concrete layers", type -> type.isAssignableTo(LAYER) && !type.isInterface());
    }

    private static ArchCondition<JavaClass> knowNoOtherLayer() {
        return new ArchCondition<>("know no other concrete layer") {
            @Override
            public void check(JavaClass layer, ConditionEvents events) {
                for (Dependency dependency : layer.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!target.equals(layer) && areConcreteLayers().test(target)) {
                        events.add(SimpleConditionEvent.violated(layer, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
