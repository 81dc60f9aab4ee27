package jimu.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.runtime.KernelSet;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A module on an input of some shape: the shapes of its outputs and its number of parameters, or that PyTorch refuses.
 *
 * @param expected empty where PyTorch refuses
 */
record ShapeCase(
        String name, String module, Map<String, Object> arguments, TensorShape input, Optional<Expected> expected)
        implements ReferenceCase {
    /** What comes out: the output, then states, such as an LSTM's two. */
    record Expected(List<TensorShape> outputs, long parameters) {}

    static ShapeCase of(CaseFields fields) throws ReferenceException {
        String module = fields.text("module");
        Optional<Expected> expected = Optional.empty();
        if (!fields.has("refused")) {
            List<TensorShape> outputs = new ArrayList<>(List.of(fields.shape("output")));
            outputs.addAll(fields.shapes("state"));
            expected = Optional.of(new Expected(outputs, fields.integer("params")));
        }
        return new ShapeCase(
                module + " #" + fields.number(), module, fields.arguments(), fields.shape("input"), expected);
    }

    @Override
    public Outcome run(List<KernelSet> sets) {
        Subject<Layer> subject = Subject.of(name, module, arguments, LayerCatalog.find(module));
        return subject.made()
                .map(this::run)
                .orElseGet(() -> withoutLayer(subject.failure().orElseThrow()));
    }

    /** Values that no such layer can have are as good as a refusal. */
    private Outcome withoutLayer(Outcome failure) {
        return failure.verdict() == Outcome.Verdict.FAILED && expected.isEmpty() ? Outcome.passed(name) : failure;
    }

    private Outcome run(Layer layer) {
        Optional<Wiring> wiring = Wiring.of(layer, List.of(new TensorType(DType.FLOAT32, input)));
        if (wiring.isEmpty()) {
            return Outcome.unsupported(name, "inputs", module, 1);
        }
        Optional<Known> known = wiring.get().known();
        if (known.isEmpty()) {
            return expected.isEmpty()
                    ? Outcome.passed(name)
                    : Outcome.failed(
                            name, "refused", wiring.get().problems().get(0).message());
        }
        List<TensorShape> outputs = known.get().outputs().values().stream()
                .map(type -> type.shape().at(wiring.get().samples()))
                .toList();
        if (expected.isEmpty()) {
            return Outcome.failed(name, "accepted", input, arguments, outputs);
        }
        if (!outputs.equals(expected.get().outputs())) {
            return Outcome.failed(name, "shapes", expected.get().outputs(), outputs);
        }
        long parameters = known.get().trainable();
        return parameters == expected.get().parameters()
                ? Outcome.passed(name)
                : Outcome.failed(name, "count", expected.get().parameters(), parameters);
    }
}
