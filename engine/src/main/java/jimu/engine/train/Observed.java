package jimu.engine.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.shape.TensorType;

/**
 * The answer to an observation: copies of values for one sample.
 *
 * @param values by output
 */
public record Observed(Map<Endpoint, Values> values) {
    /**
     * One tensor.
     *
     * @param type its type, with a batch of one sample
     * @param numbers row-major; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // read-only numbers for a table; nobody compares them
    public record Values(TensorType type, float[] numbers) {}

    public Observed {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
