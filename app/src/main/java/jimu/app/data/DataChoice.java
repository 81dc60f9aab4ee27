package jimu.app.data;

import java.util.Locale;
import java.util.Optional;
import jimu.app.session.Samples;
import jimu.app.text.Texts;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.TargetKind;

/** Where data can come from, as offered to a person; the texts are {@code data.choice.NAME}. */
public enum DataChoice {
    MNIST,
    IRIS,
    CSV,
    IDX;

    /** What a person reads. */
    public String text() {
        return Texts.of("data.choice." + name().toLowerCase(Locale.ROOT));
    }

    /** Whether it comes with the program. */
    boolean sample() {
        return this == MNIST || this == IRIS;
    }

    /** The choice that a source is. */
    static DataChoice of(DataSource source, Optional<Samples> samples) {
        if (samples.isPresent()) {
            for (DataChoice choice : new DataChoice[] {MNIST, IRIS}) {
                if (choice.source(samples.get()).path().equals(source.path())) {
                    return choice;
                }
            }
        }
        return source instanceof DataSource.CsvFile ? CSV : IDX;
    }

    /** The source of a sample. */
    DataSource source(Samples samples) {
        return this == MNIST
                ? new DataSource.IdxFolder(samples.data("mnist").toString())
                : new DataSource.CsvFile(
                        samples.data("iris").resolve("iris.csv").toString(), java.util.List.of(), "species", TargetKind.CLASS);
    }
}
