package jimu.engine.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jimu.engine.runtime.KernelSet;
import jimu.engine.verify.Outcome.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFileTest {
    @TempDir
    private Path folder;

    @Test
    void supportedModulesAreThese() {
        assertEquals(
                List.of(
                        "Input",
                        "Target",
                        "Linear",
                        "Flatten",
                        "Conv2d",
                        "MaxPool2d",
                        "BatchNorm2d",
                        "Dropout",
                        "ReLU",
                        "CrossEntropyLoss",
                        "SGD",
                        "Adam"),
                List.copyOf(ReferenceFile.supported()));
    }

    @ParameterizedTest
    @CsvSource({"optimizers.json, 8, 12", "shapes.json, 647, 674", "networks.json, 0, 6", "schedules.json, 0, 9"})
    void everySupportedCaseEqualsPyTorch(String file, int passed, int unsupported) throws Exception {
        List<Outcome> outcomes = outcomes(reference(file), List.of());
        assertEquals(List.of(), outcomes.stream().filter(one -> one.verdict() == Verdict.FAILED).toList());
        assertEquals(passed, count(outcomes, Verdict.PASSED));
        assertEquals(unsupported, count(outcomes, Verdict.UNSUPPORTED));
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
