package jimu.engine.runtime.java;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jimu.engine.op.Activation;
import jimu.engine.op.Activation.LeakyRelu;
import jimu.engine.op.Activation.Relu;
import jimu.engine.op.BatchNormalization;
import jimu.engine.op.MaxPooling;
import jimu.engine.op.Op;
import jimu.engine.op.RandomDrop;
import jimu.engine.op.Unary;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Signature;
import jimu.engine.shape.DType;

/**
 * The kernels in plain Java, float32 only. Matrix products and convolutions are left to other sets: BLAS beats a loop even on
 * the smallest matrices.
 */
public final class JavaKernels implements KernelSet {
    private static final Map<Class<? extends Op>, Function<Bound, Kernel>> KERNELS = Map.ofEntries(
            Map.entry(BatchNormalization.class, BatchNormalizationKernel::new),
            Map.entry(MaxPooling.class, MaxPoolingKernel::new),
            Map.entry(RandomDrop.class, RandomDropKernel::new),
            Map.entry(Unary.class, JavaKernels::unary));

    /** The set; it holds nothing. */
    public JavaKernels() {}

    @Override
    public String name() {
        return "java";
    }

    @Override
    public Optional<Candidate> find(Signature signature) {
        if (signature.floating() != DType.FLOAT32) {
            return Optional.empty();
        }
        Class<? extends Op> type = signature.op().getClass();
        return Optional.ofNullable(KERNELS.get(type))
                .or(() -> Optional.ofNullable(AnyTypeKernels.ALL.get(type)))
                .map(kernel -> binding -> kernel.apply(new Bound(signature, binding)));
    }

    private static Kernel unary(Bound bound) {
        Activation function = ((Unary) bound.signature().op()).function();
        boolean rectifies = function instanceof Relu || function instanceof LeakyRelu;
        return rectifies ? new RectifierKernel(bound) : new UnaryKernel(bound);
    }
}
