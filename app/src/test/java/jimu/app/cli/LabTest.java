package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Linear --input 128,20 out_features=30 | [128,30] | 630",
                "Conv2d --input 20,16,50,100 out_channels=33 kernel_size=3 stride=2 | [20,33,24,49] | 4785",
                "Conv2d --input 20,16,50,100 out_channels=33 kernel_size=3,5 stride=2,1 padding=4,2 | [20,33,28,100] | 7953",
                "Conv2d --input 20,16,50,100 out_channels=33 kernel_size=3,5 stride=2,1 padding=4,2 dilation=3,1 "
                        + "| [20,33,26,100] | 7953",
                "MaxPool2d --input 20,16,50,32 kernel_size=3 stride=2 | [20,16,24,15] | 0",
                "MaxPool2d --input 20,16,50,32 kernel_size=3,2 stride=2,1 | [20,16,24,31] | 0",
                "AvgPool2d --input 20,16,50,32 kernel_size=3 stride=2 | [20,16,24,15] | 0",
                "AvgPool2d --input 20,16,50,32 kernel_size=3,2 stride=2,1 | [20,16,24,31] | 0",
                "ReLU --input 128,20 | [128,20] | 0",
                "Sigmoid --input 128,20 | [128,20] | 0",
                "Tanh --input 128,20 | [128,20] | 0",
                "Softmax --input 128,20 dim=1 | [128,20] | 0",
                "BatchNorm2d --input 20,100,35,45 | [20,100,35,45] | 200",
                "BatchNorm1d --input 128,20 | [128,20] | 40",
                "LayerNorm --input 20,5,10 normalized_shape=10 | [20,5,10] | 20",
                "Dropout --input 20,16,32,32 p=0.2 | [20,16,32,32] | 0",
                "Dropout2d --input 20,16,32,32 p=0.2 | [20,16,32,32] | 0",
                "Flatten --input 20,16,5,5 | [20,400] | 0",
                "RNN --input 5,3,10 --input 2,3,20 hidden_size=20 num_layers=2 | [5,3,20][2,3,20] | 1480",
                "LSTM --input 5,3,10 --input 2,3,20 --input 2,3,20 hidden_size=20 num_layers=2 "
                        + "| [5,3,20][2,3,20][2,3,20] | 5920",
                "GRU --input 5,3,10 --input 2,3,20 hidden_size=20 num_layers=2 | [5,3,20][2,3,20] | 4440",
                "GRU --input 5,3,10 hidden_size=20 num_layers=2 | [5,3,20][2,3,20] | 4440",
                "MatMul --input 2,5,8 --input 2,8,3 | [2,5,3] | 0",
                "Embedding --input 5,3:int32 num_embeddings=9 embedding_dim=4 | [5,3,4] | 36",
                "TripletMarginLoss --input 5,4 --input 5,4 --input 5,4 | [] | 0",
                "ContrastiveLoss --input 5,4 --input 5,4 --input 5 | [] | 0",
                "CosineEmbeddingLoss --input 5,4 --input 5,4 --input 5 | [] | 0",
                "BCELoss --input 5,1 --input 5,1 | [] | 0",
                "CrossEntropyLoss --input 6,5 --input 6,5 | [] | 0",
                "NLLLoss --input 6,5 --input 6:int32 | [] | 0",
                "KLDivLoss --input 6,5 --input 6,5 | [] | 0",
                "BCEWithLogitsLoss --input 6,5 --input 6,5 | [] | 0"
            })
    void theTutorialsWorkedCasesComeOut(String arguments, String shapes, long parameters) throws Exception {
        JsonNode report = json(arguments);
        StringBuilder found = new StringBuilder();
        report.path("outputs").forEach(output -> found.append(output.path("shape")));
        assertEquals(shapes, found.toString());
        report.path("tensors")
                .forEach(
                        tensor -> assertTrue(Double.isFinite(tensor.path("mean").asDouble(Double.NaN))));
        assertEquals(parameters, report.path("trainable_parameters").asLong());
    }

    @Test
    void theFormulaHasTheNumbersPutIn() {
        List<String> lines = said("Conv2d --input 20,16,50,100 out_channels=33 kernel_size=3,5 stride=2,1 padding=4,2")
                .outLines();
        assertEquals("nn.Conv2d(16, 33, kernel_size=(3, 5), stride=(2, 1), padding=(4, 2))", lines.get(0));
        assertTrue(
                lines.contains("H' = ⌊(H + 2·padding[0] − dilation[0]·(kernel_size[0] − 1) − 1) / stride[0]⌋ + 1"),
                lines.toString());
        assertTrue(lines.contains("H' = ⌊(50 + 2·4 − 1·(3 − 1) − 1) / 2⌋ + 1 = 28"), lines.toString());
        assertTrue(lines.contains("parameters = 33·16/1·3·5 + 33 = 7953"), lines.toString());
        assertTrue(lines.contains("Multiply-adds                     443,520,000"), lines.toString());
    }

    @Test
    void smallLayersAreRunForwardsAndBackwards() throws Exception {
        JsonNode tensors = json("Linear --input 2,3 out_features=1").path("tensors");
        double[] x = values(tensors, "input", "input");
        double[] w = values(tensors, "parameter", "weight");
        double[] b = values(tensors, "parameter", "bias");
        double[] y = values(tensors, "output", "output");
        double[] gradient = values(tensors, "input_gradient", "input");
        for (int row = 0; row < 2; row++) {
            assertEquals(x[3 * row] * w[0] + x[3 * row + 1] * w[1] + x[3 * row + 2] * w[2] + b[0], y[row], 1e-5);
            for (int i = 0; i < 3; i++) {
                assertEquals(y[row] * w[i], gradient[3 * row + i], 1e-5);
            }
        }
    }

    @Test
    void aLossTakesIntegerTargetsAndHasAValueAndAGradient() throws Exception {
        JsonNode tensors = json("CrossEntropyLoss --input 4,3 --input 4:int32").path("tensors");
        double[] logits = values(tensors, "input", "input");
        double[] target = values(tensors, "input", "target");
        double[] gradient = values(tensors, "input_gradient", "input");
        double loss = 0;
        for (int row = 0; row < 4; row++) {
            double sum = Math.exp(logits[3 * row]) + Math.exp(logits[3 * row + 1]) + Math.exp(logits[3 * row + 2]);
            loss += Math.log(sum) - logits[3 * row + (int) target[row]];
            for (int c = 0; c < 3; c++) {
                double expected = (Math.exp(logits[3 * row + c]) / sum - (c == (int) target[row] ? 1 : 0)) / 4;
                assertEquals(expected, gradient[3 * row + c], 1e-5);
            }
        }
        assertEquals(loss / 4, values(tensors, "output", "loss")[0], 1e-5);
    }

    @Test
    void inputsThatDoNotFitAreExplained() {
        Said said = said("Conv2d --input 2,3,4");
        assertEquals(1, said.exit());
        assertTrue(said.out().contains("needs a picture N × C × H × W and gets N × 3 × 4"), said.out());
    }

    @Test
    void wrongArgumentsAreRefusedInASentence() {
        assertEquals(
                "Conv2d has no parameter \"kernel\"; it has in_channels, out_channels, kernel_size, stride, padding,"
                        + " dilation, groups, bias.",
                said("Conv2d --input 2,3,9,9 kernel=3").err().strip());
        assertEquals(
                "Linear needs inputs: give --input SIZE,SIZE,... for each of input.",
                said("Linear").err().strip());
        assertEquals(
                "Linear takes input, and 2 inputs were given.",
                said("Linear --input 2,3 --input 2,3").err().strip());
        assertTrue(said("Dense --input 2,3").err().startsWith("There is no \"Dense\"; there are Linear, "));
        assertEquals(2, said("Linear --input 2,a").exit());
    }

    private static double[] values(JsonNode tensors, String role, String name) {
        for (JsonNode tensor : tensors) {
            if (tensor.path("role").asText().equals(role)
                    && tensor.path("name").asText().equals(name)) {
                double[] values = new double[tensor.path("values").size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = tensor.path("values").get(i).doubleValue();
                }
                return values;
            }
        }
        throw new IllegalArgumentException(role + " " + name + " in " + tensors);
    }

    private static JsonNode json(String arguments) throws Exception {
        return new ObjectMapper().readTree(said(arguments + " --json").out());
    }

    private static Said said(String arguments) {
        return Said.to(
                Stream.concat(Stream.of("lab"), Stream.of(arguments.strip().split(" ", -1)))
                        .toArray());
    }
}
