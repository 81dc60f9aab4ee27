package jimu.engine.io;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jimu.engine.data.DataException;
import jimu.engine.data.Preprocessing;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;

/**
 * Weights in a safetensors file, each under {@code path.name}, with the fitted preprocessing in the metadata.
 *
 * @param arrays the arrays by name
 * @param preprocessing what raw data go through before they enter the network; nothing if the file says nothing
 */
public record WeightFile(Map<String, NumberArray> arrays, Preprocessing preprocessing) {
    /** Where the metadata of weights and models hold the fitted preprocessing, as {@link Preprocessing#toJson} gives it. */
    public static final String PREPROCESSING = "jimu.preprocessing";

    public WeightFile {
        arrays = Map.copyOf(arrays);
    }

    /** Reads a file. */
    public static WeightFile read(Path file) throws FileException {
        try (Safetensors tensors = Safetensors.open(file)) {
            Map<String, NumberArray> arrays = new LinkedHashMap<>();
            for (String name : tensors.names()) {
                arrays.put(name, tensors.read(name));
            }
            return new WeightFile(arrays, preprocessing(file, tensors));
        }
    }

    /** Reads the preprocessing alone. */
    public static Preprocessing preprocessing(Path file) throws FileException {
        try (Safetensors tensors = Safetensors.open(file)) {
            return preprocessing(file, tensors);
        }
    }

    private static Preprocessing preprocessing(Path file, Safetensors tensors) throws FileException {
        try {
            String json = tensors.metadata().get(PREPROCESSING);
            return json == null ? Preprocessing.NONE : Preprocessing.fromJson(json);
        } catch (DataException e) {
            throw FileException.of("weights.preprocessing", file, String.valueOf(e.getMessage()));
        }
    }

    /** Writes weights and preprocessing; a file of that name is replaced in one go. */
    public static void write(Path file, WeightSnapshot weights, Preprocessing preprocessing) throws FileException {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        weights.arrays().forEach((name, weight) -> arrays.put(name, NumberArray.of(weight.shape(), weight.values())));
        write(file, arrays, preprocessing);
    }

    /** The same from arrays by {@code path.name}. */
    public static void write(Path file, Map<String, NumberArray> arrays, Preprocessing preprocessing)
            throws FileException {
        Safetensors.write(file, Map.of(PREPROCESSING, preprocessing.toJson()), arrays);
    }

    /**
     * The weights of a network with the shapes of {@code layout}; arrays that the network does not have are left out.
     *
     * @throws FileException naming {@code file} if a weight is missing or has another shape
     */
    public WeightSnapshot fit(WeightSnapshot layout, Path file) throws FileException {
        Map<String, Weight> fitted = new LinkedHashMap<>();
        for (Map.Entry<String, Weight> entry : layout.arrays().entrySet()) {
            Weight wanted = entry.getValue();
            NumberArray array = arrays.get(entry.getKey());
            if (array == null) {
                throw FileException.of("weights.missing", file, entry.getKey(), wanted.shape());
            }
            if (!array.shape().equals(wanted.shape())) {
                throw FileException.of("weights.shape", file, entry.getKey(), wanted.shape(), array.shape());
            }
            fitted.put(entry.getKey(), new Weight(wanted.shape(), array.floats(), wanted.kind()));
        }
        return new WeightSnapshot(fitted);
    }
}
