package jimu.engine.runtime.nd4j;

import java.util.Optional;
import jimu.engine.op.TransposedConvolution;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.nd4j.Product.Lies;
import jimu.engine.tensor.Tensor;

/**
 * Transposed convolution as products of matrices, for each sample and group of channels: the windows U = Wᵀ · x are folded to y;
 * backwards dx = W · U and dW = Σ x · Uᵀ, where U is dy unfolded.
 */
final class TransposedConvolutionKernel implements Kernel {
    private final Unfolding unfolding;
    private final int pictures;
    private final int groups;
    private final long picture;
    private final long filters;
    private final Tensor result;
    private final Tensor matrix;
    private final Product forward;
    private final Optional<Product> bias;
    private final Optional<Backward> backward;

    private record Backward(
            Tensor resultGradient,
            Optional<Product> picture,
            Optional<Product> filters,
            Optional<Tensor> filtersGradient,
            Optional<Product> bias,
            Optional<Tensor> biasGradient) {}

    TransposedConvolutionKernel(Bound bound) {
        TransposedConvolution op = (TransposedConvolution) bound.signature().op();
        unfolding = Unfolding.of(op, bound);
        groups = op.groups();
        Tensor x = bound.operand(0);
        Tensor weight = bound.operand(1);
        result = bound.result();
        pictures = (int) (result.length() / unfolding.elements());
        picture = x.length() / pictures;
        filters = weight.length() / groups;
        int rows = unfolding.rows();
        int columns = unfolding.columns();
        int in = (int) (picture / columns);
        matrix = bound.workspace((long) rows * columns);
        forward = new Product(weight, Lies.TRANSPOSED, x, Lies.PLAIN, matrix, rows, columns, in);
        int out = bound.operands() > 2 ? (int) bound.operand(2).length() : 0;
        int plane = (int) bound.resultShape().slice(2, 4).elements(1);
        Optional<Tensor> ones = out > 0 ? Optional.of(bound.workspace(plane)) : Optional.empty();
        ones.ifPresent(tensor -> tensor.fill(1));
        bias = ones.map(tensor -> new Product(bound.operand(2), Lies.PLAIN, tensor, Lies.PLAIN, result, out, plane, 1));
        backward = bound.backward() ? Optional.of(bindBackward(bound, in, ones)) : Optional.empty();
    }

    private Backward bindBackward(Bound bound, int in, Optional<Tensor> ones) {
        Tensor dy = bound.resultGradient();
        int rows = unfolding.rows();
        int columns = unfolding.columns();
        Optional<Tensor> biasGradient = ones.flatMap(tensor -> bound.gradient(2));
        return new Backward(
                dy,
                bound.gradient(0)
                        .map(dx ->
                                new Product(bound.operand(1), Lies.PLAIN, matrix, Lies.PLAIN, dx, in, columns, rows)),
                bound.gradient(1)
                        .map(dw -> new Product(
                                bound.operand(0), Lies.PLAIN, matrix, Lies.TRANSPOSED, dw, in, rows, columns)),
                bound.gradient(1),
                biasGradient.flatMap(db -> ones.map(tensor -> new Product(
                        dy, Lies.PLAIN, tensor, Lies.PLAIN, db, (int) db.length(), 1, (int) tensor.length()))),
                biasGradient);
    }

    @Override
    public void forward(long step) {
        for (int i = 0; i < pictures; i++) {
            forward.move(filters(i), i * picture, 0);
            forward.write();
            unfolding.fold(matrix, result, place(i));
        }
        if (bias.isPresent()) {
            for (int i = 0; i < pictures; i += groups) {
                bias.get().move(0, 0, place(i));
                bias.get().add();
            }
        }
    }

    @Override
    public void backward() {
        if (backward.isEmpty()) {
            return;
        }
        Backward to = backward.get();
        to.filtersGradient().ifPresent(gradient -> gradient.fill(0));
        if (to.picture().isPresent() || to.filters().isPresent()) {
            for (int i = 0; i < pictures; i++) {
                backward(i, to);
            }
        }
        if (to.bias().isPresent() && to.biasGradient().isPresent()) {
            to.biasGradient().get().fill(0);
            for (int i = 0; i < pictures; i += groups) {
                to.bias().get().move(place(i), 0, 0);
                to.bias().get().add();
            }
        }
    }

    private void backward(int i, Backward to) {
        unfolding.unfold(to.resultGradient(), place(i), matrix);
        if (to.picture().isPresent()) {
            to.picture().get().move(filters(i), 0, i * picture);
            to.picture().get().write();
        }
        if (to.filters().isPresent()) {
            to.filters().get().move(i * picture, 0, filters(i));
            to.filters().get().add();
        }
    }

    /** Where the filters of a picture's group begin. */
    private long filters(int i) {
        return i % groups * filters;
    }

    /** Where the result of a picture begins. */
    private long place(int i) {
        return (long) i * unfolding.elements();
    }
}
