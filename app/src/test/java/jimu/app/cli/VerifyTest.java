package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jimu.engine.verify.ReferenceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    private static final Path REFERENCE = Path.of("../engine/src/test/resources/reference");

    private static final String RELU = """
            [{"name": "relu", "module": "ReLU", "args": {}, "mode": "train",
              "inputs": [{"shape": [2], "data": [1.0, -2.0]}], "params": {},
              "outputs": [{"shape": [2], "data": [1.0, %s]}],
              "output_grads": [{"shape": [2], "data": [1.0, 1.0]}],
              "input_grads": [{"shape": [2], "data": [1.0, 0.0]}], "param_grads": {}},
             {"module": "Fold", "args": {}, "input": [4, 3], "output": [4, 3], "params": 0}]
            """;

    @TempDir
    private Path folder;

    @Test
    void theListNamesWhatTheEngineSupports() {
        assertEquals(
                List.copyOf(ReferenceFile.supported()),
                Said.to("verify", "--list").outLines());
    }

    @Test
    void aCaseOfWhatIsNotSupportedIsNamedAndNoFailure() throws Exception {
        assertEquals(
                Said.lines(
                        0,
                        "unsupported: cases.json: Fold #2: there is no Fold yet",
                        "1 passed, 0 failed, 1 unsupported"),
                Said.to("verify", cases("0.0")));
    }

    @Test
    void aWrongNumberIsToldAndFails() throws Exception {
        Said said = Said.to("verify", cases("0.5"));
        assertEquals(1, said.exit());
        assertEquals(
                "failed: cases.json: relu: output 1 at [1] should be 0.5 and is 0.0",
                said.outLines().get(0));
        assertEquals("0 passed, 1 failed, 1 unsupported", said.outLines().get(2));
    }

    @Test
    void severalFilesAreCountedTogether() {
        Said said = Said.to("verify", REFERENCE.resolve("losses.json"), REFERENCE.resolve("optimizers.json"));
        assertEquals(0, said.exit());
        assertTrue(said.out().strip().endsWith("52 passed, 0 failed, 0 unsupported"), said.out());
    }

    @Test
    void filesOrTheListAreNeeded() {
        assertEquals(
                Said.refusal("Name reference files, or ask for the --list (see 'jimu verify --help')"),
                Said.to("verify"));
    }

    @Test
    void aBadFileIsRefusedBeforeAnythingRuns() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{");
        assertEquals(Said.refusal("\"" + bad + "\" is not JSON."), Said.to("verify", cases("0.0"), bad));
    }

    private Path cases(String second) throws Exception {
        return Files.writeString(folder.resolve("cases.json"), RELU.formatted(second));
    }
}
