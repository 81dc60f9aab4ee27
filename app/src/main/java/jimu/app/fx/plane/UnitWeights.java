package jimu.app.fx.plane;

import java.util.Optional;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;

/**
 * The weights between the units of a Linear block and those before it.
 *
 * @param inputs how many units there are before it
 * @param outputs how many units it has
 * @param weights row by row, those of each of its units from all before; not to be changed
 * @param biases one for each of its units; none if it has none; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to be drawn; nobody compares them
public record UnitWeights(int inputs, int outputs, float[] weights, float[] biases) {
    /** The most units on a side that are drawn one by one. */
    public static final int MOST = 32;

    /** The weights of the Linear block at a path; none if it has more units than can be drawn. */
    public static Optional<UnitWeights> of(WeightSnapshot snapshot, String path) {
        Weight weight = snapshot.arrays().get(path + ".weight");
        if (weight == null || weight.shape().rank() != 2) {
            return Optional.empty();
        }
        int outputs = Math.toIntExact(weight.shape().sizes()[0]);
        int inputs = Math.toIntExact(weight.shape().sizes()[1]);
        Weight bias = snapshot.arrays().get(path + ".bias");
        return Math.max(inputs, outputs) > MOST
                ? Optional.empty()
                : Optional.of(
                        new UnitWeights(inputs, outputs, weight.values(), bias == null ? new float[0] : bias.values()));
    }

    /** The weight from a unit before to one of the block's. */
    public float weight(int input, int output) {
        return weights[output * inputs + input];
    }

    /** The size of the largest weight that is a number. */
    public double largest() {
        double largest = 0;
        for (float weight : weights) {
            largest = Float.isFinite(weight) ? Math.max(largest, Math.abs(weight)) : largest;
        }
        return largest;
    }
}
