package jimu.engine.train;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.io.FileException;
import jimu.engine.io.NumberArray;
import jimu.engine.io.Safetensors;
import jimu.engine.shape.TensorShape;

/** Named arrays that are read one by one when they are needed, so that a large network's are never on Java's heap together. */
public interface StoredArrays {
    /** No arrays. */
    StoredArrays NONE = of(Map.of());

    /** The shape of each, by name. */
    Map<String, TensorShape> shapes();

    /** One of them. Throws IllegalArgumentException for an unknown name. */
    NumberArray read(String name) throws FileException;

    /** All of them together. */
    default Map<String, NumberArray> all() throws FileException {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        for (String name : names()) {
            arrays.put(name, read(name));
        }
        return arrays;
    }

    /** The names. */
    default Collection<String> names() {
        return shapes().keySet();
    }

    /** Arrays that are at hand; where they lie in tensors, as they are when they are read. */
    static StoredArrays of(Map<String, NumberArray> arrays) {
        Map<String, TensorShape> shapes = new LinkedHashMap<>();
        arrays.forEach((name, array) -> shapes.put(name, array.shape()));
        return new StoredArrays() {
            @Override
            public Map<String, TensorShape> shapes() {
                return shapes;
            }

            @Override
            public NumberArray read(String name) {
                return Optional.ofNullable(arrays.get(name))
                        .orElseThrow(() -> new IllegalArgumentException("There is no array " + name));
            }
        };
    }

    /** The arrays of a safetensors file, whose header is checked now. */
    static StoredArrays in(Path file) throws FileException {
        Map<String, TensorShape> shapes = new LinkedHashMap<>();
        try (Safetensors opened = Safetensors.open(file)) {
            List<String> names = opened.names();
            names.forEach(name -> shapes.put(name, opened.shape(name)));
        }
        return new StoredArrays() {
            @Override
            public Map<String, TensorShape> shapes() {
                return shapes;
            }

            @Override
            public NumberArray read(String name) throws FileException {
                try (Safetensors opened = Safetensors.open(file)) {
                    return opened.read(name);
                }
            }
        };
    }
}
