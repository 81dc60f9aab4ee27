package jimu.app.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jimu.app.fx.form.Slide;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource.Toy;
import jimu.engine.graph.ToyProblem;

/** What can be settled about the points of a toy problem, each by a slider. */
final class ToyQuestions {
    private static final int HUNDREDTHS = 100;
    private static final Slide SAMPLES = new Slide(20, 2000, 1);
    private static final Slide NOISE = new Slide(0, 0.5, HUNDREDTHS);
    private static final Slide SEED = new Slide(1, 50, 1);

    private ToyQuestions() {}

    static List<DataSetting> all() {
        return List.of(
                DataSetting.slidingNumber(
                        "noise",
                        0,
                        1,
                        NOISE,
                        ToyQuestions::apply,
                        of(Toy::noise),
                        (settings, noise) -> with(settings, toy -> toy.withNoise(noise))),
                DataSetting.slidingInteger(
                        "samples",
                        1,
                        Toy.MOST_SAMPLES,
                        SAMPLES,
                        ToyQuestions::apply,
                        of(toy -> (long) toy.samples()),
                        (settings, samples) -> with(settings, toy -> toy.withSamples(samples.intValue()))),
                DataSetting.slidingInteger(
                        "classes",
                        2,
                        ToyProblem.MOST_CLASSES,
                        new Slide(2, ToyProblem.MOST_CLASSES, 1),
                        settings -> toy(settings)
                                .filter(toy -> toy.problem().mostClasses() > 2)
                                .isPresent(),
                        of(toy -> (long) toy.classes()),
                        (settings, classes) -> with(settings, toy -> toy.withClasses(classes.intValue()))),
                DataSetting.slidingInteger(
                        "points_seed",
                        0,
                        Integer.MAX_VALUE,
                        SEED,
                        ToyQuestions::apply,
                        of(Toy::seed),
                        (settings, seed) -> with(settings, toy -> toy.withSeed(seed))));
    }

    /** Whether the settings are of a toy problem. */
    static boolean apply(DataSettings settings) {
        return toy(settings).isPresent();
    }

    private static Optional<Toy> toy(DataSettings settings) {
        return settings.source().filter(Toy.class::isInstance).map(Toy.class::cast);
    }

    private static <T> Function<DataSettings, T> of(Function<Toy, T> value) {
        return settings -> value.apply(toy(settings).orElseThrow());
    }

    private static DataSettings with(DataSettings settings, UnaryOperator<Toy> change) {
        return settings.withSource(change.apply(toy(settings).orElseThrow()));
    }
}
