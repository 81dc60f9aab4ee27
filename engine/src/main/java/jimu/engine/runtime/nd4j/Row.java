package jimu.engine.runtime.nd4j;

import java.util.Arrays;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Tensor;

/** An array of one floating type, through which a tensor's numbers are brought into another order. */
sealed interface Row {
    /** A row of zeros. */
    static Row of(DType type, int length) {
        return type == DType.FLOAT32 ? new Floats(new float[length]) : new Doubles(new double[length]);
    }

    int length();

    /** Fills the row from the numbers of a tensor that begin at {@code from}. */
    void read(Tensor tensor, long from);

    /** Writes the row to a tensor, beginning at {@code to}. */
    void write(Tensor tensor, long to);

    void clear();

    /** Copies numbers that lie {@code step} apart to neighbouring places of a row of the same type. */
    void gather(int at, int step, Row to, int first, int count);

    /** Adds neighbouring numbers to places that lie {@code step} apart in a row of the same type. */
    void scatter(int first, Row to, int at, int step, int count);

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Floats(float[] numbers) implements Row {
        @Override
        public int length() {
            return numbers.length;
        }

        @Override
        public void read(Tensor tensor, long from) {
            tensor.read(from, numbers, 0, numbers.length);
        }

        @Override
        public void write(Tensor tensor, long to) {
            tensor.write(to, numbers, 0, numbers.length);
        }

        @Override
        public void clear() {
            Arrays.fill(numbers, 0);
        }

        @Override
        public void gather(int at, int step, Row to, int first, int count) {
            float[] goal = ((Floats) to).numbers;
            if (step == 1) {
                System.arraycopy(numbers, at, goal, first, count);
                return;
            }
            for (int i = 0; i < count; i++) {
                goal[first + i] = numbers[at + i * step];
            }
        }

        @Override
        public void scatter(int first, Row to, int at, int step, int count) {
            float[] goal = ((Floats) to).numbers;
            for (int i = 0; i < count; i++) {
                goal[at + i * step] += numbers[first + i];
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Doubles(double[] numbers) implements Row {
        @Override
        public int length() {
            return numbers.length;
        }

        @Override
        public void read(Tensor tensor, long from) {
            tensor.read(from, numbers, 0, numbers.length);
        }

        @Override
        public void write(Tensor tensor, long to) {
            tensor.write(to, numbers, 0, numbers.length);
        }

        @Override
        public void clear() {
            Arrays.fill(numbers, 0);
        }

        @Override
        public void gather(int at, int step, Row to, int first, int count) {
            double[] goal = ((Doubles) to).numbers;
            for (int i = 0; i < count; i++) {
                goal[first + i] = numbers[at + i * step];
            }
        }

        @Override
        public void scatter(int first, Row to, int at, int step, int count) {
            double[] goal = ((Doubles) to).numbers;
            for (int i = 0; i < count; i++) {
                goal[at + i * step] += numbers[first + i];
            }
        }
    }
}
