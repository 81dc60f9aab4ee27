package jimu.engine.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialFunctionsTest {
    private static final double RELATIVE = 1e-14;

    /** Values of the C library's erfc. */
    @ParameterizedTest
    @CsvSource({
        "-6, 2.0",
        "-4.5, 1.999999999803384",
        "-1, 1.842700792949715",
        "-0.47, 1.4937450508860821",
        "-0.1, 1.1124629160182848",
        "0, 1.0",
        "1e-09, 0.9999999988716208",
        "0.3, 0.6713732405408726",
        "0.46875, 0.507386526782062",
        "0.5, 0.4795001221869535",
        "1, 0.15729920705028513",
        "2, 0.004677734981047265",
        "3.9, 3.479224859723177e-08",
        "4.1, 6.700027654084918e-09",
        "5, 1.5374597944280351e-12",
        "10, 2.088487583762545e-45",
        "26, 5.663192408856143e-296"
    })
    void theComplementaryErrorFunctionHasItsKnownValues(double x, double expected) {
        assertEquals(expected, SpecialFunctions.erfc(x), 50 * RELATIVE * expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e4, -20, -1, -1e-3, -1e-9, -1e-300, 0, 1e-300, 1e-17, 1e-9, 0.1, 1, 20, 1e4})
    void theOthersEqualThoseOfTheStandardLibrary(double x) {
        equal(Math.tanh(x), SpecialFunctions.tanh(x));
        equal(Math.expm1(x), SpecialFunctions.expm1(x));
        equal(Math.log1p(Math.abs(x)), SpecialFunctions.log1p(Math.abs(x)));
        equal(Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), SpecialFunctions.softplus(x));
    }

    private static void equal(double expected, double found) {
        assertEquals(expected, found, Math.abs(expected) < Double.MAX_VALUE ? RELATIVE * Math.abs(expected) : 0);
    }
}
