package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jimu.engine.export.ExportedNetwork;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.PythonLiteral;
import jimu.engine.layer.Schema;
import jimu.engine.layer.Source;
import jimu.engine.message.Messages;
import jimu.engine.train.clipping.Clipping;
import jimu.engine.train.clipping.ClippingCatalog;
import jimu.engine.train.optimizer.OptimizerCatalog;
import jimu.engine.train.schedule.Schedule;
import jimu.engine.train.schedule.ScheduleCatalog;
import jimu.engine.train.schedule.ScheduledOptimizer;

/** The function that trains the network as its settings say: criterion, optimiser, scheduler, clipping, and the loop over epochs. */
final class TrainingFunction {
    private static final int EPOCH = 2;
    private static final int BATCH = 3;

    private final ExportedNetwork network;
    private final TrainingSettings settings;
    private final ScheduledOptimizer optimizer;
    private final Optional<Clipping> clipping;
    private final List<FlatBlock> targets = new ArrayList<>();
    private final Map<Endpoint, String> values = new HashMap<>();
    private final List<String> fields = new ArrayList<>();

    /** The function for a network all of whose losses compare outputs with fields of the data. */
    TrainingFunction(ExportedNetwork network, TrainingSettings settings) throws ParameterException {
        this.network = network;
        this.settings = settings;
        optimizer = ScheduledOptimizer.of(settings);
        clipping = settings.clipping().isEmpty()
                ? Optional.empty()
                : Optional.of(ClippingCatalog.create(settings.clipping().get()));
        PythonNames names = new PythonNames(List.of());
        network.sources().forEach(source -> name(source, names));
        for (FlatBlock loss : network.losses()) {
            for (Endpoint read : reads(loss).values()) {
                network.block(read.path())
                        .filter(block -> block.layer() instanceof Source && !values.containsKey(read))
                        .ifPresent(target -> {
                            targets.add(target);
                            name(target, names);
                        });
            }
        }
        List<Endpoint> outputs = network.outputs();
        for (int i = 0; i < outputs.size(); i++) {
            values.putIfAbsent(outputs.get(i), outputs.size() == 1 ? "output" : "outputs[" + i + "]");
        }
    }

    /** Whether there is a loss, and each reads nothing but outputs and fields. */
    static boolean possible(ExportedNetwork network) {
        return !network.losses().isEmpty()
                && network.losses().stream()
                        .flatMap(loss -> reads(loss).values().stream())
                        .allMatch(read -> network.outputs().contains(read)
                                || network.block(read.path())
                                        .filter(block -> block.layer() instanceof Source)
                                        .isPresent());
    }

    /** The classes of losses that PyTorch does not have. */
    static List<PyTorch.Definition> definitions(ExportedNetwork network) {
        return network.losses().stream()
                .flatMap(loss -> network.pytorch(loss).module().stream())
                .flatMap(module -> module.definition().stream())
                .toList();
    }

    /** The fields that are compared with, besides the inputs. */
    List<FlatBlock> targets() {
        return targets;
    }

    /** The variable of a field. */
    String variable(FlatBlock source) {
        return values.getOrDefault(main(source), "");
    }

    /** What stands for a field that has to be prepared. */
    void replace(FlatBlock target, String expression) {
        values.put(main(target), expression);
    }

    /** Writes the head and its docstring. */
    void begin(PythonText python) {
        List<String> parameters = new ArrayList<>(List.of("model", "batches"));
        if (watched()) {
            parameters.add("validation");
        }
        parameters.add("epochs=" + settings.epochs());
        python.definition(0, "train", parameters);
        String tuple = "(" + String.join(", ", fields) + (fields.size() == 1 ? ",)" : ")");
        List<String> more =
                new ArrayList<>(List.of("", Messages.text("export.pytorch.batches", tuple, settings.batchSize())));
        if (watched()) {
            more.add(Messages.text("export.pytorch.validation"));
        }
        more.add(Messages.text(watched() ? "export.pytorch.left.best" : "export.pytorch.left"));
        python.docstring(1, Messages.text("export.pytorch.train"), more);
    }

    /** Writes the rest; {@code arguments} are what the model is called with. */
    void write(PythonText python, List<String> arguments) {
        for (FlatBlock loss : network.losses()) {
            network.pytorch(loss).module().ifPresent(made -> {
                ModuleCall call =
                        ModuleCall.of(loss.layer(), made, network.known(loss).automaticSizes());
                python.call(1, criterion(loss) + " = " + call.head(), call.arguments());
            });
        }
        writeOptimizer(python);
        python.lines(1, "for _ in range(epochs):").lines(EPOCH, "model.train()");
        python.lines(EPOCH, "for " + String.join(", ", fields) + (fields.size() == 1 ? "," : "") + " in batches:");
        python.lines(BATCH, "optimizer.zero_grad()");
        writeLoss(python, BATCH, arguments);
        python.lines(BATCH, "loss.backward()");
        clipping.ifPresent(rule -> python.call(BATCH, head(rule), clippingArguments(rule)));
        python.lines(BATCH, "optimizer.step()");
        optimizer.schedule().ifPresent(schedule -> {
            if (schedule.watchesLoss()) {
                writeValidation(python, arguments);
            } else {
                python.lines(schedule.pace() == Schedule.Pace.STEP ? BATCH : EPOCH, "scheduler.step()");
            }
        });
    }

    private void writeOptimizer(PythonText python) {
        List<String> moving = new ArrayList<>(List.of("model.parameters()"));
        OptimizerCatalog.find(optimizer.base().type())
                .ifPresent(schema -> moving.addAll(arguments(schema, optimizer.base(), Map.of())));
        python.call(1, "optimizer = torch.optim." + optimizer.base().type(), moving);
        optimizer.schedule().ifPresent(schedule -> {
            List<String> pacing = new ArrayList<>(List.of("optimizer"));
            Map<String, String> automatic = Map.of("T_max", "epochs", "total_steps", "epochs * len(batches)");
            ScheduleCatalog.find(schedule.type())
                    .ifPresent(schema -> pacing.addAll(arguments(schema, schedule, automatic)));
            python.call(1, "scheduler = torch.optim.lr_scheduler." + schedule.type(), pacing);
        });
    }

    private void writeLoss(PythonText python, int depth, List<String> arguments) {
        String result = network.outputs().size() == 1 ? "output" : "outputs";
        python.call(depth, result + " = model", arguments);
        List<String> terms = network.losses().stream().map(this::term).toList();
        python.assignment(depth, "loss", String.join(" + ", terms));
    }

    private void writeValidation(PythonText python, List<String> arguments) {
        FlatBlock counted = network.sources().get(0);
        int axis = ((Source) counted.layer()).batchAxis();
        String count = axis == 0 ? "len(" + variable(counted) + ")" : variable(counted) + ".shape[" + axis + "]";
        python.lines(EPOCH, "model.eval()", "total = 0.0", "count = 0", "with torch.no_grad():");
        python.lines(BATCH, "for " + String.join(", ", fields) + (fields.size() == 1 ? "," : "") + " in validation:");
        writeLoss(python, BATCH + 1, arguments);
        python.lines(BATCH + 1, "total += loss.item() * " + count, "count += " + count);
        python.lines(EPOCH, "scheduler.step(total / count)");
    }

    /** A loss as it enters the sum. */
    private String term(FlatBlock loss) {
        PyTorch spelling = network.pytorch(loss);
        String text = spelling.call()
                .orElseGet(() -> "{module}("
                        + reads(loss).keySet().stream()
                                .map(port -> "{" + port + "}")
                                .collect(Collectors.joining(", "))
                        + ")");
        text = text.replace("{module}", criterion(loss));
        for (Map.Entry<String, Endpoint> read : reads(loss).entrySet()) {
            text = text.replace("{" + read.getKey() + "}", values.getOrDefault(read.getValue(), ""));
        }
        double weight = settings.lossWeights()
                .getOrDefault(loss.blocks().get(loss.blocks().size() - 1), 1.0);
        return weight == 1 ? text : PythonLiteral.of(weight) + " * " + text;
    }

    private String criterion(FlatBlock loss) {
        String name = loss.path().replaceAll("[^A-Za-z0-9_]", "_");
        return network.losses().size() == 1 ? "criterion" : "criterion_" + name;
    }

    private boolean watched() {
        return optimizer.schedule().filter(Schedule::watchesLoss).isPresent();
    }

    private void name(FlatBlock source, PythonNames names) {
        String name = names.input(source.path());
        values.put(main(source), name);
        fields.add(name);
    }

    /** {@code ClipGradNorm} is {@code clip_grad_norm_}. */
    private static String head(Clipping rule) {
        return "nn.utils." + Parameter.snakeCase(rule.type()).substring(1) + "_";
    }

    private static List<String> clippingArguments(Clipping rule) {
        List<String> arguments = new ArrayList<>(List.of("model.parameters()"));
        ClippingCatalog.find(rule.type()).ifPresent(schema -> arguments.addAll(arguments(schema, rule, Map.of())));
        return arguments;
    }

    /** By keyword, the learning rate always and the rest where it is not PyTorch's default. */
    private static List<String> arguments(Schema<?> schema, Object made, Map<String, String> automatic) {
        List<String> arguments = new ArrayList<>();
        for (Parameter parameter : schema.parameters()) {
            Object value = parameter.get(made);
            String name = parameter.name();
            if (value.equals("auto")) {
                arguments.add(name + "=" + automatic.getOrDefault(name, "None"));
            } else if (name.equals("lr") || parameter.required() || !value.equals(parameter.defaultValue())) {
                arguments.add(name + "=" + PythonLiteral.of(value));
            }
        }
        return arguments;
    }

    private static Map<String, Endpoint> reads(FlatBlock loss) {
        Map<String, Endpoint> reads = new LinkedHashMap<>();
        ExportedNetwork.wires(loss).forEach((port, from) -> from.ifPresent(read -> reads.put(port.name(), read)));
        return reads;
    }

    private static Endpoint main(FlatBlock block) {
        return new Endpoint(block.path(), block.layer().outputs().get(0));
    }
}
