package jimu.app.inspector;

import java.util.Optional;
import java.util.function.Function;
import jimu.app.fx.tensor.Histogram;
import jimu.app.fx.tensor.Shades;
import jimu.app.fx.tensor.Statistics;
import jimu.app.text.Numbers;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;

/**
 * The numbers of a tensor at one moment, with what is to be said of them.
 *
 * @param choice which tensor
 * @param shape its fixed shape, for an output that of one sample
 * @param dtype the type of its elements
 * @param numbers row-major; not to be changed
 * @param statistics of all numbers
 * @param histogram of all finite numbers
 * @param shades the colours of the numbers in pictures
 * @param origin whose numbers these are, in words
 * @param sample the sample that led to them, for an output
 */
@SuppressWarnings("ArrayRecordComponent") // a million numbers are not worth boxing; nobody compares readings
record TensorReading(
        TensorChoice choice,
        TensorShape shape,
        DType dtype,
        float[] numbers,
        Statistics statistics,
        Histogram histogram,
        Shades shades,
        String origin,
        Optional<SampleCard> sample) {
    static TensorReading of(
            TensorChoice choice,
            TensorShape shape,
            DType dtype,
            float[] numbers,
            Function<Statistics, Shades> shades,
            String origin,
            Optional<SampleCard> sample) {
        Statistics statistics = Statistics.of(numbers);
        return new TensorReading(
                choice,
                shape,
                dtype,
                numbers,
                statistics,
                Histogram.of(numbers, statistics),
                shades.apply(statistics),
                origin,
                sample);
    }

    /** A number of the tensor, as people read it. */
    String text(double number) {
        return dtype.isFloating() || !Double.isFinite(number)
                ? Numbers.measured(number)
                : Numbers.grouped((long) number);
    }
}
