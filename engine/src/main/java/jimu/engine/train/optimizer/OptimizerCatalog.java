package jimu.engine.train.optimizer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.OptimizerSettings;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Schema;

/** The one list of all optimisers. */
public final class OptimizerCatalog {
    private static final Map<String, Schema<Optimizer>> SCHEMAS = schemas(
            new SGD(),
            new Adam(),
            new AdamW(),
            new Adagrad(),
            new RMSprop(),
            new NAdam(),
            new Adadelta(),
            new Adamax(),
            new RAdam());

    private OptimizerCatalog() {}

    /** All kinds of optimisers. */
    public static List<Schema<Optimizer>> all() {
        return List.copyOf(SCHEMAS.values());
    }

    /** The kind of that name, if there is one. */
    public static Optional<Schema<Optimizer>> find(String type) {
        return Optional.ofNullable(SCHEMAS.get(type));
    }

    /** The optimiser that settings describe. */
    public static Optimizer create(OptimizerSettings settings) throws ParameterException {
        Schema<Optimizer> schema = SCHEMAS.get(settings.type());
        if (schema == null) {
            throw ParameterException.unknownType(settings.type(), SCHEMAS.keySet());
        }
        Optimizer optimizer = schema.create(settings.arguments());
        for (Problem problem : schema.outOfRange(optimizer)) {
            throw ParameterException.outOfRange(settings.type(), problem);
        }
        Optional<String> contradiction = optimizer.contradiction();
        if (contradiction.isPresent()) {
            throw ParameterException.contradiction(contradiction.get());
        }
        return optimizer;
    }

    private static Map<String, Schema<Optimizer>> schemas(Optimizer... optimizers) {
        Map<String, Schema<Optimizer>> schemas = new LinkedHashMap<>();
        for (Optimizer optimizer : optimizers) {
            schemas.put(optimizer.type(), new Schema<>(optimizer));
        }
        return schemas;
    }
}
