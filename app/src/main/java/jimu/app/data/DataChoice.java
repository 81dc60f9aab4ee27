package jimu.app.data;

import java.util.Locale;
import java.util.Optional;
import jimu.app.session.SampleData;
import jimu.app.session.Samples;
import jimu.app.text.Texts;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.ToyProblem;

/** Where data can come from, as offered to a person; the texts are {@code data.choice.NAME}. */
public enum DataChoice {
    MNIST(SampleData.MNIST),
    DIGITS(SampleData.DIGITS),
    IRIS(SampleData.IRIS),
    WINE(SampleData.WINE),
    BREAST_CANCER(SampleData.BREAST_CANCER),
    DIABETES(SampleData.DIABETES),
    SUNSPOTS(SampleData.SUNSPOTS),
    CO2(SampleData.CO2),
    CIRCLE(ToyProblem.CIRCLE),
    XOR(ToyProblem.XOR),
    GAUSSIANS(ToyProblem.GAUSSIANS),
    SPIRAL(ToyProblem.SPIRAL),
    MOONS(ToyProblem.MOONS),
    PLANE(ToyProblem.PLANE),
    WAVES(ToyProblem.WAVES),
    CSV,
    IDX;

    private static final double NOISE = 0.05;

    private final Optional<SampleData> sample;
    private final Optional<ToyProblem> problem;

    DataChoice() {
        sample = Optional.empty();
        problem = Optional.empty();
    }

    DataChoice(SampleData sample) {
        this.sample = Optional.of(sample);
        problem = Optional.empty();
    }

    DataChoice(ToyProblem problem) {
        sample = Optional.empty();
        this.problem = Optional.of(problem);
    }

    /** What a person reads. */
    public String text() {
        return Texts.of("data.choice." + name().toLowerCase(Locale.ROOT));
    }

    /** The data that come with the program, if it is such a choice. */
    Optional<SampleData> sample() {
        return sample;
    }

    /** The points of the toy problem, if it is such a choice: with the noise, size and seed of the points before. */
    Optional<DataSource> toy(Optional<DataSource> before) {
        return problem.map(wanted -> before.orElse(null) instanceof DataSource.Toy toy
                ? toy.withProblem(wanted)
                : new DataSource.Toy(wanted).withNoise(NOISE));
    }

    /** The choice that a source is. */
    static DataChoice of(DataSource source, Optional<Samples> samples) {
        if (source instanceof DataSource.Toy toy) {
            return valueOf(toy.problem().name());
        }
        for (DataChoice choice : values()) {
            Optional<String> path = choice.sample()
                    .flatMap(one ->
                            samples.map(installed -> one.source(installed).path()));
            if (path.equals(Optional.of(source.path()))) {
                return choice;
            }
        }
        return source instanceof DataSource.IdxFolder ? IDX : CSV;
    }
}
