package jimu.engine.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class ActivationTest {
    /** One of each kind, or more where its numbers choose between branches. */
    public static Stream<Activation> all() {
        return Stream.of(
                new Activation.Relu(),
                new Activation.LeakyRelu(0.1),
                new Activation.LeakyRelu(-0.5),
                new Activation.Elu(0.7, 1),
                new Activation.Elu(1.6, 1.05),
                new Activation.Gelu(),
                new Activation.GeluTanh(),
                new Activation.Silu(),
                new Activation.Mish(),
                new Activation.Softplus(1, 20),
                new Activation.Softplus(2, 40),
                new Activation.Softsign(),
                new Activation.Sine(),
                new Activation.Line(-1.5, 0.25),
                new Activation.Hardswish(),
                new Activation.Ramp(1.0 / 6, 0.5, 1),
                new Activation.Ramp(1, 0, 6),
                new Activation.Sigmoid(),
                new Activation.LogSigmoid(),
                new Activation.Tanh());
    }

    @Test
    void everyKindIsTried() {
        assertEquals(
                Set.of(Activation.class.getPermittedSubclasses()),
                all().map(Object::getClass).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void valuesAndSlopesAreFiniteForLargeNumbers(Activation function) {
        for (double x : List.of(-1e4, -750.0, -30.0, -1e-300, 0.0, 1e-300, 30.0, 750.0, 1e4)) {
            double y = function.value(x);
            assertTrue(Double.isFinite(y), "value at " + x);
            assertTrue(Double.isFinite(function.slope(function.slopeOf() == Need.RESULTS ? y : x)), "slope at " + x);
        }
    }
}
