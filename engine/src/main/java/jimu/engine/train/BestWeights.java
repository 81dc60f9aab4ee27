package jimu.engine.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jimu.engine.io.FileException;
import jimu.engine.io.NumberArray;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/** A copy of the weights of the best moment of a run so far. Used by the run's thread alone. */
final class BestWeights {
    private final Weights weights;
    private final Tensor parameters;
    private final Tensor buffers;
    private Optional<TrainEvent.Best> event = Optional.empty();

    /** None yet; {@code memory} owns the copy. */
    BestWeights(Weights weights, Memory memory) {
        this.weights = weights;
        parameters =
                memory.allocate(weights.flatValues().dtype(), weights.flatValues().length());
        buffers = memory.allocate(
                weights.flatBuffers().dtype(), weights.flatBuffers().length());
    }

    /** What was said of them; empty before the first. */
    Optional<TrainEvent.Best> event() {
        return event;
    }

    /** Copies the weights as they are now. */
    void keep(TrainEvent.Best best) {
        event = Optional.of(best);
        parameters.write(0, weights.flatValues(), 0, parameters.length());
        buffers.write(0, weights.flatBuffers(), 0, buffers.length());
    }

    /** Takes over what another run of the same network kept. */
    void keep(TrainState.Best best) throws FileException {
        event = Optional.of(best.event());
        for (Map.Entry<String, Tensor> place :
                weights.slices(parameters, buffers).entrySet()) {
            float[] numbers = best.weights().read(place.getKey()).floats();
            place.getValue().write(0, numbers, 0, numbers.length);
        }
    }

    /** Puts them in place of the current ones. */
    void restore() {
        weights.flatValues().write(0, parameters, 0, parameters.length());
        weights.flatBuffers().write(0, buffers, 0, buffers.length());
        weights.changed();
    }

    /** Them by name, read where they lie. */
    StoredArrays arrays() {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        Map<String, TensorShape> shapes = weights.shapes();
        weights.slices(parameters, buffers)
                .forEach((name, values) ->
                        arrays.put(name, NumberArray.of(shapes.getOrDefault(name, TensorShape.SCALAR), values)));
        return StoredArrays.of(arrays);
    }

    /** Them with what was said of them. */
    Optional<TrainState.Best> state() {
        return event.map(best -> new TrainState.Best(best, arrays()));
    }
}
