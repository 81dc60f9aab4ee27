package jimu.app.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jimu.app.session.SampleData;
import jimu.app.session.Samples;
import jimu.engine.data.toy.ToyPoints;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.graph.ToyProblem;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.shape.DType;

/** The data that a new model can begin with; their texts are {@code start.data.NAME}. */
enum StartData {
    MNIST(SampleData.MNIST),
    DIGITS(SampleData.DIGITS),
    IRIS(SampleData.IRIS),
    WINE(SampleData.WINE),
    BREAST_CANCER(SampleData.BREAST_CANCER),
    DIABETES(SampleData.DIABETES),
    SUNSPOTS(SampleData.SUNSPOTS),
    CO2(SampleData.CO2),
    SPIRAL,
    NONE;

    private static final double NOISE = 0.02;
    private static final Position FIRST = new Position(96, 160);
    private static final Position SECOND = new Position(96, 320);

    private final Optional<SampleData> sample;

    StartData() {
        sample = Optional.empty();
    }

    StartData(SampleData sample) {
        this.sample = Optional.of(sample);
    }

    /** Whether it needs no files, or they lie in the folder of the samples. */
    boolean isThere(Path samples) {
        return sample.map(data -> data.source(new Samples(samples)))
                .map(DataSource::path)
                .map(path -> Files.exists(Path.of(path)))
                .orElse(true);
    }

    /** A document with the data, and blocks that bring them into the network. */
    Document document(Path samples) {
        if (this == SPIRAL) {
            Input point = new Input(ToyPoints.POINT, List.of(2), 0, DType.FLOAT32);
            Target label = new Target(ToyPoints.LABEL, List.of(), 0, DType.INT32);
            return with(point, label, new DataSource.Toy(ToyProblem.SPIRAL).withNoise(NOISE));
        }
        return sample.map(data -> with(data.input(), data.target(), data.source(new Samples(samples))))
                .orElse(Document.EMPTY);
    }

    String key() {
        return "start.data." + name().toLowerCase(Locale.ROOT);
    }

    private static Document with(Input input, Target target, DataSource source) {
        Block in = Block.of("b1", input.field(), new Content.Of(input));
        Block out = Block.of("b2", target.field(), new Content.Of(target));
        return new Edit.AddBlocks(List.of(in, out), List.of(), Map.of("b1", FIRST, "b2", SECOND))
                .apply(Document.EMPTY.withData(DataSettings.NONE.withSource(source)));
    }
}
