package jimu.engine.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jimu.engine.runtime.Backends;
import jimu.engine.runtime.KernelSet;
import jimu.engine.verify.Outcome.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "layers.json, 29",
        "losses.json, 32",
        "optimizers.json, 20",
        "shapes.json, 647",
        "networks.json, 0",
        "schedules.json, 9"
    })
    void everySupportedCaseEqualsPyTorch(String file, int least) throws Exception {
        List<Outcome> outcomes = outcomes(reference(file), Backends.all());
        assertEquals(
                List.of(),
                outcomes.stream().filter(one -> one.verdict() == Verdict.FAILED).toList());
        assertTrue(count(outcomes, Verdict.PASSED) >= least);
    }

    @Test
    void aWrongNumberIsToldWithItsPlace() throws Exception {
        Path file = write("""
            [{"name": "relu", "module": "ReLU", "args": {}, "mode": "train",
              "inputs": [{"shape": [2, 2], "data": [1.0, -2.0, 3.0, 4.0]}], "params": {},
              "outputs": [{"shape": [2, 2], "data": [1.0, 0.0, 3.5, 4.0]}],
              "output_grads": [{"shape": [2, 2], "data": [1.0, 1.0, 1.0, 1.0]}],
              "input_grads": [{"shape": [2, 2], "data": [1.0, 0.0, 1.0, 1.0]}], "param_grads": {}}]
            """);
        assertEquals(
                List.of(new Outcome("relu", Verdict.FAILED, "output 1 at [1, 0] should be 3.5 and is 3.0")),
                outcomes(file, Backends.all()));
    }

    @Test
    void acceptingWhatPyTorchRefusesFails() throws Exception {
        Path file = write("""
            [{"module": "Linear", "args": {"in_features": 3, "out_features": 2}, "input": [4, 3], "refused": true}]
            """);
        assertEquals(
                "accepted an input 4 × 3 with {in_features=3, out_features=2} where PyTorch refuses, and gives [4 × 2]",
                outcomes(file, List.of()).get(0).reason());
    }

    @Test
    void anUnknownModuleOrArgumentIsUnsupported() throws Exception {
        Path file = write("""
            [{"module": "Fold", "args": {}, "input": [4, 3], "output": [4, 3], "params": 0},
             {"module": "ReLU", "args": {"slope": 1}, "input": [4, 3], "output": [4, 3], "params": 0}]
            """);
        assertEquals(
                List.of(
                        new Outcome("Fold #1", Verdict.UNSUPPORTED, "there is no Fold yet"),
                        new Outcome("ReLU #2", Verdict.UNSUPPORTED, "ReLU has no parameter slope yet")),
                outcomes(file, List.of()));
    }

    @Test
    void operationsThatNoKernelSetHasAreUnsupported() throws Exception {
        Outcome outcome = outcomes(reference("layers.json"), List.of()).get(0);
        assertEquals(
                new Outcome(
                        "linear_0",
                        Verdict.UNSUPPORTED,
                        "None of the kernel sets computes InnerProduct for 4 × 10, 6 × 10, 6; choose another backend."),
                outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|\"FILE\" is not a reference file: a list of cases was expected.",
                "[1|\"FILE\" is not JSON.",
                "[{}]|\"FILE\", case 1: this is neither a layer, a loss, an optimizer, a shape, a network nor a"
                        + " schedule.",
                "[{\"module\": 3, \"input\": []}]|\"FILE\", case 1: module must be a text, but is 3.",
                "[{\"module\": \"ReLU\", \"args\": {}, \"input\": [-1], \"refused\": 1}]"
                        + "|\"FILE\", case 1: input must be a list of sizes, but is [-1].",
                "[{\"module\": \"ReLU\", \"name\": \"r\", \"args\": {}, \"inputs\": [{\"shape\": [2], \"data\": [1]}]}]"
                        + "|\"FILE\", case 1: inputs must be a tensor, with as many numbers in data as shape says,"
                        + " but is {\"shape\":[2],\"data\":[1]}."
            })
    void aFileOfAnotherFormIsRefusedInASentence(String content, String sentence) throws IOException {
        Path file = write(content);
        ReferenceException refusal = assertThrows(ReferenceException.class, () -> ReferenceFile.read(file));
        assertEquals(sentence.replace("FILE", file.toString()), refusal.getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("none.json");
        ReferenceException refusal = assertThrows(ReferenceException.class, () -> ReferenceFile.read(file));
        assertEquals("There is no file \"" + file + "\".", refusal.getMessage());
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("cases.json"), content);
    }

    static List<Outcome> outcomes(Path file, List<KernelSet> sets) throws ReferenceException {
        List<Outcome> outcomes = new ArrayList<>();
        for (ReferenceCase one : ReferenceFile.read(file)) {
            outcomes.add(one.verify(sets));
        }
        return outcomes;
    }

    static Path reference(String file) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ReferenceFileTest.class.getResource("/reference/" + file))
                .toURI());
    }

    private static long count(List<Outcome> outcomes, Verdict verdict) {
        return outcomes.stream().filter(one -> one.verdict() == verdict).count();
    }
}
