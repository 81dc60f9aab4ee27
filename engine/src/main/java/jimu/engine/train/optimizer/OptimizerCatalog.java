package jimu.engine.train.optimizer;

import java.util.List;
import java.util.Optional;
import jimu.engine.graph.Choice;
import jimu.engine.layer.Catalog;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Schema;

/**
 * The one list of all optimisers, with all of PyTorch's hyper-parameters.
 *
 * <p>What PyTorch has besides does not change a number ({@code foreach}, {@code capturable}, {@code differentiable}), or can be
 * said otherwise: {@code maximize} is a loss weight of −1.
 */
public final class OptimizerCatalog {
    private static final Catalog<Optimizer> CATALOG = new Catalog<>(List.of(
            new SGD(),
            new Adam(),
            new AdamW(),
            new Adagrad(),
            new RMSprop(),
            new NAdam(),
            new Adadelta(),
            new Adamax(),
            new RAdam()));

    private OptimizerCatalog() {}

    /** All kinds of optimisers. */
    public static List<Schema<Optimizer>> all() {
        return CATALOG.all();
    }

    /** The kind of that name, if there is one. */
    public static Optional<Schema<Optimizer>> find(String type) {
        return CATALOG.find(type);
    }

    /** The optimiser that settings describe. */
    public static Optimizer create(Choice choice) throws ParameterException {
        return CATALOG.create(choice.type(), choice.arguments());
    }
}
