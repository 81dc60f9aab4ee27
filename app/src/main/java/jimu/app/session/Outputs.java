package jimu.app.session;

import java.util.Optional;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.PortRef;

/** Finds the layer behind an output of a block: that of a group lies within it, in its last copy. */
public final class Outputs {
    private Outputs() {}

    /** The layer's output behind an output of the document that a session shows. */
    public static Optional<Endpoint> of(Session session, PortRef output) {
        Document document = session.document();
        String prefix = session.scope().prefix(session.whole());
        return document.graph()
                .block(output.block())
                .flatMap(block -> of(document, block, prefix + block.name(), output.port()));
    }

    /** The layer's output behind an output of a block whose path begins with {@code path}. */
    public static Optional<Endpoint> of(Document document, Block block, String path, String port) {
        if (!(block.content() instanceof Content.Use use)) {
            return Optional.of(new Endpoint(path, port));
        }
        String copy = use.repeat() == 1 ? path : path + "." + (use.repeat() - 1);
        return Optional.ofNullable(document.definitions().get(use.definition()))
                .flatMap(definition -> definition.outputs().stream()
                        .filter(exit -> exit.port().equals(port))
                        .findFirst()
                        .flatMap(exit -> definition
                                .graph()
                                .block(exit.shows().block())
                                .flatMap(inner -> of(
                                        document,
                                        inner,
                                        copy + "." + inner.name(),
                                        exit.shows().port()))));
    }
}
