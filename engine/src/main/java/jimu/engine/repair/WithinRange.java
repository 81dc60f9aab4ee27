package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterException;

/** Sets a parameter outside of its range to the nearest value within, or back to its default. */
final class WithinRange implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("parameter.range");
    }

    @Override
    public List<Repair> propose(Case problem) {
        List<Repair> repairs = new ArrayList<>();
        problem.layer()
                .ifPresent(layer -> LayerCatalog.of(layer).parameters().stream()
                        .filter(parameter -> problem.problem().arguments().contains(parameter.name()))
                        .forEach(parameter -> {
                            propose(problem, layer, parameter, clamped(parameter.get(layer), parameter), repairs);
                            propose(problem, layer, parameter, parameter.defaultValue(), repairs);
                        }));
        return repairs;
    }

    private static void propose(Case problem, Layer layer, Parameter parameter, Object value, List<Repair> repairs) {
        LayerSchema schema = LayerCatalog.of(layer);
        try {
            if (parameter.inRange(schema.with(layer, Map.of(parameter.name(), value)))) {
                repairs.add(problem.set(parameter.name(), value));
            }
        } catch (ParameterException e) {
            return;
        }
    }

    private static Object clamped(Object plain, Parameter parameter) {
        if (plain instanceof Long number) {
            double least = Math.ceil(Math.max(parameter.min(), Long.MIN_VALUE));
            double most = Math.floor(Math.min(parameter.max(), Long.MAX_VALUE));
            return number < least ? (Object) (long) least : number > most ? (Object) (long) most : number;
        } else if (plain instanceof Double number) {
            return Math.max(parameter.min(), Math.min(parameter.max(), number));
        } else if (plain instanceof List<?> several) {
            return several.stream().map(each -> clamped(each, parameter)).toList();
        }
        return plain;
    }
}
