package jimu.engine.runtime.onednn;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jimu.engine.op.Activation.LeakyRelu;
import jimu.engine.op.Activation.Relu;
import jimu.engine.op.AdaptiveAveragePooling;
import jimu.engine.op.AveragePooling;
import jimu.engine.op.BatchNormalization;
import jimu.engine.op.Binary;
import jimu.engine.op.Convolution;
import jimu.engine.op.InnerProduct;
import jimu.engine.op.Margins;
import jimu.engine.op.MatrixProduct;
import jimu.engine.op.MaxPooling;
import jimu.engine.op.Op;
import jimu.engine.op.Recurrence;
import jimu.engine.op.Transpose;
import jimu.engine.op.Unary;
import jimu.engine.runtime.Binding;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Layout;
import jimu.engine.runtime.Layout.RowMajor;
import jimu.engine.runtime.Layouts;
import jimu.engine.runtime.Rectified;
import jimu.engine.runtime.Reorder;
import jimu.engine.runtime.Signature;
import jimu.engine.runtime.java.JavaKernels;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import org.bytedeco.dnnl.global.dnnl;

/** The kernels over oneDNN, float32 only; light work on few numbers is left to other sets. */
public final class OneDnnKernels implements KernelSet {
    private static final long WORTH_A_CALL = 4096;
    private static final int PICTURE = 4;

    /** The set; it holds nothing. */
    public OneDnnKernels() {}

    /** Whether this platform has the library and its processor can run it. */
    public static boolean available() {
        return Library.available();
    }

    @Override
    public String name() {
        return "onednn";
    }

    @Override
    public Optional<Candidate> find(Signature signature) {
        if (signature.operands().stream().anyMatch(type -> type.dtype() != DType.FLOAT32)) {
            return Optional.empty();
        }
        Op op = signature.op();
        boolean compares = op instanceof Rectified
                || op instanceof MaxPooling
                || op instanceof Recurrence
                || (op instanceof Unary unary
                        && (unary.function() instanceof Relu || unary.function() instanceof LeakyRelu));
        return compares ? offer(signature).map(Losing::new) : offer(signature);
    }

    /** A kernel that compares numbers: to the library what is not a number is less than one. */
    private record Losing(Candidate inner) implements Candidate {
        @Override
        public Layouts layouts(List<Layout> offered) {
            return inner.layouts(offered);
        }

        @Override
        public boolean losesWhatIsNoNumber() {
            return true;
        }

        @Override
        public Kernel bind(Binding binding) {
            return inner.bind(binding);
        }
    }

    private static Optional<Candidate> offer(Signature signature) {
        boolean rectified = signature.op() instanceof Rectified;
        Op op = signature.op() instanceof Rectified both ? both.inner() : signature.op();
        if (op instanceof Reorder) {
            return Optional.of(rowMajor(signature, ReorderKernel::new));
        } else if (op instanceof Convolution) {
            return Optional.of(convolution(signature));
        } else if (op instanceof InnerProduct) {
            return Optional.of(rowMajor(signature, InnerProductKernel::new));
        } else if (op instanceof BatchNormalization) {
            return Optional.of(asOffered(signature, BatchNormalizationKernel::new));
        } else if (op instanceof Binary binary && binary.function() == Binary.Function.ADD) {
            return addition(signature);
        } else if (rectified) {
            return Optional.empty();
        } else if (op instanceof Recurrence) {
            return Optional.of(rowMajor(signature, RecurrenceKernel::of));
        } else if (op instanceof MatrixProduct && MatrixProductKernel.isFor(signature)) {
            return Optional.of(rowMajor(signature, MatrixProductKernel::new));
        } else if (op instanceof Transpose && elements(signature) >= WORTH_A_CALL) {
            return Optional.of(rowMajor(signature, TransposeKernel::new));
        } else if (op instanceof MaxPooling pooling) {
            return pooling(
                    signature,
                    dnnl.dnnl_pooling_max,
                    pooling.kernel(),
                    Sliding.of(pooling.stride(), pooling.dilation(), pooling.margins()));
        } else if (op instanceof AveragePooling pooling
                && pooling.margins().equals(Margins.NONE)
                && pooling.divisor().isEmpty()) {
            return pooling(
                    signature,
                    dnnl.dnnl_pooling_avg_include_padding,
                    pooling.kernel(),
                    Sliding.of(pooling.stride(), IntPair.of(1), pooling.margins()));
        } else if (op instanceof AdaptiveAveragePooling pooling) {
            return adaptive(signature, pooling.size());
        } else if (op instanceof Unary unary && elements(signature) >= WORTH_A_CALL) {
            return Functions.of(unary.function())
                    .map(function -> asOffered(signature, bound -> new ElementwiseKernel(bound, function)));
        }
        return Optional.empty();
    }

    private static Candidate rowMajor(Signature signature, Function<Bound, Kernel> kernel) {
        return binding -> kernel.apply(new Bound(signature, binding));
    }

    /** A kernel whose result lies as its first operand comes. */
    private static Candidate asOffered(Signature signature, Function<Bound, Kernel> kernel) {
        return new Candidate() {
            @Override
            public Layouts layouts(List<Layout> offered) {
                Layout layout = known(offered.get(0));
                return new Layouts(List.of(layout), List.of(layout));
            }

            @Override
            public Kernel bind(Binding binding) {
                return kernel.apply(new Bound(signature, binding));
            }
        };
    }

    private static Candidate convolution(Signature signature) {
        return new Candidate() {
            @Override
            public Layouts layouts(List<Layout> offered) {
                ConvolutionFormats chosen = ConvolutionFormats.choose(signature);
                return new Layouts(
                        List.of(chosen.x().layout(signature.operands().get(0).shape())),
                        List.of(chosen.y().layout(signature.results().get(0).shape())));
            }

            @Override
            public Kernel bind(Binding binding) {
                return new ConvolutionKernel(new Bound(signature, binding));
            }
        };
    }

    private static Optional<Candidate> addition(Signature signature) {
        TensorShape result = signature.results().get(0).shape();
        boolean alike =
                signature.operands().stream().allMatch(type -> type.shape().equals(result));
        if (!alike || elements(signature) < WORTH_A_CALL) {
            return Optional.empty();
        }
        return Optional.of(new Candidate() {
            @Override
            public Layouts layouts(List<Layout> offered) {
                Layout layout = offered.stream()
                        .filter(PackedLayout.class::isInstance)
                        .findFirst()
                        .orElse(RowMajor.ROW_MAJOR);
                return new Layouts(List.of(layout, layout), List.of(layout));
            }

            @Override
            public Kernel bind(Binding binding) {
                return new AdditionKernel(new Bound(signature, binding));
            }
        });
    }

    private static Optional<Candidate> adaptive(Signature signature, IntPair size) {
        TensorShape x = signature.operands().get(0).shape();
        if (x.rank() != PICTURE) {
            return Optional.empty();
        }
        int height = (int) x.dim(-2).factor();
        int width = (int) x.dim(-1).factor();
        if (height % size.height() != 0 || width % size.width() != 0) {
            return Optional.empty();
        }
        IntPair kernel = new IntPair(height / size.height(), width / size.width());
        return pooling(
                signature,
                dnnl.dnnl_pooling_avg_include_padding,
                kernel,
                Sliding.of(kernel, IntPair.of(1), Margins.NONE));
    }

    private static Optional<Candidate> pooling(Signature signature, int algorithm, IntPair kernel, Sliding sliding) {
        TensorType x = signature.operands().get(0);
        TensorType y = signature.results().get(0);
        if (x.shape().rank() != PICTURE) {
            return Optional.empty();
        }
        return Optional.of(new Candidate() {
            @Override
            public Layouts layouts(List<Layout> offered) {
                Layout layout = known(offered.get(0));
                if (!pools(layout)) {
                    return Layouts.ROW_MAJOR;
                }
                try (Description there = Description.of(PoolingKernel.operation(
                        signature.backward(),
                        algorithm,
                        Format.of(layout, x),
                        Format.any(y.shape().sizes(1)),
                        kernel,
                        sliding))) {
                    return new Layouts(List.of(layout), List.of(there.result().layout(y.shape())));
                }
            }

            /** The library compares numbers one by one where channels do not lie in blocks: loops in Java are faster there. */
            private boolean pools(Layout layout) {
                return layout instanceof PackedLayout packed
                        && (algorithm != dnnl.dnnl_pooling_max
                                || packed.format().isBlocked());
            }

            @Override
            public Kernel bind(Binding binding) {
                return algorithm == dnnl.dnnl_pooling_max
                                && !pools(binding.layouts().operand(0))
                        ? new JavaKernels().find(signature).orElseThrow().bind(binding)
                        : new PoolingKernel(new Bound(signature, binding), algorithm, kernel, sliding);
            }
        });
    }

    private static Layout known(Layout offered) {
        return offered instanceof PackedLayout ? offered : RowMajor.ROW_MAJOR;
    }

    private static long elements(Signature signature) {
        return signature.results().get(0).shape().elements(1);
    }
}
