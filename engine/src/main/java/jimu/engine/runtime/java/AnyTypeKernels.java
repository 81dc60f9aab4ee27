package jimu.engine.runtime.java;

import java.util.Map;
import java.util.function.Function;
import jimu.engine.op.AdaptiveAveragePooling;
import jimu.engine.op.AdaptiveMaxPooling;
import jimu.engine.op.AveragePooling;
import jimu.engine.op.AxisReduction;
import jimu.engine.op.Binary;
import jimu.engine.op.ChannelDrop;
import jimu.engine.op.Concatenation;
import jimu.engine.op.ElementLoss;
import jimu.engine.op.GroupNormalization;
import jimu.engine.op.LayerNormalization;
import jimu.engine.op.Lookup;
import jimu.engine.op.NegativeLogLikelihood;
import jimu.engine.op.Op;
import jimu.engine.op.ParametricRelu;
import jimu.engine.op.Resize;
import jimu.engine.op.Scale;
import jimu.engine.op.Slice;
import jimu.engine.op.Softmax;
import jimu.engine.op.SoftmaxCrossEntropy;
import jimu.engine.op.Transpose;
import jimu.engine.op.Unary;
import jimu.engine.op.VectorLoss;
import jimu.engine.op.ZeroPadding;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;

/** The kernels for any floating type that both portable sets have: cheap work without a library operation in it. */
public final class AnyTypeKernels {
    /** By operation. */
    public static final Map<Class<? extends Op>, Function<Bound, Kernel>> ALL = Map.ofEntries(
            Map.entry(AdaptiveAveragePooling.class, AveragingKernel::new),
            Map.entry(AdaptiveMaxPooling.class, LargestKernel::new),
            Map.entry(AveragePooling.class, AveragingKernel::new),
            Map.entry(AxisReduction.class, AxisReductionKernel::new),
            Map.entry(Binary.class, BinaryKernel::new),
            Map.entry(ChannelDrop.class, ChannelDropKernel::new),
            Map.entry(Concatenation.class, ConcatenationKernel::new),
            Map.entry(ElementLoss.class, ElementLossKernel::new),
            Map.entry(GroupNormalization.class, RunNormalizationKernel::groups),
            Map.entry(LayerNormalization.class, RunNormalizationKernel::layers),
            Map.entry(Lookup.class, LookupKernel::new),
            Map.entry(NegativeLogLikelihood.class, NegativeLogLikelihoodKernel::new),
            Map.entry(ParametricRelu.class, ParametricReluKernel::new),
            Map.entry(Resize.class, ResizeKernel::new),
            Map.entry(Scale.class, ScaleKernel::new),
            Map.entry(Slice.class, SliceKernel::new),
            Map.entry(Softmax.class, SoftmaxKernel::new),
            Map.entry(SoftmaxCrossEntropy.class, SoftmaxCrossEntropyKernel::new),
            Map.entry(Transpose.class, TransposeKernel::new),
            Map.entry(Unary.class, UnaryKernel::new),
            Map.entry(VectorLoss.class, VectorLossKernel::new),
            Map.entry(ZeroPadding.class, ZeroPaddingKernel::new));

    private AnyTypeKernels() {}
}
