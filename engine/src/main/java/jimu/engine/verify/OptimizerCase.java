package jimu.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.runtime.KernelSet;
import jimu.engine.train.optimizer.Optimizer;
import jimu.engine.train.optimizer.OptimizerCatalog;

/**
 * Steps of an optimiser on some parameters, with the gradients given.
 *
 * @param initial the parameters before the first step
 * @param steps gradients and the parameters after them
 */
record OptimizerCase(
        String name, String optimizer, Map<String, Object> arguments, List<ReferenceTensor> initial, List<Step> steps)
        implements ReferenceCase {
    /** One step: a gradient and the values after it, for each parameter. */
    record Step(List<ReferenceTensor> gradients, List<ReferenceTensor> parameters) {}

    static OptimizerCase of(CaseFields fields) throws ReferenceException {
        List<Step> steps = new ArrayList<>();
        for (CaseFields step : fields.children("steps")) {
            steps.add(new Step(step.tensors("grads"), step.tensors("params")));
        }
        return new OptimizerCase(
                fields.text("name"), fields.text("optimizer"), fields.arguments(), fields.tensors("initial"), steps);
    }

    @Override
    public Outcome run(List<KernelSet> sets) {
        Subject<Optimizer> subject = Subject.of(name, optimizer, arguments, OptimizerCatalog.find(optimizer));
        return subject.made().map(this::run).orElseGet(subject.failure()::orElseThrow);
    }

    private Outcome run(Optimizer made) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < initial.size(); i++) {
            float[] parameters = initial.get(i).floats();
            float[][] states = new float[made.states()][parameters.length];
            for (int s = 0; s < steps.size() && differences.isEmpty(); s++) {
                float[] gradients = steps.get(s).gradients().get(i).floats();
                made.update(parameters, gradients, states, parameters.length, s + 1);
                String what = LayerCase.words("step", i + 1, s + 1);
                difference(what, steps.get(s).parameters().get(i), parameters).ifPresent(differences::add);
            }
        }
        return Outcome.of(name, differences);
    }

    private static Optional<String> difference(String what, ReferenceTensor expected, float[] found) {
        double[] numbers = new double[found.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = found[i];
        }
        return Tolerance.OPTIMIZER.difference(what, expected, numbers);
    }
}
