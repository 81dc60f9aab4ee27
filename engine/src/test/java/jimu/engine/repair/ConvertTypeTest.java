package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.core.Embedding;
import jimu.engine.layer.core.Input;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class ConvertTypeTest {
    @Test
    void indicesGoThroughAnEmbeddingOrAreReadAsNumbers() {
        Patient patient = Patient.of(new Net()
                .add("x", new Input("x", List.of(7), 0, DType.INT32))
                .then("gru", Net.layer("GRU", Map.of("batch_first", true, "hidden_size", 5L))));
        List<String> words = List.of(
                "insert Embedding (num_embeddings 1000, embedding_dim 64) at its input \"input\"",
                "set dtype of x to float32");
        assertEquals(words, patient.words("type"));
        assertEquals(
                Map.of("x", "N × 7 int32", "embedding1", "N × 7 × 64", "gru", "N × 7 × 5"),
                patient.mended("type", words.get(0)).shapes());
    }

    @Test
    void numbersBeforeAnEmbeddingAreReadAsIndices() {
        Patient patient = Patient.of(new Net().add("x", Net.input(7)).then("embedding", new Embedding()));
        assertEquals(List.of("set dtype of x to int32"), patient.words("type"));
        assertEquals(
                Map.of("x", "N × 7 int32", "embedding", "N × 7 × 64"),
                patient.mended("type", "set dtype of x to int32").shapes());
    }
}
