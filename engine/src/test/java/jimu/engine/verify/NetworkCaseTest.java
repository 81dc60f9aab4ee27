package jimu.engine.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jimu.engine.runtime.Backends;
import jimu.engine.verify.Outcome.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** y = w · x for x = 1 and a target of 0, worked by hand: the loss is w², its gradient 2w, and half of that a step. */
class NetworkCaseTest {
    private static final String CASE = """
        [{"name": "halving", "loss": "MSELoss", "optimizer": "SGD", "optimizer_args": {"lr": 0.25},
          "blocks": [{"id": "fc", "module": "MODULE", "args": ARGUMENTS, "inputs": ["x"]}],
          "initial_params": {"fc.weight": {"shape": [1, 1], "data": [0.5]}},
          "batches": [{"x": {"shape": [2, 1], "data": [1.0, 1.0]}, "y": {"shape": [2, 1], "data": [0.0, 0.0]}}],
          "loss_per_step": [0.25, 0.0625],
          "final_params": {"fc.weight": {"shape": [1, 1], "data": [LEFT]}}, "final_buffers": {},
          "eval_output_on_first_batch": {"shape": [2, 1], "data": [EVALUATED, EVALUATED]}}]
        """;
    private static final String LINEAR = "{\"in_features\": 1, \"out_features\": 1, \"bias\": false}";

    @TempDir
    private Path folder;

    @Test
    void lossesParametersAndOutputAreCompared() throws Exception {
        assertEquals(new Outcome("halving", Verdict.PASSED, ""), outcome("Linear", LINEAR, 0.125, 0.125));
        assertEquals(
                "fc.weight afterwards at [0, 0] should be 0.25 and is 0.125",
                outcome("Linear", LINEAR, 0.25, 0.25).reason());
        assertEquals(
                "the output in evaluation mode at [0, 0] should be 0.5 and is 0.125",
                outcome("Linear", LINEAR, 0.125, 0.5).reason());
    }

    @Test
    void aNetworkWithAModuleThatIsMissingIsUnsupported() throws Exception {
        assertEquals(
                new Outcome("halving", Verdict.UNSUPPORTED, "there is no Bilinear yet"),
                outcome("Bilinear", "{}", 0.125, 0.125));
    }

    @Test
    void otherParametersThanTheNetworksAreToldWithTheirShapes() throws Exception {
        assertEquals(
                "parameters and buffers should be {fc.weight=1 × 1} and are {fc.weight=1 × 1, fc.bias=1}",
                outcome("Linear", "{\"in_features\": 1, \"out_features\": 1}", 0.125, 0.125)
                        .reason());
    }

    private Outcome outcome(String module, String arguments, double left, double evaluated) throws Exception {
        Path file = Files.writeString(
                folder.resolve("networks.json"),
                CASE.replace("MODULE", module)
                        .replace("ARGUMENTS", arguments)
                        .replace("LEFT", Double.toString(left))
                        .replace("EVALUATED", Double.toString(evaluated)));
        List<Outcome> outcomes = ReferenceFileTest.outcomes(file, Backends.all());
        return outcomes.get(0);
    }
}
