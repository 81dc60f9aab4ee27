package jimu.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import javafx.application.Platform;

/** The rules that hold in every package of engine and app. */
@AnalyzeClasses(packages = "jimu", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    private static final String[] STARTERS_OF_THREADS = {"jimu.app.fx..", "jimu.engine.train.."};

    @ArchTest
    static final ArchRule onlyFxAndTrainStartThreads = noClasses()
            .that()
            .resideOutsideOfPackages(STARTERS_OF_THREADS)
            .should()
            .accessTargetWhere(leavesTheCallingThread())
            .orShould()
            .beAssignableTo(Thread.class)
            .orShould()
            .beAssignableTo("javafx.concurrent.Service")
            .orShould()
            .beAssignableTo("javafx.concurrent.ScheduledService");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("jimu.app.cli..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule logsGoThroughSlf4j = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("jimu.app.Main")
            .should()
            .dependOnClassesThat(areOtherLoggers())
            .because("Main alone may silence JavaFX's own logger");

    @ArchTest
    static final ArchRule staticFieldsAreFinal =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule nothingHandsOutASingleton = noMethods().should().haveName("getInstance");

    @ArchTest
    static final ArchRule namesArePlainNouns = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Impl|Utils?)(\\$.*)?")
            .orShould()
            .haveNameMatching(".*[.$]Abstract[^.]*");

    @ArchTest
    static final ArchRule publicMethodsTakeNoBoolean = noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and(areOurOwn())
            .should()
            .haveRawParameterTypes(describe(
                    "with a boolean", types -> types.stream().anyMatch(type -> type.isEquivalentTo(boolean.class))));

    private static DescribedPredicate<JavaAccess<?>> leavesTheCallingThread() {
        return describe("it leaves the calling thread", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getTarget().getName();
            boolean made = name.equals(JavaConstructor.CONSTRUCTOR_NAME);
            boolean queued = owner.isEquivalentTo(Platform.class) && name.startsWith("run");
            boolean pooled = owner.isEquivalentTo(Executors.class) || owner.isEquivalentTo(ForkJoinPool.class);
            boolean asynchronous = owner.isEquivalentTo(CompletableFuture.class) && name.endsWith("Async");
            boolean thread = owner.isAssignableTo(Thread.class)
                    && (made || name.startsWith("start") || name.equals("ofVirtual") || name.equals("ofPlatform"));
            boolean executor = made
                    && owner.isAssignableTo(Executor.class)
                    && !owner.getName().startsWith("jimu.");
            boolean timer = made && owner.isAssignableTo(Timer.class);
            return queued || pooled || asynchronous || thread || executor || timer;
        });
    }

    private static DescribedPredicate<JavaClass> areOtherLoggers() {
        return describe(
                "are loggers other than slf4j's",
                type -> type.getName().startsWith("java.lang.System$Logger")
                        || Stream.of("java.util.logging", "org.apache.commons.logging", "ch.qos.logback")
                                .anyMatch(type.getPackageName()::startsWith));
    }

    /**
     * Not those that a supertype prescribes, nor those where a record's boolean component comes in or out: a record's
     * {@code with…}, and an enum's factory, which gives the flag its name.
     */
    private static DescribedPredicate<JavaMethod> areOurOwn() {
        return describe("are our own", method -> {
            JavaClass owner = method.getOwner();
            boolean prescribed = Stream.concat(
                            owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                    .flatMap(type -> type.getMethods().stream())
                    .anyMatch(other -> other.getName().equals(method.getName())
                            && other.getRawParameterTypes().size()
                                    == method.getRawParameterTypes().size());
            boolean with = owner.isRecord() && method.getName().startsWith("with");
            return !prescribed
                    && !with
                    && !owner.isEnum()
                    && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
        });
    }
}
