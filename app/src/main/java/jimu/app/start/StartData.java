package jimu.app.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.TargetKind;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.shape.DType;

/** The data that a new model can begin with; their texts are {@code start.data.NAME}. */
enum StartData {
    MNIST {
        @Override
        Document document(Path samples) {
            String folder = samples.resolve("datasets/mnist").toString();
            return with(new DataSource.IdxFolder(folder), new Input("image", List.of(1, 28, 28), 0, DType.FLOAT32));
        }
    },
    IRIS {
        @Override
        Document document(Path samples) {
            String file = samples.resolve("datasets/iris/iris.csv").toString();
            return with(
                    new DataSource.CsvFile(file, List.of(), "species", TargetKind.CLASS),
                    new Input("features", List.of(4), 0, DType.FLOAT32));
        }
    },
    NONE {
        @Override
        Document document(Path samples) {
            return Document.EMPTY;
        }
    };

    private static final Position FIRST = new Position(96, 160);
    private static final Position SECOND = new Position(96, 320);

    /** A document with the data, and blocks that bring them into the network. */
    abstract Document document(Path samples);

    String text() {
        return Texts.of("start.data." + name().toLowerCase(Locale.ROOT));
    }

    private static Document with(DataSource source, Input input) {
        Block in = Block.of("b1", input.field(), new Content.Of(input));
        Target target = new Target("label", List.of(), 0, DType.INT32);
        Block out = Block.of("b2", target.field(), new Content.Of(target));
        return new Edit.AddBlocks(List.of(in, out), List.of(), Map.of("b1", FIRST, "b2", SECOND))
                .apply(Document.EMPTY.withData(DataSettings.NONE.withSource(source)));
    }
}
