package jimu.engine.train.clipping;

import java.util.List;
import java.util.Optional;
import jimu.engine.graph.Choice;
import jimu.engine.layer.Catalog;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Schema;

/** The one list of all clippings. */
public final class ClippingCatalog {
    private static final Catalog<Clipping> CATALOG = new Catalog<>(List.of(new ClipGradNorm(), new ClipGradValue()));

    private ClippingCatalog() {}

    /** All kinds of clippings. */
    public static List<Schema<Clipping>> all() {
        return CATALOG.all();
    }

    /** The kind of that name, if there is one. */
    public static Optional<Schema<Clipping>> find(String type) {
        return CATALOG.find(type);
    }

    /** The clipping that settings describe. */
    public static Clipping create(Choice choice) throws ParameterException {
        return CATALOG.create(choice.type(), choice.arguments());
    }
}
