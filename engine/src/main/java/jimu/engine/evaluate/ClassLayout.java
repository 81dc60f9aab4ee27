package jimu.engine.evaluate;

import jimu.engine.shape.TensorShape;

/**
 * Where the numbers of a sample's classes stand in predictions (k·N, C, …), each sample's after those of the one before.
 *
 * @param rows how many of the first axis's places a sample has: k
 * @param classes the size of axis 1: C
 * @param inner how many positions lie after the classes
 * @param last the size of the last axis
 */
record ClassLayout(int rows, int classes, int inner, int last) {
    /** The layout of predictions of a shape with N in it; one class where there is no axis 1. */
    static ClassLayout of(TensorShape shape) {
        long numbers = 1;
        for (int axis = 0; axis < shape.rank(); axis++) {
            numbers *= shape.dim(axis).factor();
        }
        int last = shape.rank() > 1 ? Math.toIntExact(shape.dim(-1).factor()) : 1;
        if (shape.rank() < 2 || !shape.dim(0).batched()) {
            return new ClassLayout(Math.toIntExact(numbers), 1, 1, last);
        }
        int rows = Math.toIntExact(shape.dim(0).factor());
        int classes = Math.toIntExact(shape.dim(1).factor());
        return new ClassLayout(rows, classes, Math.toIntExact(numbers / rows / classes), last);
    }

    /** How many numbers a sample has. */
    int each() {
        return rows * classes * inner;
    }

    /** How many answers a sample has. */
    int positions() {
        return rows * inner;
    }

    /** Where the number of the first class stands for an answer of a sample. */
    int first(int sample, int position) {
        return sample * each() + position / inner * classes * inner + position % inner;
    }

    /** Where that of class c stands. */
    int at(int first, int c) {
        return first + c * inner;
    }

    /** log Σ exp over the classes. */
    double logSum(float[] numbers, int first) {
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            most = Math.max(most, numbers[at(first, c)]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(numbers[at(first, c)] - most);
        }
        return most + Math.log(sum);
    }

    /** The class of the largest number, the first of equal ones; what is not a number comes before all, as in PyTorch's argmax. */
    int largest(float[] numbers, int first) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            float number = numbers[at(first, c)];
            float most = numbers[at(first, best)];
            if (number > most || (Float.isNaN(number) && !Float.isNaN(most))) {
                best = c;
            }
        }
        return best;
    }
}
