package jimu.engine.export.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.export.CatalogueCases;
import jimu.engine.export.CatalogueCases.Case;
import jimu.engine.export.Closeness;
import jimu.engine.export.EngineRun;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.io.NumberArray;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of every layer as PyTorch source, run by PyTorch in one process, against the engine's own outputs. */
class CatalogueRunTest {
    @TempDir
    static Path folder;

    static Stream<Case> cases() {
        return CatalogueCases.all();
    }

    @BeforeAll
    static void exportAndRun() throws Exception {
        for (Case one : cases().toList()) {
            Path home = Files.createDirectory(folder.resolve(one.network().name()));
            PyTorchExporter.export(
                    one.network().inference(),
                    one.network().weights(),
                    one.network().name(),
                    home.resolve("model.py"));
            Files.writeString(
                    home.resolve("inputs.json"),
                    new ObjectMapper()
                            .createArrayNode()
                            .add(PyTorchRunTest.json(one.inputs()))
                            .toString());
        }
        PyTorchRunTest.runPython(folder);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSourceGivesTheEnginesOutputs(Case one) throws Exception {
        JsonNode outputs = PyTorchRunTest.result(folder.resolve(one.network().name()))
                .path("batches")
                .path(0);
        Map<Endpoint, NumberArray> expected =
                EngineRun.run(one.network(), one.inputs(), one.example().samples());
        assertEquals(one.example().layer().outputs().size(), outputs.size());
        int output = 0;
        for (Map.Entry<Endpoint, NumberArray> entry : expected.entrySet()) {
            Closeness.assertClose(entry.getValue(), PyTorchRunTest.array(outputs.path(output++)), entry.getKey() + "");
        }
    }
}
