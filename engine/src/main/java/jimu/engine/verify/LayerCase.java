package jimu.engine.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Mode;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.message.Messages;
import jimu.engine.runtime.KernelSet;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Forward and backward of one module: outputs, gradients of inputs and parameters, and buffers afterwards.
 *
 * @param buffersAfter what the forward pass leaves in the buffers; empty for a module without
 */
record LayerCase(
        String name,
        String module,
        Map<String, Object> arguments,
        Mode mode,
        List<ReferenceTensor> inputs,
        Map<String, ReferenceTensor> held,
        List<ReferenceTensor> outputs,
        List<ReferenceTensor> outputGradients,
        List<Optional<ReferenceTensor>> inputGradients,
        Map<String, ReferenceTensor> parameterGradients,
        Map<String, ReferenceTensor> buffersAfter)
        implements ReferenceCase {
    static LayerCase of(CaseFields fields) throws ReferenceException {
        Map<String, ReferenceTensor> held = new LinkedHashMap<>(fields.namedTensors("params"));
        held.putAll(fields.namedTensors("buffers_before"));
        return new LayerCase(
                fields.text("name"),
                fields.text("module"),
                fields.arguments(),
                fields.has("mode") && fields.text("mode").equals("eval") ? Mode.EVAL : Mode.TRAIN,
                fields.tensors("inputs"),
                held,
                fields.tensors("outputs"),
                fields.tensors("output_grads"),
                fields.optionalTensors("input_grads"),
                fields.namedTensors("param_grads"),
                fields.namedTensors("buffers_after"));
    }

    @Override
    public Outcome run(List<KernelSet> sets) {
        Subject<Layer> subject = Subject.of(name, module, arguments, LayerCatalog.find(module));
        return subject.made().map(layer -> run(layer, sets)).orElseGet(subject.failure()::orElseThrow);
    }

    private Outcome run(Layer layer, List<KernelSet> sets) {
        Optional<Wiring> wiring = Wiring.of(layer, types(inputs));
        if (wiring.isEmpty()) {
            return Outcome.unsupported(name, "inputs", module, inputs.size());
        }
        Optional<Known> known = wiring.get().known();
        if (known.isEmpty()) {
            return Outcome.failed(
                    name, "refused", wiring.get().problems().get(0).message());
        }
        List<String> differences = differences(known.get(), wiring.get().samples());
        if (!differences.isEmpty()) {
            return Outcome.of(name, differences);
        }
        try (Trial trial = new Trial(wiring.get(), known.get(), mode, held, sets)) {
            trial.run(inputs, outputGradients);
            return Outcome.of(name, differences(trial));
        }
    }

    /** Where types and parameters are not those of the case. */
    private List<String> differences(Known known, int samples) {
        List<String> differences = new ArrayList<>();
        List<TensorShape> found = known.outputs().values().stream()
                .map(type -> type.shape().at(samples))
                .toList();
        List<TensorShape> expected =
                outputs.stream().map(ReferenceTensor::shape).toList();
        if (!found.equals(expected)) {
            differences.add(Messages.text("verify.shapes", expected, found));
        }
        Map<String, TensorShape> specs = new LinkedHashMap<>();
        known.parameters().forEach(spec -> specs.put(spec.name(), spec.shape()));
        Map<String, TensorShape> given = new LinkedHashMap<>();
        held.forEach((parameter, tensor) -> given.put(parameter, tensor.shape()));
        if (!specs.equals(given)) {
            differences.add(Messages.text("verify.parameters", given, specs));
        }
        long trainable = known.parameters().stream()
                .filter(ParameterSpec::trainable)
                .filter(spec -> parameterGradients.containsKey(spec.name()))
                .count();
        if (differences.isEmpty() && trainable != parameterGradients.size()) {
            differences.add(Messages.text("verify.trainable", parameterGradients.keySet()));
        }
        return differences;
    }

    /** Where computed numbers are not those of the case. */
    private List<String> differences(Trial trial) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            compare(words("output", i + 1), outputs.get(i), trial.output(i)).ifPresent(differences::add);
        }
        for (int i = 0; i < inputGradients.size(); i++) {
            if (inputGradients.get(i).isPresent()) {
                String what = words("input", i + 1);
                compare(what, inputGradients.get(i).get(), trial.inputGradient(i))
                        .ifPresent(differences::add);
            }
        }
        parameterGradients.forEach((parameter, gradient) -> compare(
                        words("parameter", parameter), gradient, trial.parameterGradient(parameter))
                .ifPresent(differences::add));
        buffersAfter.forEach((buffer, values) ->
                compare(words("buffer", buffer), values, trial.held(buffer)).ifPresent(differences::add));
        return differences;
    }

    private static Optional<String> compare(String what, ReferenceTensor expected, double[] found) {
        return Tolerance.STEP.difference(what, expected, found);
    }

    /** What is compared, in words. */
    static String words(String what, Object... arguments) {
        return Messages.text("verify.of." + what, arguments);
    }

    static List<TensorType> types(List<ReferenceTensor> tensors) {
        return tensors.stream()
                .map(tensor -> new TensorType(tensor.dtype(), tensor.shape()))
                .toList();
    }
}
