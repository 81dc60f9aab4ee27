package jimu.app.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import jimu.app.fx.form.FormText;
import jimu.app.fx.form.Question;
import jimu.app.fx.form.Slide;
import jimu.app.text.Texts;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.PictureSettings;
import jimu.engine.layer.ParameterKind;
import jimu.engine.shape.IntPair;

/**
 * One thing that a person settles about data.
 *
 * @param question what is asked; its texts are {@code data.NAME} and {@code data.NAME.tip}
 * @param applies whether it is asked for settings
 * @param value the answer that settings hold, in plain form
 * @param wrong what is wrong with an answer
 * @param changed settings with another answer
 */
record DataSetting(
        Question question,
        Predicate<DataSettings> applies,
        Function<DataSettings, Object> value,
        Function<Object, Optional<String>> wrong,
        BiFunction<DataSettings, Object, DataSettings> changed) {
    private static final String AUTO = "auto";
    private static final String NONE = "none";
    private static final int LARGEST = PictureSettings.LARGEST;

    /** A choice among the constants of an enum, whose texts are {@code data.NAME.CONSTANT}. */
    static <E extends Enum<E>> DataSetting choice(
            String name,
            Class<E> type,
            Predicate<DataSettings> applies,
            Function<DataSettings, E> value,
            BiFunction<DataSettings, E, DataSettings> changed) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        List<String> words = constants.stream().map(one -> word(name, one)).toList();
        return new DataSetting(
                Question.choice(name, label(name), words, tip(name)),
                applies,
                settings -> word(name, value.apply(settings)),
                plain -> Optional.empty(),
                (settings, plain) -> changed.apply(settings, constants.get(words.indexOf(plain))));
    }

    /** A choice among words. */
    static DataSetting words(
            String name,
            List<String> words,
            Predicate<DataSettings> applies,
            Function<DataSettings, String> value,
            BiFunction<DataSettings, String, DataSettings> changed) {
        return new DataSetting(
                Question.choice(name, label(name), words, tip(name)),
                applies,
                value::apply,
                plain -> Optional.empty(),
                (settings, plain) -> changed.apply(settings, (String) plain));
    }

    /** A whole number within a range. */
    static DataSetting integer(
            String name,
            int min,
            int max,
            Predicate<DataSettings> applies,
            Function<DataSettings, Long> value,
            BiFunction<DataSettings, Long, DataSettings> changed) {
        return new DataSetting(
                Question.integer(name, label(name), min, max, tip(name)),
                applies,
                value::apply,
                plain -> plain instanceof Long number && number >= min && number <= max
                        ? Optional.empty()
                        : Optional.of(Texts.of("form.range", label(name), min, max)),
                (settings, plain) -> changed.apply(settings, (Long) plain));
    }

    /** A whole number within a range, with a slider. */
    static DataSetting slidingInteger(
            String name,
            int min,
            int max,
            Slide slide,
            Predicate<DataSettings> applies,
            Function<DataSettings, Long> value,
            BiFunction<DataSettings, Long, DataSettings> changed) {
        DataSetting plain = integer(name, min, max, applies, value, changed);
        return new DataSetting(
                Question.sliding(name, label(name), min, max, slide, tip(name)),
                applies,
                plain.value(),
                plain.wrong(),
                plain.changed());
    }

    /** A number within a range, with a slider. */
    static DataSetting slidingNumber(
            String name,
            double min,
            double max,
            Slide slide,
            Predicate<DataSettings> applies,
            Function<DataSettings, Double> value,
            BiFunction<DataSettings, Double, DataSettings> changed) {
        return new DataSetting(
                Question.sliding(name, label(name), min, max, slide, tip(name)),
                applies,
                value::apply,
                plain -> plain instanceof Double number && number >= min && number <= max
                        ? Optional.empty()
                        : Optional.of(Texts.of("data.range", label(name), FormText.write(min), FormText.write(max))),
                (settings, plain) -> changed.apply(settings, (Double) plain));
    }

    /** A whole number from 1 on as a limit, or {@code none}. */
    static DataSetting most(
            String name,
            Predicate<DataSettings> applies,
            Function<DataSettings, OptionalInt> value,
            BiFunction<DataSettings, OptionalInt, DataSettings> changed) {
        return new DataSetting(
                new Question(name, label(name), ParameterKind.OPTION, 1, Integer.MAX_VALUE, List.of(), tip(name)),
                applies,
                settings -> value.apply(settings).isPresent()
                        ? (Object) (long) value.apply(settings).getAsInt()
                        : NONE,
                plain -> isNone(plain) || (plain instanceof Long number && number >= 1 && number <= Integer.MAX_VALUE)
                        ? Optional.empty()
                        : Optional.of(Texts.of("data." + name + ".wrong", label(name))),
                (settings, plain) -> changed.apply(
                        settings,
                        plain instanceof Long number ? OptionalInt.of(number.intValue()) : OptionalInt.empty()));
    }

    /** Nobody who empties a field wants to be told that it must not be. */
    private static boolean isNone(Object plain) {
        return plain.equals(NONE) || plain.equals("");
    }

    /** A yes or no. */
    static DataSetting flag(
            String name,
            Function<DataSettings, Boolean> value,
            BiFunction<DataSettings, Boolean, DataSettings> changed) {
        return new DataSetting(
                new Question(name, label(name), ParameterKind.FLAG, 0, 1, List.of(), tip(name)),
                settings -> true,
                value::apply,
                plain -> Optional.empty(),
                (settings, plain) -> changed.apply(settings, (Boolean) plain));
    }

    /** The rows and columns of pictures: a number for both, or two. */
    static DataSetting size(
            String name,
            Predicate<DataSettings> applies,
            Function<DataSettings, IntPair> value,
            BiFunction<DataSettings, IntPair, DataSettings> changed) {
        return new DataSetting(
                new Question(name, label(name), ParameterKind.PAIR, 1, LARGEST, List.of(), tip(name)),
                applies,
                settings -> plain(value.apply(settings)),
                plain -> pair(plain).isPresent() ? Optional.empty() : wrongSize(name),
                (settings, plain) -> changed.apply(settings, pair(plain).orElseThrow()));
    }

    /** The rows and columns that pictures are brought to, or {@code auto} for those that they have. */
    static DataSetting newSize(
            String name,
            Predicate<DataSettings> applies,
            Function<DataSettings, Optional<IntPair>> value,
            BiFunction<DataSettings, Optional<IntPair>, DataSettings> changed) {
        return new DataSetting(
                new Question(name, label(name), ParameterKind.AUTO_PAIR, 1, LARGEST, List.of(), tip(name)),
                applies,
                settings -> value.apply(settings).map(DataSetting::plain).orElse(AUTO),
                plain -> plain.equals(AUTO) || pair(plain).isPresent() ? Optional.empty() : wrongSize(name),
                (settings, plain) -> changed.apply(settings, pair(plain)));
    }

    private static Optional<String> wrongSize(String name) {
        return Optional.of(Texts.of("data." + name + ".wrong", label(name), LARGEST));
    }

    private static Object plain(IntPair pair) {
        return pair.height() == pair.width()
                ? (Object) (long) pair.height()
                : List.of((long) pair.height(), (long) pair.width());
    }

    private static Optional<IntPair> pair(Object plain) {
        List<?> sides = plain instanceof List<?> two ? two : List.of(plain, plain);
        if (sides.size() == 2
                && sides.get(0) instanceof Long height
                && sides.get(1) instanceof Long width
                && Math.min(height, width) >= 1
                && Math.max(height, width) <= LARGEST) {
            return Optional.of(new IntPair(height.intValue(), width.intValue()));
        }
        return Optional.empty();
    }

    private static String word(String name, Enum<?> constant) {
        return Texts.of("data." + name + "." + constant.name().toLowerCase(Locale.ROOT));
    }

    private static String label(String name) {
        return Texts.of("data." + name);
    }

    private static String tip(String name) {
        return Texts.of("data." + name + ".tip");
    }
}
