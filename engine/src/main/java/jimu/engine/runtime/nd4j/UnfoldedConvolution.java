package jimu.engine.runtime.nd4j;

import java.util.Optional;
import jimu.engine.op.Convolution;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.nd4j.Product.Lies;
import jimu.engine.tensor.Tensor;

/**
 * Convolution as products of matrices, for each sample and group of channels y = W · U, dW = Σ dy · Uᵀ and dU = Wᵀ · dy, where U
 * is the picture unfolded (Chellapilla, Puri and Simard, 2006).
 *
 * <p>U has one more row, all ones, and W one more column, the bias.
 */
final class UnfoldedConvolution implements Kernel {
    private final Unfolding unfolding;
    private final int pictures;
    private final int groups;
    private final int out;
    private final Tensor x;
    private final Tensor result;
    private final Tensor matrix;
    private final Filters filters;
    private final Product forward;
    private final Optional<ToFilters> toFilters;
    private final Optional<ToPicture> toPicture;

    private record ToFilters(Filters gradients, Product product) {}

    private record ToPicture(Tensor gradient, Tensor matrix, Product product) {}

    UnfoldedConvolution(Bound bound) {
        Convolution op = (Convolution) bound.signature().op();
        unfolding = Unfolding.of(op, bound);
        x = bound.operand(0);
        result = bound.result();
        pictures = (int) (x.length() / unfolding.elements());
        groups = op.groups();
        out = (int) bound.shape(1).dim(0).factor() / groups;
        int weights = unfolding.rows() + 1;
        int columns = unfolding.columns();
        matrix = bound.workspace((long) weights * columns);
        matrix.slice((long) unfolding.rows() * columns, columns).fill(1);
        Optional<Tensor> bias = bound.operands() > 2 ? Optional.of(bound.operand(2)) : Optional.empty();
        filters = new Filters(
                Optional.of(bound.operand(1)), bias, groups * out, bound.workspace((long) groups * out * weights));
        forward = new Product(filters.joined(), Lies.PLAIN, matrix, Lies.PLAIN, result, out, columns, weights);
        toFilters = bound.backward() ? bindFilters(bound) : Optional.empty();
        toPicture = bound.gradient(0).map(gradient -> bindPicture(bound, gradient));
    }

    private Optional<ToFilters> bindFilters(Bound bound) {
        Optional<Tensor> bias = bound.operands() > 2 ? bound.gradient(2) : Optional.empty();
        if (bound.gradient(1).isEmpty() && bias.isEmpty()) {
            return Optional.empty();
        }
        Tensor joined = bound.workspace(filters.joined().length());
        int weights = unfolding.rows() + 1;
        Product product = new Product(
                bound.resultGradient(), Lies.PLAIN, matrix, Lies.TRANSPOSED, joined, out, weights, unfolding.columns());
        return Optional.of(new ToFilters(new Filters(bound.gradient(1), bias, groups * out, joined), product));
    }

    private ToPicture bindPicture(Bound bound, Tensor gradient) {
        Tensor gradients = bound.workspace(matrix.length());
        int weights = unfolding.rows() + 1;
        Product product = new Product(
                filters.joined(),
                Lies.TRANSPOSED,
                bound.resultGradient(),
                Lies.PLAIN,
                gradients,
                weights,
                unfolding.columns(),
                out);
        return new ToPicture(gradient, gradients, product);
    }

    @Override
    public void forward(long step) {
        filters.join();
        for (int picture = 0; picture < pictures; picture++) {
            unfolding.unfold(x, (long) picture * unfolding.elements(), matrix);
            forward.move(filter(picture), 0, place(picture));
            forward.write();
        }
    }

    @Override
    public void backward() {
        if (toFilters.isPresent()) {
            backward(toFilters.get());
        }
        if (toPicture.isPresent()) {
            backward(toPicture.get());
        }
    }

    private void backward(ToFilters to) {
        to.gradients().joined().fill(0);
        for (int picture = 0; picture < pictures; picture++) {
            unfolding.unfold(x, (long) picture * unfolding.elements(), matrix);
            to.product().move(place(picture), 0, filter(picture));
            to.product().add();
        }
        to.gradients().part();
    }

    private void backward(ToPicture to) {
        for (int picture = 0; picture < pictures; picture++) {
            to.product().move(filter(picture), place(picture), 0);
            to.product().write();
            unfolding.fold(to.matrix(), to.gradient(), (long) picture * unfolding.elements());
        }
    }

    /** Where the filters of a picture's group begin. */
    private long filter(int picture) {
        return (long) (picture % groups) * out * (unfolding.rows() + 1);
    }

    /** Where the result of a picture begins. */
    private long place(int picture) {
        return (long) picture * out * unfolding.columns();
    }

    /** Weights and biases, each bias joined to its filter's weights. */
    private record Filters(Optional<Tensor> weight, Optional<Tensor> bias, int count, Tensor joined) {
        void join() {
            int weights = weights();
            for (int i = 0; i < count; i++) {
                if (weight.isPresent()) {
                    joined.write((long) i * (weights + 1), weight.get(), (long) i * weights, weights);
                }
                if (bias.isPresent()) {
                    joined.write((long) i * (weights + 1) + weights, bias.get(), i, 1);
                }
            }
        }

        void part() {
            int weights = weights();
            for (int i = 0; i < count; i++) {
                if (weight.isPresent()) {
                    weight.get().write((long) i * weights, joined, (long) i * (weights + 1), weights);
                }
                if (bias.isPresent()) {
                    bias.get().write(i, joined, (long) i * (weights + 1) + weights, 1);
                }
            }
        }

        private int weights() {
            return (int) (joined.length() / count) - 1;
        }
    }
}
