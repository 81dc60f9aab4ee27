package jimu.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Mode;
import jimu.engine.runtime.KernelSet;

/**
 * A loss and its gradient with respect to its inputs.
 *
 * @param inputs prediction and target, in PyTorch's order
 * @param value the loss
 * @param gradients of the inputs, where PyTorch has one
 */
record LossCase(
        String name,
        String loss,
        Map<String, Object> arguments,
        List<ReferenceTensor> inputs,
        ReferenceTensor value,
        List<Optional<ReferenceTensor>> gradients)
        implements ReferenceCase {
    static LossCase of(CaseFields fields) throws ReferenceException {
        return new LossCase(
                fields.text("name"),
                fields.text("loss"),
                fields.arguments(),
                fields.tensors("inputs"),
                fields.tensor("value"),
                fields.optionalTensors("grads"));
    }

    @Override
    public Outcome run(List<KernelSet> sets) {
        Subject<Layer> subject = Subject.of(name, loss, arguments, LayerCatalog.find(loss));
        return subject.made().map(layer -> run(layer, sets)).orElseGet(subject.failure()::orElseThrow);
    }

    private Outcome run(Layer layer, List<KernelSet> sets) {
        Optional<Wiring> wiring = Wiring.of(layer, LayerCase.types(inputs));
        if (wiring.isEmpty()) {
            return Outcome.unsupported(name, "inputs", loss, inputs.size());
        }
        Optional<Known> known = wiring.get().known();
        if (known.isEmpty()) {
            return Outcome.failed(
                    name, "refused", wiring.get().problems().get(0).message());
        }
        try (Trial trial = new Trial(wiring.get(), known.get(), Mode.TRAIN, Map.of(), sets)) {
            ReferenceTensor one = new ReferenceTensor(value.shape(), new double[] {1}, false);
            trial.run(inputs, List.of(one));
            return Outcome.of(name, differences(trial));
        }
    }

    private List<String> differences(Trial trial) {
        List<String> differences = new ArrayList<>();
        Tolerance.STEP
                .difference(LayerCase.words("loss"), value, trial.output(0))
                .ifPresent(differences::add);
        for (int i = 0; i < gradients.size(); i++) {
            if (gradients.get(i).isPresent()) {
                Tolerance.STEP
                        .difference(
                                LayerCase.words("input", i + 1),
                                gradients.get(i).get(),
                                trial.inputGradient(i))
                        .ifPresent(differences::add);
            }
        }
        return differences;
    }
}
