package jimu.engine.train.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import jimu.engine.Net;
import jimu.engine.infer.Inference;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.loss.CrossEntropyLoss;
import org.junit.jupiter.api.Test;

/** Losses, and where it is measured accuracy, of training and validation, from the best epoch of runs that were recorded. */
class OverfittingTest {
    private final Inference inference = new Net()
            .add("x", Net.input(3))
            .then("flat", new Flatten())
            .add("y", Net.label())
            .add("loss", new CrossEntropyLoss(), "flat", "y")
            .infer();

    @Test
    void aLossThatOneSampleJudgedWronglyRaisesIsNoOverfitting() {
        double[][] epochs = {
            {0.00324, 0.0278, 1.0, 0.977},
            {0.00527, 0.0291, 0.998, 0.992},
            {0.00342, 0.0389, 1.0, 0.992},
            {0.00322, 0.0288, 1.0, 0.992},
            {0.0051, 0.029, 0.998, 0.992},
            {0.00424, 0.0404, 1.0, 0.992},
            {0.00352, 0.0281, 1.0, 0.992},
            {0.00267, 0.0322, 1.0, 0.992},
            {0.00234, 0.0405, 1.0, 0.992},
            {0.00217, 0.0348, 1.0, 0.992},
            {0.00231, 0.0312, 1.0, 0.992},
            {0.00226, 0.0427, 1.0, 0.992},
            {0.00226, 0.0334, 1.0, 0.992},
            {0.00155, 0.0357, 1.0, 0.992},
            {0.00139, 0.0404, 1.0, 0.992}
        };
        assertEquals(0, noticed(epochs), "the spiral: 127 of 128 are right");
    }

    @Test
    void aSmallNetworkOnAnUnluckySplitLearnsNothingByHeart() {
        double[][] epochs = {
            {0.475, 0.467, 0.778, 0.725},
            {0.426, 0.485, 0.816, 0.762},
            {0.406, 0.503, 0.819, 0.725},
            {0.394, 0.529, 0.816, 0.738},
            {0.387, 0.517, 0.844, 0.762},
            {0.385, 0.527, 0.844, 0.725},
            {0.386, 0.534, 0.834, 0.762},
            {0.393, 0.564, 0.85, 0.713},
            {0.382, 0.539, 0.838, 0.75},
            {0.387, 0.538, 0.841, 0.762},
            {0.384, 0.542, 0.844, 0.75},
            {0.382, 0.555, 0.841, 0.713}
        };
        assertEquals(0, noticed(epochs), "the circle with four units");
    }

    @Test
    void aWaveringLossNotFarAboveTrainingIsNoOverfitting() {
        double[][] epochs = {
            {0.00991, 0.0108},
            {0.00962, 0.016},
            {0.00998, 0.0159},
            {0.0104, 0.0136},
            {0.00888, 0.0133},
            {0.00928, 0.0175},
            {0.0114, 0.0206},
            {0.012, 0.0156}
        };
        assertEquals(0, noticed(epochs), "the waves");
    }

    @Test
    void manyUnitsOnFewNoisySamplesLearnThemByHeart() {
        double[][] epochs = {
            {0.246, 0.438, 0.883, 0.684},
            {0.367, 0.549, 0.857, 0.737},
            {0.259, 0.688, 0.87, 0.737},
            {0.247, 0.6, 0.87, 0.737},
            {0.229, 0.561, 0.896, 0.737},
            {0.239, 0.802, 0.909, 0.737},
            {0.225, 1.32, 0.896, 0.737}
        };
        assertEquals(1, noticed(epochs), "two clouds that overlap, 77 samples and 4,946 weights");
    }

    /** After how many of the epochs overfitting is said. */
    private int noticed(double[]... epochs) {
        Overfitting overfitting = new Overfitting();
        return (int) IntStream.range(0, epochs.length)
                .filter(i -> {
                    double[] epoch = epochs[i];
                    overfitting.add(
                            epoch[0],
                            epoch[1],
                            epoch.length == 2 ? OptionalDouble.empty() : OptionalDouble.of(epoch[2] - epoch[3]));
                    return overfitting.finding(inference).isPresent();
                })
                .count();
    }
}
