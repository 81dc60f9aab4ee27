package jimu.engine.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.op.Margins;
import jimu.engine.shape.IntPair;

/**
 * The kinds of hyper-parameters, each with its plain form: what JSON, forms and command lines hold (Long, Double, Boolean,
 * String, List).
 */
public enum ParameterKind {
    /** An int; plain: a whole number. */
    INTEGER,
    /** A double; plain: a number. */
    NUMBER,
    /** A {@link NumberPair}; plain: a list of two numbers. */
    NUMBERS,
    /** A {@link NumberList}; plain: a list of numbers. */
    NUMBER_LIST,
    /** A boolean; plain: itself. */
    FLAG,
    /** A String; plain: itself. */
    TEXT,
    /** An enum; plain: its name, or what it calls itself, in lower case. */
    CHOICE,
    /** An {@link IntPair}; plain: a whole number or a list of two. */
    PAIR,
    /** A {@link Padding}; plain: like a pair, or "same" or "valid". */
    PADDING,
    /** A {@link Size}; plain: a whole number or "auto". */
    SIZE,
    /** An {@link AutoPair}; plain: like a pair, or "auto". */
    AUTO_PAIR,
    /** An {@link OutputSize}; plain: like a pair, with "auto" for an axis without a number. */
    OUTPUT_SIZE,
    /** A {@link Scale}; plain: a number, a list of two, or "auto". */
    SCALE,
    /** {@link Margins}; plain: a whole number, or a list of left, right, top and bottom. */
    MARGINS,
    /** An OptionalInt; plain: a whole number or "none". */
    OPTION,
    /** A list of integers; plain: a list of whole numbers, or the only one of them. */
    SHAPE;

    static ParameterKind of(Class<?> type) {
        if (type == int.class) {
            return INTEGER;
        } else if (type == double.class) {
            return NUMBER;
        } else if (type == NumberPair.class) {
            return NUMBERS;
        } else if (type == NumberList.class) {
            return NUMBER_LIST;
        } else if (type == boolean.class) {
            return FLAG;
        } else if (type == String.class) {
            return TEXT;
        } else if (type.isEnum()) {
            return CHOICE;
        } else if (type == IntPair.class) {
            return PAIR;
        } else if (type == Padding.class) {
            return PADDING;
        } else if (type == Size.class) {
            return SIZE;
        } else if (type == AutoPair.class) {
            return AUTO_PAIR;
        } else if (type == OutputSize.class) {
            return OUTPUT_SIZE;
        } else if (type == Scale.class) {
            return SCALE;
        } else if (type == Margins.class) {
            return MARGINS;
        } else if (type == OptionalInt.class) {
            return OPTION;
        } else if (type == List.class) {
            return SHAPE;
        }
        throw new IllegalArgumentException("No parameter kind for " + type);
    }

    /** The plain form of a component's value. */
    Object plain(Object value) {
        return switch (this) {
            case INTEGER -> ((Integer) value).longValue();
            case NUMBER, FLAG, TEXT -> value;
            case NUMBERS -> List.of(((NumberPair) value).first(), ((NumberPair) value).second());
            case NUMBER_LIST -> ((NumberList) value).numbers();
            case CHOICE -> name(value);
            case PAIR -> plainPair((IntPair) value);
            case PADDING -> value instanceof Padding.Sides sides ? plainPair(sides.size()) : value.toString();
            case SIZE -> ((Size) value).automatic() ? "auto" : (Object) (long) ((Size) value).pinned();
            case AUTO_PAIR -> ((AutoPair) value).automatic() ? "auto" : plainPair(((AutoPair) value).pinned());
            case OUTPUT_SIZE -> plainSizes((OutputSize) value);
            case SCALE ->
                ((Scale) value).pinned().map(ParameterKind::plainFactors).orElse("auto");
            case MARGINS -> plainMargins((Margins) value);
            case OPTION ->
                ((OptionalInt) value).isPresent() ? (Object) (long) ((OptionalInt) value).getAsInt() : "none";
            case SHAPE ->
                ((List<?>) value)
                        .stream().map(size -> ((Number) size).longValue()).toList();
        };
    }

    /** The component's value for a plain form; throws IllegalArgumentException, without a message, if it is none. */
    Object value(Object plain, Class<?> type) {
        return switch (this) {
            case INTEGER -> integer(plain);
            case NUMBER -> number(plain);
            case NUMBERS -> numberPair(plain);
            case NUMBER_LIST -> numberList(plain);
            case FLAG -> cast(plain, Boolean.class);
            case TEXT -> cast(plain, String.class);
            case CHOICE -> choice(cast(plain, String.class), type);
            case PAIR -> pair(plain);
            case PADDING -> padding(plain);
            case SIZE -> "auto".equals(plain) ? Size.AUTO : Size.of(integer(plain));
            case AUTO_PAIR -> "auto".equals(plain) ? AutoPair.AUTO : new AutoPair(pair(plain));
            case OUTPUT_SIZE -> outputSize(plain);
            case SCALE -> "auto".equals(plain) ? Scale.AUTO : scale(plain);
            case MARGINS -> margins(plain);
            case OPTION -> "none".equals(plain) ? OptionalInt.empty() : OptionalInt.of(integer(plain));
            case SHAPE -> {
                List<Integer> sizes = new ArrayList<>();
                for (Object size : plain instanceof List<?> several ? several : List.of(plain)) {
                    sizes.add(integer(size));
                }
                yield List.copyOf(sizes);
            }
        };
    }

    /** The numbers in a component's value that the range of {@link Param} bounds. */
    double[] numbers(Object value) {
        return switch (this) {
            case INTEGER, NUMBER -> new double[] {((Number) value).doubleValue()};
            case NUMBERS -> new double[] {((NumberPair) value).first(), ((NumberPair) value).second()};
            case NUMBER_LIST ->
                ((NumberList) value)
                        .numbers().stream().mapToDouble(Double::doubleValue).toArray();
            case PAIR -> numbers((IntPair) value);
            case PADDING -> value instanceof Padding.Sides sides ? numbers(sides.size()) : new double[0];
            case SIZE -> ((Size) value).automatic() ? new double[0] : new double[] {((Size) value).pinned()};
            case AUTO_PAIR -> ((AutoPair) value).automatic() ? new double[0] : numbers(((AutoPair) value).pinned());
            case OUTPUT_SIZE ->
                Stream.of(((OutputSize) value).height(), ((OutputSize) value).width())
                        .flatMapToInt(OptionalInt::stream)
                        .asDoubleStream()
                        .toArray();
            case SCALE ->
                ((Scale) value)
                        .pinned()
                        .map(factors -> new double[] {factors.first(), factors.second()})
                        .orElse(new double[0]);
            case MARGINS -> sides((Margins) value).asDoubleStream().toArray();
            case OPTION -> ((OptionalInt) value).stream().asDoubleStream().toArray();
            case SHAPE ->
                ((List<?>) value)
                        .stream()
                                .mapToDouble(size -> ((Number) size).doubleValue())
                                .toArray();
            case FLAG, TEXT, CHOICE -> new double[0];
        };
    }

    private static double[] numbers(IntPair pair) {
        return new double[] {pair.height(), pair.width()};
    }

    private static Object plainPair(IntPair pair) {
        return pair.height() == pair.width()
                ? (Object) (long) pair.height()
                : List.of((long) pair.height(), (long) pair.width());
    }

    private static Object plainSizes(OutputSize size) {
        return size.height().equals(size.width()) && size.height().isPresent()
                ? plainSize(size.height())
                : List.of(plainSize(size.height()), plainSize(size.width()));
    }

    private static Object plainSize(OptionalInt size) {
        return size.isPresent() ? (Object) (long) size.getAsInt() : "auto";
    }

    private static Object plainFactors(NumberPair factors) {
        return factors.first() == factors.second()
                ? (Object) factors.first()
                : List.of(factors.first(), factors.second());
    }

    private static Object plainMargins(Margins margins) {
        return sides(margins).distinct().count() == 1
                ? (Object) (long) margins.top()
                : sides(margins).asLongStream().boxed().toList();
    }

    /** In PyTorch's order. */
    private static IntStream sides(Margins margins) {
        return IntStream.of(margins.left(), margins.right(), margins.top(), margins.bottom());
    }

    private static int integer(Object plain) {
        if (plain instanceof Integer || plain instanceof Long || plain instanceof Short) {
            long number = ((Number) plain).longValue();
            if (number == (int) number) {
                return (int) number;
            }
        }
        throw new IllegalArgumentException();
    }

    private static double number(Object plain) {
        double number = cast(plain, Number.class).doubleValue();
        if (Double.isFinite(number)) {
            return number;
        }
        throw new IllegalArgumentException();
    }

    private static NumberPair numberPair(Object plain) {
        if (plain instanceof List<?> two && two.size() == 2) {
            return new NumberPair(number(two.get(0)), number(two.get(1)));
        }
        throw new IllegalArgumentException();
    }

    private static NumberList numberList(Object plain) {
        List<Double> numbers = new ArrayList<>();
        for (Object each : (List<?>) cast(plain, List.class)) {
            numbers.add(number(each));
        }
        return new NumberList(numbers);
    }

    private static IntPair pair(Object plain) {
        if (plain instanceof List<?> two) {
            if (two.size() == 2) {
                return new IntPair(integer(two.get(0)), integer(two.get(1)));
            }
            throw new IllegalArgumentException();
        }
        return IntPair.of(integer(plain));
    }

    private static OutputSize outputSize(Object plain) {
        if (plain instanceof List<?> two && two.size() == 2) {
            return new OutputSize(size(two.get(0)), size(two.get(1)));
        }
        OptionalInt both = size(plain);
        return new OutputSize(both, both);
    }

    private static OptionalInt size(Object plain) {
        return "auto".equals(plain) ? OptionalInt.empty() : OptionalInt.of(integer(plain));
    }

    private static Scale scale(Object plain) {
        return plain instanceof List<?> ? new Scale(Optional.of(numberPair(plain))) : Scale.of(number(plain));
    }

    private static Margins margins(Object plain) {
        if (plain instanceof List<?> four) {
            if (four.size() == 4) {
                return new Margins(
                        integer(four.get(2)), integer(four.get(3)), integer(four.get(0)), integer(four.get(1)));
            }
            throw new IllegalArgumentException();
        }
        return Margins.symmetric(IntPair.of(integer(plain)));
    }

    private static Padding padding(Object plain) {
        if ("same".equals(plain)) {
            return new Padding.Same();
        } else if ("valid".equals(plain)) {
            return new Padding.Valid();
        }
        return new Padding.Sides(pair(plain));
    }

    private static Object choice(String name, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> name(constant).equals(name))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String name(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT);
    }

    private static <T> T cast(Object plain, Class<T> type) {
        if (type.isInstance(plain)) {
            return type.cast(plain);
        }
        throw new IllegalArgumentException();
    }
}
