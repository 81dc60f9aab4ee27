package jimu.engine.train;

import java.util.LinkedHashMap;
import java.util.Map;
import jimu.engine.io.FileException;
import jimu.engine.io.NumberArray;
import jimu.engine.message.Messages;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/** The numbers of a run's state: reads them off weights and updater, and puts them back. Used by the run's thread alone. */
final class StateKeeper {
    private final Weights weights;
    private final Tensor[] memory;

    StateKeeper(Weights weights, Updater updater) {
        this.weights = weights;
        this.memory = updater.states();
    }

    /** The weights, read where they lie. */
    StoredArrays weights() {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        weights.shapes().forEach((name, shape) -> arrays.put(name, NumberArray.of(shape, weights.value(name))));
        return StoredArrays.of(arrays);
    }

    /** What the optimiser remembers, read where it lies. */
    StoredArrays memory() {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        for (int i = 0; i < memory.length; i++) {
            String prefix = prefix(i);
            Map<String, Tensor> parts = weights.parts(memory[i]);
            weights.shapes().forEach((name, shape) -> {
                Tensor part = parts.get(name);
                if (part != null) {
                    arrays.put(prefix + name, NumberArray.of(shape, part));
                }
            });
        }
        return StoredArrays.of(arrays);
    }

    /** Puts all weights back. */
    void restoreWeights(StoredArrays stored) throws FileException {
        for (Map.Entry<String, TensorShape> entry : weights.shapes().entrySet()) {
            put(stored, entry.getKey(), entry.getValue(), weights.value(entry.getKey()));
        }
        weights.changed();
    }

    /** Puts back what the optimiser remembered. */
    void restoreMemory(StoredArrays stored) throws FileException {
        for (int i = 0; i < memory.length; i++) {
            Map<String, Tensor> parts = weights.parts(memory[i]);
            for (Map.Entry<String, TensorShape> entry : weights.shapes().entrySet()) {
                Tensor part = parts.get(entry.getKey());
                if (part != null) {
                    put(stored, prefix(i) + entry.getKey(), entry.getValue(), part);
                }
            }
        }
    }

    private static void put(StoredArrays stored, String name, TensorShape shape, Tensor to) throws FileException {
        TensorShape found = stored.shapes().get(name);
        if (!shape.equals(found)) {
            throw FileException.saying(
                    found == null
                            ? Messages.text("checkpoint.missing", name, shape)
                            : Messages.text("checkpoint.shape", name, shape, found));
        }
        float[] numbers = stored.read(name).floats();
        to.write(0, numbers, 0, numbers.length);
    }

    private static String prefix(int state) {
        return "state." + state + ".";
    }
}
