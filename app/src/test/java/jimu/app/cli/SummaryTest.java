package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import jimu.app.session.Iris;
import jimu.app.session.Nets;
import jimu.app.session.Samples;
import jimu.engine.io.DocumentFile;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
    @TempDir
    private Path folder;

    private Path iris;

    @BeforeEach
    void save() throws Exception {
        iris = Iris.savedIn(folder);
    }

    @Test
    void tableListsEveryLayerAndSumsUp() {
        Said said = Said.to("summary", iris);
        assertEquals(0, said.exit());
        assertEquals(
                List.of(
                        "Name       Type               Output shape   Parameters   Multiply-adds   FLOPs   Memory",
                        "────────────────────────────────────────────────────────────────────────────────────────",
                        "features   Input              N × 4                   0               0       0     16 B",
                        "fc1        Linear             N × 8                  40              32      64     32 B",
                        "relu       ReLU               N × 8                   0               0       0     32 B",
                        "fc2        Linear             N × 3                  27              24      48     12 B",
                        "label      Target             N int32                 0               0       0",
                        "loss       CrossEntropyLoss   scalar                  0               0       0",
                        "────────────────────────────────────────────────────────────────────────────────────────",
                        "Total parameters           67",
                        "Trainable parameters       67",
                        "Multiply-adds              56   a sample",
                        "FLOPs                     112   a sample",
                        "Input size               16 B   a sample",
                        "Forward/backward size   152 B   a sample",
                        "Parameter size          268 B",
                        "Estimated total size    436 B   a sample"),
                said.outLines().subList(0, 17));
        String memory = said.outLines().get(18);
        assertTrue(memory.startsWith("Training in batches of 16. Memory: "), memory);
    }

    @Test
    void aBatchStandsInShapesAndCosts() {
        List<String> lines = Said.to("summary", iris, "--batch", 32).outLines();
        assertEquals(
                "fc1        Linear             32 × 8                 40           1,024   2,048   1.0 kB",
                lines.get(3));
        assertEquals(
                List.of(
                        "Total parameters            67",
                        "Trainable parameters        67",
                        "Multiply-adds            1,792   a batch of 32",
                        "FLOPs                    3,584   a batch of 32",
                        "Input size               512 B   a batch of 32",
                        "Forward/backward size   4.8 kB   a batch of 32",
                        "Parameter size           268 B",
                        "Estimated total size    5.5 kB   a batch of 32"),
                lines.subList(9, 17));
    }

    @Test
    void linesAreDrawnInAsciiWhereTheCharsetHasNoOthers() {
        Said said = Said.on(new Terminal(false, StandardCharsets.ISO_8859_1), "summary", iris);
        assertEquals("-".repeat(88), said.outLines().get(1));
    }

    @Test
    void jsonHoldsTheSameNumbers() throws Exception {
        JsonNode json =
                new ObjectMapper().readTree(Said.to("summary", iris, "--json").out());
        assertEquals(
                "{\"name\":\"fc1\",\"type\":\"Linear\",\"output_shape\":[\"N\",8],\"output_dtype\":\"float32\","
                        + "\"parameters\":40,\"buffers\":0,\"multiply_adds\":32,\"flops\":64,\"output_bytes\":32}",
                json.path("layers").path(1).toString());
        assertEquals(
                "{\"parameters\":67,\"trainable_parameters\":67,\"buffers\":0,\"multiply_adds\":56,\"flops\":112,"
                        + "\"input_bytes\":16,\"forward_backward_bytes\":152,\"parameter_bytes\":268,\"total_bytes\":436,"
                        + "\"partial\":false}",
                json.path("totals").toString());
    }

    @Test
    void jsonOfABatchHasFixedSizes() throws Exception {
        Said said = Said.to("summary", iris, "--json", "--batch", 32);
        JsonNode json = new ObjectMapper().readTree(said.out());
        assertEquals(32, json.path("batch").asInt());
        assertEquals("[32,8]", json.path("layers").path(1).path("output_shape").toString());
        assertEquals(1792, json.path("totals").path("multiply_adds").asLong());
    }

    @Test
    void unknownShapesAreMarkedAndTheWayToTheReasonIsTold() throws Exception {
        Path file = folder.resolve("wrong.jimu");
        DocumentFile.save(
                file,
                Nets.net()
                        .block("x", new Input("features", List.of(4), 0, DType.FLOAT32))
                        .block("fc1", new Linear(new Size(5), 8, true))
                        .block("fc2", new Linear(Size.AUTO, 3, true))
                        .chain("x", "fc1", "fc2")
                        .document());
        Said said = Said.to("summary", file);
        assertEquals(0, said.exit());
        assertEquals(
                List.of(
                        "Name   Type     Output shape   Parameters   Multiply-adds   FLOPs   Memory",
                        "──────────────────────────────────────────────────────────────────────────",
                        "x      Input    N × 4                   0               0       0     16 B",
                        "fc1    Linear   ?                       ?               ?       ?        ?",
                        "fc2    Linear   ?                       ?               ?       ?        ?"),
                said.outLines().subList(0, 5));
        assertEquals(
                "Not every shape is known (problems: 1), and the sums are those of the known part; 'jimu check " + file
                        + "' says why.",
                said.outLines().get(said.outLines().size() - 1));
    }

    @Test
    void leNetHasItsKnownNumberOfParameters() throws Exception {
        Path lenet = Samples.installed().orElseThrow().model("lenet-mnist");
        JsonNode json =
                new ObjectMapper().readTree(Said.to("summary", lenet, "--json").out());
        assertEquals(61_706, json.path("totals").path("parameters").asLong());
    }

    @Test
    void asTorchsummaryItIsLaidOutAsThatToolDoes() {
        assertEquals(
                Said.lines(
                        0,
                        "----------------------------------------------------------------",
                        "        Layer (type)               Output Shape         Param #",
                        "================================================================",
                        "            Linear-1                    [-1, 8]              40",
                        "              ReLU-2                    [-1, 8]               0",
                        "            Linear-3                    [-1, 3]              27",
                        "================================================================",
                        "Total params: 67",
                        "Trainable params: 67",
                        "Non-trainable params: 0",
                        "----------------------------------------------------------------",
                        "Input size (MB): 0.00",
                        "Forward/backward pass size (MB): 0.00",
                        "Params size (MB): 0.00",
                        "Estimated Total Size (MB): 0.00",
                        "----------------------------------------------------------------"),
                Said.to("summary", iris, "--as", "torchsummary"));
    }

    @Test
    void asPyTorchItIsTheStructureThatPyTorchPrints() {
        assertEquals(
                Said.lines(
                        0,
                        "Iris(",
                        "  (fc1): Linear(in_features=4, out_features=8, bias=True)",
                        "  (relu): ReLU()",
                        "  (fc2): Linear(in_features=8, out_features=3, bias=True)",
                        ")"),
                Said.to("summary", iris, "--as", "pytorch"));
    }

    @Test
    void anUnknownFormIsRefused() {
        assertEquals(
                Said.refusal("Invalid value for option '--as': table, torchsummary or pytorch was expected and 'keras'"
                        + " was found (see 'jimu summary --help')"),
                Said.to("summary", iris, "--as", "keras"));
    }

    @Test
    void aMissingFileIsNamed() {
        assertEquals(Said.refusal("There is no file \"nowhere.jimu\"."), Said.to("summary", "nowhere.jimu"));
    }

    @Test
    void aBatchOfNoneIsRefused() {
        assertEquals(
                Said.refusal("Invalid value for option '--batch': a whole number from 1 to 2147483647 was expected and"
                        + " '0' was found (see 'jimu summary --help')"),
                Said.to("summary", iris, "--batch", 0));
    }
}
