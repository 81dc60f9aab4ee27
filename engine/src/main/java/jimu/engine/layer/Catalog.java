package jimu.engine.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of one thing that settings choose, in the order in which they are offered.
 *
 * @param <T> what there are several kinds of
 */
public final class Catalog<T extends Configured> {
    private final Map<String, Schema<T>> schemas = new LinkedHashMap<>();

    /** A catalogue of these kinds, each given with its defaults. */
    public Catalog(List<? extends T> kinds) {
        kinds.forEach(kind -> schemas.put(kind.type(), new Schema<>(kind)));
    }

    /** All kinds. */
    public List<Schema<T>> all() {
        return List.copyOf(schemas.values());
    }

    /** The kind of that name, if there is one. */
    public Optional<Schema<T>> find(String type) {
        return Optional.ofNullable(schemas.get(type));
    }

    /**
     * One of that kind, with defaults but for the arguments.
     *
     * @throws ParameterException if there is no such kind, or an argument is unknown, out of range or goes with no other
     */
    public T create(String type, Map<String, ?> arguments) throws ParameterException {
        Schema<T> schema = schemas.get(type);
        if (schema == null) {
            throw ParameterException.unknownType(type, schemas.keySet());
        }
        T made = schema.create(arguments);
        for (Problem problem : schema.outOfRange(made)) {
            throw ParameterException.outOfRange(type, problem);
        }
        Optional<String> contradiction = made.contradiction();
        if (contradiction.isPresent()) {
            throw ParameterException.contradiction(contradiction.get());
        }
        return made;
    }
}
