package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.Net;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.merge.MatMul;
import org.junit.jupiter.api.Test;

class MakeMatrixTest {
    @Test
    void anOutputThatIsAMatrixIsReadInstead() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(4, 4))
                .add("y", Net.input())
                .add("fc", new Linear(Size.AUTO, 4, true), "x")
                .add("product", new MatMul(), "y", "x"));
        assertEquals(
                List.of("let product read fc instead of y", "let product read x instead of y"),
                patient.words("matmul.rank"));
        assertEquals(
                "N × 4 × 4",
                patient.mended("matmul.rank", "let product read fc instead of y")
                        .shapes()
                        .get("product"));
    }

    @Test
    void oneNumberASampleBecomesAMatrixOfOneColumnUnlessTheProductFailsThen() {
        Patient patient = Patient.of(
                new Net().add("x", Net.input()).add("y", Net.input()).add("product", new MatMul(), "y", "x"));
        String first = "insert Reshape (shape [1]) at its input \"input\"";
        assertEquals(List.of(first), patient.words("matmul.rank"));
        assertEquals(List.of(), patient.mended("matmul.rank", first).words("matmul.rank"));
    }
}
