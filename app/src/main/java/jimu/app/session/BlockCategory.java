package jimu.app.session;

import java.util.Optional;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.layer.LayerCatalog;

/** The part of the palette whose colour a block has: a layer's own, a group's, or the colour that a person gave to a group. */
public final class BlockCategory {
    private static final String GROUP = "group";

    private BlockCategory() {}

    /** The end of the style class {@code category-…} of a block of a document. */
    public static String of(Document document, Block block) {
        if (block.content() instanceof Content.Of of) {
            return LayerCatalog.of(of.layer()).category();
        }
        return Optional.of(block.content())
                .filter(Content.Use.class::isInstance)
                .map(use -> document.definitions().get(((Content.Use) use).definition()))
                .map(Definition::color)
                .filter(color -> !color.isEmpty())
                .map(color -> GROUP + "-" + color)
                .orElse(GROUP);
    }
}
