package jimu.engine.runtime.nd4j;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jimu.engine.op.BatchNormalization;
import jimu.engine.op.Convolution;
import jimu.engine.op.InnerProduct;
import jimu.engine.op.MatrixProduct;
import jimu.engine.op.MaxPooling;
import jimu.engine.op.Op;
import jimu.engine.op.RandomDrop;
import jimu.engine.op.Recurrence;
import jimu.engine.op.TransposedConvolution;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Signature;
import jimu.engine.runtime.java.AnyTypeKernels;
import jimu.engine.runtime.java.LargestKernel;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;
import jimu.engine.tensor.Native;

/** The kernels over ND4J: every operation but Reshape, in float32 and float64. */
public final class Nd4jKernels implements KernelSet {
    private static final Map<Class<? extends Op>, Function<Bound, Kernel>> KERNELS = Map.ofEntries(
            Map.entry(BatchNormalization.class, BatchNormalizationKernel::new),
            Map.entry(Convolution.class, Nd4jKernels::convolution),
            Map.entry(InnerProduct.class, InnerProductKernel::new),
            Map.entry(MatrixProduct.class, MatrixProductKernel::new),
            Map.entry(MaxPooling.class, LargestKernel::new),
            Map.entry(RandomDrop.class, RandomDropKernel::new),
            Map.entry(Recurrence.class, RecurrenceKernel::new),
            Map.entry(TransposedConvolution.class, TransposedConvolutionKernel::new));

    private static final long VECTORISED_CHANNELS = 4;

    /** The set; it holds nothing. */
    public Nd4jKernels() {}

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public Optional<Candidate> find(Signature signature) {
        Class<? extends Op> type = signature.op().getClass();
        return Optional.ofNullable(KERNELS.get(type))
                .or(() -> Optional.ofNullable(AnyTypeKernels.ALL.get(type)))
                .map(kernel -> binding -> kernel.apply(new Bound(signature, binding)));
    }

    /**
     * oneDNN's convolution is the fastest where it fills its vectors with channels. Elsewhere unfolding takes between all and a
     * thirtieth of the library's time, and the library's backward pass computes a gradient of the picture even if nobody wants it.
     */
    private static Kernel convolution(Bound bound) {
        Convolution op = (Convolution) bound.signature().op();
        boolean fast = bound.shape(1).dim(1).factor() >= VECTORISED_CHANNELS
                && op.dilation().equals(IntPair.of(1))
                && Native.hasOneDnn();
        return fast || bound.dtype() != DType.FLOAT32 ? new LibraryConvolution(bound) : new UnfoldedConvolution(bound);
    }
}
