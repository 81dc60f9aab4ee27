package jimu.engine.export.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.LayerTrial;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Mode;
import jimu.engine.layer.PyTorch;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every loss, as PyTorch source spells it, gives PyTorch's number; all of them in one process. */
class LossSourceTest {
    private static final int NO_TORCH = 3;

    @TempDir
    private Path folder;

    @Test
    void everyLossAsItIsSpeltGivesTheEnginesNumber() throws Exception {
        List<LayerExample> examples = LayerCatalog.all().stream()
                .filter(schema -> schema.defaults() instanceof Loss)
                .flatMap(schema -> LayerExamples.of(schema.defaults().getClass()))
                .toList();
        StringBuilder script = new StringBuilder("""
                try:
                    import torch
                except ImportError:
                    raise SystemExit(3)
                from torch import nn

                results = []
                """);
        examples.stream()
                .flatMap(example -> spelt(example).module().stream())
                .flatMap(module -> module.definition().stream())
                .map(PyTorch.Definition::source)
                .distinct()
                .forEach(source -> script.append("\n\n").append(source).append("\n\n\n"));
        examples.forEach(example -> script.append(lines(example)));
        script.append("print(results)\n");
        JsonNode results = new ObjectMapper().readTree(run(script.toString()));
        assertEquals(examples.size(), results.size());
        for (int i = 0; i < examples.size(); i++) {
            double expected = results.get(i).asDouble();
            try (LayerTrial trial = new LayerTrial(examples.get(i), Mode.TRAIN, DType.FLOAT32, Backends.all())) {
                double found = trial.forward().get(0)[0];
                assertEquals(
                        expected,
                        found,
                        1e-5 * Math.max(1, Math.abs(expected)),
                        examples.get(i).toString());
            }
        }
    }

    /** In CI a skipped test would go unnoticed, so there it fails. */
    private static void available(boolean there, String reason) {
        if (!there && "true".equals(System.getenv("CI"))) {
            fail(reason);
        }
        Assumptions.assumeTrue(there, reason);
    }

    private static PyTorch spelt(LayerExample example) {
        Map<String, TensorType> types = new LinkedHashMap<>();
        for (int i = 0; i < example.inputs().size(); i++) {
            types.put(
                    example.layer().inputs().get(i).name(),
                    example.inputs().get(i).batchType());
        }
        return example.layer().pytorch(types);
    }

    /** Python that computes the example and keeps its number. */
    private static String lines(LayerExample example) {
        PyTorch spelt = spelt(example);
        List<String> values = new ArrayList<>();
        String call = spelt.call().orElse("{module}(" + ports(example) + ")");
        for (int i = 0; i < example.inputs().size(); i++) {
            TensorType type = example.inputs().get(i).batchType().at(example.samples());
            String dtype = type.dtype() == DType.INT32 ? "torch.int32" : "torch.float32";
            values.add("torch.tensor(" + Arrays.toString(example.values(i)) + ").to(" + dtype + ").reshape("
                    + Arrays.toString(type.shape().sizes()) + ")");
            call = call.replace("{" + example.layer().inputs().get(i).name() + "}", "v[" + i + "]");
        }
        String module = spelt.module()
                .map(made -> ModuleCall.of(example.layer(), made, Map.of()).toString())
                .orElseThrow();
        return "v = [" + String.join(", ", values) + "]\n" + "results.append(float(" + call.replace("{module}", module)
                + "))\n";
    }

    private static String ports(LayerExample example) {
        return example.layer().inputs().stream()
                .map(port -> "{" + port.name() + "}")
                .collect(Collectors.joining(", "));
    }

    private String run(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("losses.py"), script);
        Path printed = folder.resolve("printed.txt");
        Path python = Path.of(System.getProperty("jimu.python", "/usr/bin/python3"));
        available(Files.isExecutable(python), "There is no Python at " + python);
        Process process = new ProcessBuilder(python.toString(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        String text = Files.readString(printed);
        available(process.exitValue() != NO_TORCH, "PyTorch is not installed for " + python);
        assertEquals(0, process.exitValue(), text);
        return Stream.of(text.split("\n")).reduce("", (before, line) -> line);
    }
}
