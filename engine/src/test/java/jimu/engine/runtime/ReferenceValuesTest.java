package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jimu.engine.runtime.java.JavaKernels;
import jimu.engine.runtime.nd4j.Nd4jKernels;
import jimu.engine.runtime.onednn.OneDnnKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares kernels with values that PyTorch computed, where a module is one operation. */
class ReferenceValuesTest {
    static Stream<ReferenceCase> cases() {
        return Stream.of("layers.json", "losses.json")
                .flatMap(ReferenceValuesTest::read)
                .map(ReferenceCase::of)
                .flatMap(Optional::stream);
    }

    static Stream<ReferenceCase> casesOfJava() {
        return casesOf(new JavaKernels());
    }

    static Stream<ReferenceCase> casesOfOneDnn() {
        return casesOf(new OneDnnKernels());
    }

    private static Stream<ReferenceCase> casesOf(KernelSet set) {
        return cases().filter(reference ->
                KernelHarness.has(set, reference.given().op(), reference.given().operands()));
    }

    @Test
    void thereAreManyCases() {
        assertEquals(39, cases().count());
        assertEquals(25, casesOfJava().count());
        assertEquals(26, casesOfOneDnn().count());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nd4jComputesWhatPyTorchDoes(ReferenceCase reference) {
        compare(reference, new Nd4jKernels());
    }

    @ParameterizedTest
    @MethodSource("casesOfJava")
    void javaComputesWhatPyTorchDoes(ReferenceCase reference) {
        compare(reference, new JavaKernels());
    }

    @ParameterizedTest
    @MethodSource("casesOfOneDnn")
    void onednnComputesWhatPyTorchDoes(ReferenceCase reference) {
        compare(reference, new OneDnnKernels());
    }

    private static void compare(ReferenceCase reference, KernelSet set) {
        OpCase.Outcome outcome = reference.given().run(set, reference.resultGradient());
        equal("result", reference.result(), outcome.result());
        reference
                .gradients()
                .forEach((place, gradient) ->
                        equal("gradient " + place, gradient, outcome.gradients().get(place)));
        reference
                .operandsAfter()
                .forEach((place, values) ->
                        equal("operand " + place, values, outcome.operands().get(place)));
    }

    private static void equal(String what, double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length, what);
        double scale = OpCase.scale(expected);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-5 * Math.abs(expected[i]) + 2e-6 * scale, what + " at " + i);
        }
    }

    private static Stream<JsonNode> read(String file) {
        try (InputStream in = ReferenceValuesTest.class.getResourceAsStream("/reference/" + file)) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(Objects.requireNonNull(in)).spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
