package jimu.engine.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** The values that a knob is to take. */
public sealed interface Values {
    /** As on the command line, from which {@link ValuesText#parse} reads the same again. */
    String text();

    /** Values one by one, in plain form. */
    record Listed(List<Object> values) implements Values {
        public Listed {
            values = Collections.unmodifiableList(new ArrayList<>(values));
            if (values.isEmpty()) {
                throw new IllegalArgumentException("At least one value");
            }
        }

        @Override
        public String text() {
            return ValuesText.list(values);
        }
    }

    /** {@code from}, {@code from + step} and so on up to {@code to}, which is among them if the steps meet it. */
    record Stepped(double from, double to, double step) implements Values {
        public Stepped {
            if (!(from <= to) || !(step > 0) || Double.isInfinite(to - from)) {
                throw new IllegalArgumentException("From must not exceed to, and the step must exceed 0");
            }
        }

        /** How many values there are. */
        long count() {
            return exact(to)
                            .subtract(exact(from))
                            .divideToIntegralValue(exact(step))
                            .longValue()
                    + 1;
        }

        Object value(long index, Digits digits) {
            BigDecimal number = exact(from).add(exact(step).multiply(BigDecimal.valueOf(index)));
            return digits == Digits.WHOLE ? digits.plain(number.doubleValue()) : (Object) number.doubleValue();
        }

        private static BigDecimal exact(double number) {
            return new BigDecimal(Double.toString(number));
        }

        @Override
        public String text() {
            return ValuesText.number(from)
                    + ValuesText.TO
                    + ValuesText.number(to)
                    + ValuesText.COUNT
                    + ValuesText.number(step);
        }
    }

    /**
     * Numbers between two, evenly spread over a scale.
     *
     * @param scale on which they are even
     * @param from the lowest
     * @param to the highest
     * @param count how many, both ends among them; empty for any number between, which only a random search can draw unless they
     *     are whole
     */
    record Spread(Scale scale, double from, double to, OptionalInt count) implements Values {
        public Spread {
            if (!(from <= to) || Double.isInfinite(to - from)) {
                throw new IllegalArgumentException("From must not exceed to");
            }
            if (scale == Scale.LOG && from <= 0) {
                throw new IllegalArgumentException("A logarithmic range begins above 0");
            }
            if (count.isPresent() && count.getAsInt() < 1) {
                throw new IllegalArgumentException("At least one value");
            }
        }

        /** The number at {@code share} of the way, from 0 to 1. */
        double at(double share) {
            return share <= 0 ? from : share >= 1 ? to : scale.between(from, to, share);
        }

        @Override
        public String text() {
            String range = ValuesText.number(from) + ValuesText.TO + ValuesText.number(to);
            String named = scale == Scale.LINEAR && count.isEmpty() ? range : scale.prefix() + range;
            return named + (count.isPresent() ? ValuesText.COUNT + count.getAsInt() : "");
        }
    }

    /** On what scale numbers are spread. */
    enum Scale {
        LINEAR("linear:") {
            @Override
            double between(double from, double to, double share) {
                return from + share * (to - from);
            }
        },
        LOG("log:") {
            @Override
            double between(double from, double to, double share) {
                return Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from)));
            }
        };

        private final String prefix;

        Scale(String prefix) {
            this.prefix = prefix;
        }

        /** What stands before such a range. */
        public String prefix() {
            return prefix;
        }

        abstract double between(double from, double to, double share);
    }
}
