package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.merge.MatMul;
import org.junit.jupiter.api.Test;

class TurnMatrixTest {
    @Test
    void oneOfTwoMatricesIsTurned() {
        Patient patient = Patient.of(new Net().add("x", Net.input(4, 6)).add("product", new MatMul(), "x", "x"));
        assertEquals(
                List.of("insert Permute at its input \"other\"", "insert Permute at its input \"input\""),
                patient.words("matmul.inner"));
        assertEquals(
                Map.of("x", "N × 4 × 6", "permute1", "N × 6 × 4", "product", "N × 4 × 4"),
                patient.mended("matmul.inner", "insert Permute at its input \"other\"")
                        .shapes());
    }
}
