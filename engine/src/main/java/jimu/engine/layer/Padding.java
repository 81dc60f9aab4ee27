package jimu.engine.layer;

import jimu.engine.op.Margins;
import jimu.engine.shape.IntPair;

/** The padding of a convolution: numbers, {@code "same"} or {@code "valid"}, as in PyTorch. */
public sealed interface Padding {
    /** No padding. */
    Padding NONE = new Sides(IntPair.of(0));

    /** The zeros to add for a kernel of this size and dilation. Throws ArithmeticException beyond an int. */
    Margins margins(IntPair kernel, IntPair dilation);

    /** The same number of zeros on opposite sides. */
    record Sides(IntPair size) implements Padding {
        @Override
        public Margins margins(IntPair kernel, IntPair dilation) {
            return Margins.symmetric(size);
        }

        @Override
        public String toString() {
            return size.toString();
        }
    }

    /** As many zeros as leave the size unchanged at stride 1; of an odd number the larger half goes to the end, as in PyTorch. */
    record Same() implements Padding {
        @Override
        public Margins margins(IntPair kernel, IntPair dilation) {
            int height = Math.multiplyExact(dilation.height(), kernel.height() - 1);
            int width = Math.multiplyExact(dilation.width(), kernel.width() - 1);
            return new Margins(height / 2, height - height / 2, width / 2, width - width / 2);
        }

        @Override
        public String toString() {
            return "same";
        }
    }

    /** No padding, by its name. */
    record Valid() implements Padding {
        @Override
        public Margins margins(IntPair kernel, IntPair dilation) {
            return Margins.NONE;
        }

        @Override
        public String toString() {
            return "valid";
        }
    }
}
