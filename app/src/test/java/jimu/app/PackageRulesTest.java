package jimu.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package of the app may know which, and what views and view models may touch. */
@AnalyzeClasses(packages = "jimu.app", importOptions = DoNotIncludeTests.class)
class PackageRulesTest {
    /** Where the features meet. */
    private static final String[] COMMON = {
        "jimu.app.session..", "jimu.app.library..", "jimu.app.command..", "jimu.app.fx..", "jimu.app.text.."
    };

    private static final DescribedPredicate<JavaClass> HISTORY =
            DescribedPredicate.describe("History", type -> type.getName().equals("jimu.engine.graph.History"));

    @ArchTest
    static final ArchRule viewModelsKnowNoNodes = noClasses()
            .that()
            .haveNameMatching(".*ViewModel(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule viewsDecideNothing = noClasses()
            .that()
            .haveNameMatching(".*View(\\$.*)?")
            .should()
            .dependOnClassesThat(resideInAnyPackage("jimu.engine.train..", "jimu.engine.runtime..")
                    .or(HISTORY))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule featuresDoNotKnowEachOther = slices().matching("jimu.app.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage(COMMON))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingKnowsWhoWiresIt = noClasses()
            .that()
            .resideOutsideOfPackage("jimu.app")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jimu.app")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("jimu.app.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule kernelLibrariesStayInTheEngine = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.bytedeco..")
            .allowEmptyShould(true);
}
