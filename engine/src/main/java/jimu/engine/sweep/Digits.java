package jimu.engine.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What numbers a knob takes. */
public enum Digits {
    /** Whole numbers; plain: a Long. */
    WHOLE {
        @Override
        Object plain(double number) {
            return Math.round(number);
        }
    },
    /** Any numbers; plain: a Double of four significant digits, so that a person can type it again. */
    REAL {
        @Override
        Object plain(double number) {
            return new BigDecimal(number)
                    .round(new MathContext(SIGNIFICANT, RoundingMode.HALF_EVEN))
                    .doubleValue();
        }
    };

    private static final int SIGNIFICANT = 4;

    /** The number next to {@code number} that the knob takes. */
    abstract Object plain(double number);
}
