package jimu.app.data;

import java.util.Locale;
import java.util.Optional;
import jimu.app.session.SampleData;
import jimu.app.session.Samples;
import jimu.app.text.Texts;
import jimu.engine.graph.DataSource;

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
    CSV,
    IDX;

    private final Optional<SampleData> sample;

    DataChoice() {
        sample = Optional.empty();
    }

    DataChoice(SampleData sample) {
        this.sample = Optional.of(sample);
    }

    /** What a person reads. */
    public String text() {
        return Texts.of("data.choice." + name().toLowerCase(Locale.ROOT));
    }

    /** The data that come with the program, if it is such a choice. */
    Optional<SampleData> sample() {
        return sample;
    }

    /** The choice that a source is. */
    static DataChoice of(DataSource source, Optional<Samples> samples) {
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
