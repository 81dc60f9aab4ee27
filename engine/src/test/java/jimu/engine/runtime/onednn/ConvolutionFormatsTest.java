package jimu.engine.runtime.onednn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.op.Convolution;
import jimu.engine.op.Margins;
import jimu.engine.op.Op;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.Layout.RowMajor;
import jimu.engine.runtime.Layouts;
import jimu.engine.runtime.Rectified;
import jimu.engine.runtime.Signature;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** oneDNN has plain loops for every format, hundreds of times slower than its compiled primitives: none must be met. */
class ConvolutionFormatsTest {
    static Stream<Signature> signatures() {
        return IntStream.of(1, 2, 3, 6, 16, 32)
                .boxed()
                .flatMap(channels -> Stream.of(Backward.values())
                        .flatMap(backward -> Stream.of(1, 2).flatMap(step -> both(channels, step, backward))));
    }

    private static Stream<Signature> both(int channels, int step, Backward backward) {
        Convolution plain = new Convolution(IntPair.of(step), Margins.symmetric(IntPair.of(2)), IntPair.of(1), 1);
        List<TensorType> operands = List.of(
                TensorType.float32(8, channels, 28, 28), TensorType.float32(6, channels, 5, 5), TensorType.float32(6));
        return Stream.<Op>of(plain, new Rectified(plain))
                .map(op -> new Signature(op, operands, plain.results(operands), backward));
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void whatWasAgreedIsFast(Signature signature) {
        Layouts layouts = new OneDnnKernels()
                .find(signature)
                .orElseThrow()
                .layouts(List.of(RowMajor.ROW_MAJOR, RowMajor.ROW_MAJOR, RowMajor.ROW_MAJOR));
        ConvolutionFormats agreed = ConvolutionFormats.agreed(signature, layouts);
        assertTrue(agreed.fastForward());
        if (signature.backward() == Backward.WITH) {
            assertTrue(agreed.fastToWeights());
            assertTrue(agreed.fastToData() || agreed.fastestToData().fastToData());
        }
    }
}
