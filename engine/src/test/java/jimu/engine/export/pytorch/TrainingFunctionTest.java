package jimu.engine.export.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jimu.engine.Net;
import jimu.engine.data.Affine;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.data.SampleOrder;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.loss.MSELoss;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import jimu.engine.train.clipping.ClippingCatalog;
import jimu.engine.train.optimizer.OptimizerCatalog;
import jimu.engine.train.schedule.ScheduleCatalog;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the exported training functions in PyTorch, all in one process, on the batches of a run, and compares the weights they leave:
 * every optimiser, schedule and clipping, and two losses of different weight.
 */
class TrainingFunctionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NO_TORCH = 3;
    private static final int EPOCHS = 5;
    private static final int BATCH = 4;
    private static final long SEED = 3;
    private static final LoadedData DATA = new LoadedData(
            "curves",
            new Curves(0, 10).fields(),
            new Curves(0, 10),
            new Curves(50, 6),
            new Curves(90, 2),
            new Preprocessing(Map.of(
                    "x", new Affine(new double[] {0.5}, new double[] {2}),
                    "y", new Affine(new double[] {0.25}, new double[] {0.5}))));

    private static final String SCRIPT = """
        import importlib.util, json, sys
        from pathlib import Path
        try:
            import torch
        except ImportError:
            sys.exit(3)
        torch.set_num_threads(1)

        class Batches:
            def __init__(self, epochs):
                self.epochs, self.epoch = epochs, 0
            def __len__(self):
                return len(self.epochs[0])
            def __iter__(self):
                self.epoch += 1
                for x, y, label in self.epochs[self.epoch - 1]:
                    yield torch.tensor(x), torch.tensor(y), torch.tensor(label, dtype=torch.int32)

        data = json.loads((Path(sys.argv[1]) / "batches.json").read_text())
        for home in sorted(path for path in Path(sys.argv[1]).iterdir() if path.is_dir()):
            try:
                spec = importlib.util.spec_from_file_location(home.name, home / "model.py")
                module = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(module)
                model = module.load_model()
                arguments = [Batches(data["train"])]
                if "validation" in module.train.__code__.co_varnames[: module.train.__code__.co_argcount]:
                    arguments.append(Batches([data["validation"]] * 99))
                module.train(model, *arguments)
                result = {name: value.tolist() for name, value in model.state_dict().items()}
            except BaseException as error:
                result = {"error": repr(error)}
            (home / "result.json").write_text(json.dumps(result))
        """;

    @TempDir
    static Path folder;

    /** Settings that train a network. */
    record Case(String name, TrainingSettings settings) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        TrainingSettings base = new TrainingSettings(EPOCHS, BATCH, new Choice("SGD", Map.of("lr", 0.05)), SEED)
                .withLossWeights(Map.of("loss", 0.5));
        Map<String, Map<String, Object>> optimizers = Map.of(
                "SGD", Map.of("lr", 0.05, "momentum", 0.9, "nesterov", true),
                "RMSprop", Map.of("centered", true, "momentum", 0.5),
                "Adam", Map.of("betas", List.of(0.8, 0.9), "amsgrad", true, "weight_decay", 0.1));
        Map<String, Map<String, Object>> schedules = Map.of(
                "StepLR", Map.of("step_size", 2L),
                "MultiStepLR", Map.of("milestones", List.of(1L, 3L)),
                "CosineAnnealingWarmRestarts", Map.of("T_0", 2L, "T_mult", 2L),
                "OneCycleLR", Map.of("max_lr", 0.1),
                "ReduceLROnPlateau", Map.of("patience", 0L, "threshold", 0.5, "factor", 0.3));
        Stream<Case> moving = OptimizerCatalog.all().stream().map(schema -> {
            Choice choice = new Choice(schema.type(), optimizers.getOrDefault(schema.type(), Map.of()));
            return new Case(schema.type(), base.withOptimizer(choice));
        });
        Stream<Case> pacing = ScheduleCatalog.all().stream().map(schema -> {
            Choice choice = new Choice(schema.type(), schedules.getOrDefault(schema.type(), Map.of()));
            return new Case(schema.type(), base.withSchedule(Optional.of(choice)));
        });
        Stream<Case> clipping = ClippingCatalog.all().stream()
                .map(schema -> new Case(
                        schema.type(),
                        base.withClipping(Optional.of(new Choice(schema.type(), small(schema.type()))))));
        Choice cycle = new Choice("OneCycleLR", Map.of("max_lr", 0.1, "three_phase", true, "pct_start", 0.4));
        Case cycledAdam = new Case(
                "OneCycleLR with Adam", base.withOptimizer(Choice.of("Adam")).withSchedule(Optional.of(cycle)));
        return Stream.of(moving, pacing, clipping, Stream.of(cycledAdam)).flatMap(cases -> cases);
    }

    private static Map<String, Object> small(String clipping) {
        return clipping.equals("ClipGradNorm") ? Map.of("max_norm", 0.3) : Map.of("clip_value", 0.1);
    }

    @BeforeAll
    static void exportAndRun() throws Exception {
        for (Case one : cases().toList()) {
            Path home = Files.createDirectory(folder.resolve(one.name().replace(' ', '_')));
            Files.writeString(home.resolve("model.py"), "");
            Document document = document(one.settings());
            PyTorchExporter.export(
                    ShapeInference.infer(document),
                    WeightSnapshot.initial(ShapeInference.infer(document), SEED),
                    Optional.of(DATA.preprocessing().toJson()),
                    Optional.of(one.settings()),
                    "curves",
                    home.resolve("model.py"));
        }
        JSON.writeValue(folder.resolve("batches.json").toFile(), batches());
        Path script = Files.writeString(folder.resolve("run.py"), SCRIPT);
        Path log = folder.resolve("run.log");
        String python = System.getProperty("jimu.python", "/usr/bin/python3");
        Assumptions.assumeTrue(Files.isExecutable(Path.of(python)) || "true".equals(System.getenv("CI")));
        Process process = new ProcessBuilder(python, script.toString(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail("Python took more than three minutes");
        }
        Assumptions.assumeTrue(process.exitValue() != NO_TORCH || "true".equals(System.getenv("CI")));
        assertEquals(0, process.exitValue(), Files.readString(log));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFunctionLeavesTheWeightsOfTheRun(Case one) throws Exception {
        JsonNode result = JSON.readTree(folder.resolve(one.name().replace(' ', '_'))
                .resolve("result.json")
                .toFile());
        assertTrue(
                result.path("error").isMissingNode(), () -> result.path("error").asText());
        Map<String, Weight> left = Trainer.start(document(one.settings()), DATA, TrainOptions.with(Backends.all()))
                .await()
                .arrays();
        Map<String, Weight> first = WeightSnapshot.initial(ShapeInference.infer(document(one.settings())), SEED)
                .arrays();
        left.forEach((name, weight) -> {
            List<Double> expected = new ArrayList<>();
            flatten(result.path(name), expected);
            assertEquals(expected.size(), weight.values().length, name);
            for (int i = 0; i < expected.size(); i++) {
                assertEquals(expected.get(i), weight.values()[i], 2e-4, name + " " + i);
            }
        });
        float before = Objects.requireNonNull(first.get("hidden.weight")).values()[0];
        float after = Objects.requireNonNull(left.get("hidden.weight")).values()[0];
        assertTrue(before != after, "nothing was learnt");
    }

    @Test
    void theFunctionReadsAsAPersonWouldWriteIt() throws Exception {
        TrainingSettings settings = new TrainingSettings(12, 64, new Choice("Adam", Map.of("lr", 0.002)), 1)
                .withSchedule(Optional.of(Choice.of("CosineAnnealingLR")))
                .withClipping(Optional.of(Choice.of("ClipGradNorm")));
        Net net = new Net()
                .add("x", Net.input(4))
                .then("fc", new Linear(Size.AUTO, 3, true))
                .add("label", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc", "label");
        Path file = folder.resolve("reads.py");
        PyTorchExporter.export(
                net.infer(),
                WeightSnapshot.initial(net.infer(), 1),
                Optional.empty(),
                Optional.of(settings),
                "reads",
                file);
        String source = Files.readString(file);
        assertEquals("""
            def train(model, batches, epochs=12):
                \"""Trains the network as its document in Jimu says.

                batches gives (x, label) anew for every epoch, such as a DataLoader that shuffles, with 64
                samples at a time.
                Validating, stopping early and keeping the best weights are left out.
                \"""
                criterion = nn.CrossEntropyLoss()
                optimizer = torch.optim.Adam(model.parameters(), lr=0.002)
                scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
                for _ in range(epochs):
                    model.train()
                    for x, label in batches:
                        optimizer.zero_grad()
                        output = model(x)
                        loss = criterion(output, label.long())
                        loss.backward()
                        nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
                        optimizer.step()
                    scheduler.step()
            """, source.substring(source.indexOf("def train("), source.indexOf("\n\nif __name__")));
    }

    @Test
    void aRateThatFollowsTheValidationAsksForItsSamplesWhereverTheyComeFrom() throws Exception {
        String source = Files.readString(folder.resolve("ReduceLROnPlateau").resolve("model.py"));
        String train = source.substring(source.indexOf("def train("), source.indexOf("criterion_aux ="));
        assertTrue(train.startsWith("def train(model, batches, validation, epochs="), train);
        String told = train.replaceAll("\\s+", " ");
        assertTrue(
                told.contains(
                        "validation gives the same of samples that are set aside, or of a validation set of its own,"
                                + " prepared alike; the rate follows their loss."),
                told);
        assertTrue(told.contains("Stopping early and keeping the best weights are left out."), told);
    }

    private static Document document(TrainingSettings settings) {
        return new Net()
                .add("x", Net.input(3))
                .then("hidden", new Linear(Size.AUTO, 5, true))
                .then("fc", new Linear(Size.AUTO, 2, true))
                .add("classes", new Linear(Size.AUTO, 3, true), "hidden")
                .add("y", new Target("y", List.of(2), 0, DType.FLOAT32))
                .add("label", new Target("label", List.of(), 0, DType.INT32))
                .add("loss", new MSELoss(), "fc", "y")
                .add("aux", new CrossEntropyLoss(), "classes", "label")
                .document()
                .withTraining(settings);
    }

    private static ObjectNode batches() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode epochs = root.putArray("train");
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            ArrayNode batches = epochs.addArray();
            int[] order = SampleOrder.shuffled(SEED, epoch, DATA.train().size());
            for (int from = 0; from < order.length; from += BATCH) {
                add(batches.addArray(), DATA.train(), order, from, Math.min(order.length, from + BATCH));
            }
        }
        int[] all = SampleOrder.sequential(DATA.validation().size());
        add(root.putArray("validation").addArray(), DATA.validation(), all, 0, all.length);
        return root;
    }

    private static void add(ArrayNode batch, Dataset data, int[] order, int from, int to) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("x", 3);
        sizes.put("y", 2);
        sizes.forEach((field, size) -> {
            ArrayNode rows = batch.addArray();
            for (int i = from; i < to; i++) {
                float[] numbers = new float[size];
                data.copy(field, order[i], numbers, 0);
                ArrayNode row = rows.addArray();
                for (float number : numbers) {
                    row.add(number);
                }
            }
        });
        ArrayNode labels = batch.addArray();
        int[] label = new int[1];
        for (int i = from; i < to; i++) {
            data.copy("label", order[i], label, 0);
            labels.add(label[0]);
        }
    }

    private static void flatten(JsonNode node, List<Double> numbers) {
        if (node.isArray()) {
            node.forEach(element -> flatten(element, numbers));
        } else {
            numbers.add(node.doubleValue());
        }
    }

    /** Samples whose numbers follow from their place. */
    private record Curves(int first, int size) implements Dataset {
        @Override
        public String name() {
            return "curves";
        }

        @Override
        public List<Field> fields() {
            return List.of(
                    new Field("x", TensorType.float32(3), List.of()),
                    new Field("y", TensorType.float32(2), List.of()),
                    new Field("label", new TensorType(DType.INT32, TensorShape.SCALAR), List.of("a", "b", "c")));
        }

        @Override
        public void copy(String field, int sample, float[] to, int at) {
            int count = field.equals("x") ? 3 : 2;
            for (int i = 0; i < count; i++) {
                to[at + i] = (float) Math.sin((first + sample) * (field.equals("x") ? 1.7 : 0.6) + i);
            }
        }

        @Override
        public void copy(String field, int sample, int[] to, int at) {
            to[at] = (first + sample) % 3;
        }
    }
}
