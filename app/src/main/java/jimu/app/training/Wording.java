package jimu.app.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jimu.app.fx.form.Question;
import jimu.app.text.Texts;
import jimu.engine.layer.ParameterKind;

/** Questions of the training form whose texts stand in the bundles, and the words for choices. */
final class Wording {
    static final int MOST = 1_000_000;

    private Wording() {}

    static Question whole(String entry, int least) {
        return Question.integer(entry, label(entry), least, MOST, tip(entry));
    }

    static Question number(String entry) {
        return new Question(
                entry, label(entry), ParameterKind.NUMBER, 0, Double.POSITIVE_INFINITY, List.of(), tip(entry));
    }

    static Question flag(String entry) {
        return new Question(
                entry,
                label(entry),
                ParameterKind.FLAG,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                List.of(),
                tip(entry));
    }

    static Question choice(String entry, List<? extends Enum<?>> of) {
        return Question.choice(
                entry, label(entry), of.stream().map(Wording::word).toList(), tip(entry));
    }

    /** What a person reads for a constant. */
    static String word(Enum<?> constant) {
        return Texts.of("training.choice." + constant.name().toLowerCase(Locale.ROOT));
    }

    /** The constant that is read so; the first if none is. */
    static <E extends Enum<E>> E constant(Class<E> type, Object word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElse(type.getEnumConstants()[0]);
    }

    /** Why a whole number is not within its range; empty if it is. */
    static Optional<String> unlessWithin(String entry, Object plain, int least, int most) {
        return plain instanceof Long number && number >= least && number <= most
                ? Optional.empty()
                : Optional.of(Texts.of("form.range", label(entry), least, most));
    }

    private static String label(String entry) {
        return Texts.of("training." + entry);
    }

    private static String tip(String entry) {
        return Texts.of("training." + entry + ".tip");
    }
}
