package jimu.engine.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.Document;
import jimu.engine.infer.Totals;

/**
 * One combination of values.
 *
 * @param number its place in the sweep, the first being 1
 * @param values by the knobs' names, in plain form
 * @param document with these values
 * @param obstacle why it cannot be trained, in one sentence; empty if its shapes are right
 * @param totals its parameters and multiply-adds
 */
public record Variant(
        int number, Map<String, Object> values, Document document, Optional<String> obstacle, Totals totals) {
    public Variant {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
