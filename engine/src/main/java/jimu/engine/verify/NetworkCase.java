package jimu.engine.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.runtime.KernelSet;
import jimu.engine.shape.TensorShape;
import jimu.engine.train.optimizer.Optimizer;
import jimu.engine.train.optimizer.OptimizerCatalog;

/**
 * Training steps of a whole network: the loss of each, what they leave in parameters and buffers, and the output in evaluation mode.
 *
 * @param modules the layers, the last one's output being the network's
 * @param loss its type, with PyTorch's defaults
 * @param initial the parameters before the first step, by {@code id.name}
 * @param batches what the steps take in turn
 * @param losses of the steps
 * @param left the parameters and buffers after the last step
 * @param evaluated the output for the first batch, under those parameters and buffers
 */
record NetworkCase(
        String name,
        List<Module> modules,
        String loss,
        String optimizer,
        Map<String, Object> optimizerArguments,
        Map<String, ReferenceTensor> initial,
        List<Batch> batches,
        List<Double> losses,
        Map<String, ReferenceTensor> left,
        ReferenceTensor evaluated)
        implements ReferenceCase {
    private static final String RUNNING_MEAN = ".running_mean";

    /** A layer by PyTorch's name; {@code inputs} are ids of other layers, or {@code x} for the batch's input. */
    record Module(String id, String type, Map<String, Object> arguments, List<String> inputs) {}

    /** Inputs and targets of one step. */
    record Batch(ReferenceTensor x, ReferenceTensor y) {}

    static NetworkCase of(CaseFields fields) throws ReferenceException {
        List<Module> modules = new ArrayList<>();
        for (CaseFields block : fields.children("blocks")) {
            modules.add(
                    new Module(block.text("id"), block.text("module"), block.arguments("args"), block.texts("inputs")));
        }
        List<Batch> batches = new ArrayList<>();
        for (CaseFields batch : fields.children("batches")) {
            batches.add(new Batch(batch.tensor("x"), batch.tensor("y")));
        }
        Map<String, ReferenceTensor> left = new LinkedHashMap<>(fields.namedTensors("final_params"));
        left.putAll(fields.namedTensors("final_buffers"));
        return new NetworkCase(
                fields.text("name"),
                modules,
                fields.text("loss"),
                fields.text("optimizer"),
                fields.arguments("optimizer_args"),
                fields.namedTensors("initial_params"),
                batches,
                fields.numbers("loss_per_step"),
                left,
                fields.tensor("eval_output_on_first_batch"));
    }

    @Override
    public Outcome run(List<KernelSet> sets) {
        Subject<Optimizer> mover = Subject.of(name, optimizer, optimizerArguments, OptimizerCatalog.find(optimizer));
        if (mover.failure().isPresent()) {
            return mover.failure().get();
        }
        Map<String, Layer> layers = new LinkedHashMap<>();
        for (Module module : modules) {
            Subject<Layer> layer =
                    Subject.of(name, module.type(), module.arguments(), LayerCatalog.find(module.type()));
            if (layer.failure().isPresent()) {
                return layer.failure().get();
            }
            layer.made().ifPresent(made -> layers.put(module.id(), made));
        }
        Subject<Layer> last = Subject.of(name, loss, Map.of(), LayerCatalog.find(loss));
        return last.made()
                .map(made ->
                        run(NetworkWiring.of(this, layers, made), mover.made().orElseThrow(), sets))
                .orElseGet(last.failure()::orElseThrow);
    }

    private Outcome run(NetworkWiring wiring, Optimizer mover, List<KernelSet> sets) {
        if (!wiring.problems().isEmpty()) {
            return Outcome.failed(name, "refused", wiring.problems().get(0).message());
        }
        Map<String, TensorShape> given = new LinkedHashMap<>();
        initial.forEach((parameter, tensor) -> given.put(parameter, tensor.shape()));
        if (!wiring.parameters().equals(given)) {
            return Outcome.failed(name, "parameters", given, wiring.parameters());
        }
        try (NetworkTrial trial = new NetworkTrial(wiring, initial, batches.get(0), mover, sets)) {
            double[] found = trial.train(batches, losses.size());
            return Outcome.of(name, differences(trial, found));
        }
    }

    private List<String> differences(NetworkTrial trial, double[] found) {
        List<String> differences = new ArrayList<>();
        double[] expected = losses.stream().mapToDouble(Double::doubleValue).toArray();
        ReferenceTensor wanted = new ReferenceTensor(TensorShape.of(expected.length), expected, false);
        compare(LayerCase.words("losses"), wanted, found).ifPresent(differences::add);
        Set<String> chance = trial.movedByChance();
        left.forEach((held, tensor) -> {
            if (!chance.contains(held) && !follows(held, chance)) {
                compare(LayerCase.words("buffer", held), tensor, trial.held(held))
                        .ifPresent(differences::add);
            }
        });
        trial.load(left);
        compare(LayerCase.words("evaluated"), evaluated, trial.evaluate(batches.get(0)))
                .ifPresent(differences::add);
        return differences;
    }

    /** Whether it is a running mean of values that something moved by chance is added to. */
    private boolean follows(String held, Set<String> chance) {
        return held.endsWith(RUNNING_MEAN)
                && modules.stream()
                        .filter(module -> held.equals(module.id() + RUNNING_MEAN))
                        .flatMap(module -> module.inputs().stream())
                        .anyMatch(input -> chance.stream().anyMatch(moved -> moved.startsWith(input + ".")));
    }

    private static Optional<String> compare(String what, ReferenceTensor expected, double[] found) {
        return Tolerance.NETWORK.difference(what, expected, found);
    }
}
