package jimu.engine.graph;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The data that a document trains on and how it is prepared.
 *
 * @param source where it comes from, once chosen
 * @param standardize whether float inputs get mean 0 and deviation 1, as measured on the training part
 * @param validationFraction the share of the training part set aside for validation, in [0, 1)
 * @param testFraction the share set aside for the test where the source has no test part of its own, in [0, 1)
 * @param seed of the split, and of pairs and triplets
 * @param sampling what one sample of labelled data is
 * @param pictures how pictures are changed
 * @param maxSamples how many samples of the training part are used at most, at least 1; the other parts lose as large a share
 * @param validationPath the file or folder of a validation set of its own, read as the source is; it takes the place of the share
 */
public record DataSettings(
        Optional<DataSource> source,
        boolean standardize,
        double validationFraction,
        double testFraction,
        long seed,
        Sampling sampling,
        PictureSettings pictures,
        OptionalInt maxSamples,
        Optional<String> validationPath) {
    /** No data yet; a tenth for validation, a fifth for the test. */
    public static final DataSettings NONE = new DataSettings(
            Optional.empty(),
            true,
            0.1,
            0.2,
            1,
            Sampling.SINGLE,
            PictureSettings.AS_THEY_ARE,
            OptionalInt.empty(),
            Optional.empty());

    public DataSettings {
        if (!(validationFraction >= 0 && testFraction >= 0 && validationFraction < 1 && testFraction < 1)) {
            throw new IllegalArgumentException("The shares of validation and test must lie in [0, 1)");
        }
        if (maxSamples.orElse(1) < 1) {
            throw new IllegalArgumentException("At least one sample is used");
        }
    }

    /** The same settings for other data. */
    public DataSettings withSource(DataSource other) {
        return new DataSettings(
                Optional.of(other),
                standardize,
                validationFraction,
                testFraction,
                seed,
                sampling,
                pictures,
                maxSamples,
                validationPath);
    }

    /** The same settings with inputs standardised ({@code true}) or not. */
    public DataSettings withStandardize(boolean other) {
        return new DataSettings(
                source, other, validationFraction, testFraction, seed, sampling, pictures, maxSamples, validationPath);
    }

    /** The same settings with other shares for validation and test. */
    public DataSettings withFractions(double validation, double test) {
        return new DataSettings(
                source, standardize, validation, test, seed, sampling, pictures, maxSamples, validationPath);
    }

    /** The same settings with another seed. */
    public DataSettings withSeed(long other) {
        return new DataSettings(
                source,
                standardize,
                validationFraction,
                testFraction,
                other,
                sampling,
                pictures,
                maxSamples,
                validationPath);
    }

    /** The same settings with another idea of a sample. */
    public DataSettings withSampling(Sampling other) {
        return new DataSettings(
                source,
                standardize,
                validationFraction,
                testFraction,
                seed,
                other,
                pictures,
                maxSamples,
                validationPath);
    }

    /** The same settings with pictures changed otherwise. */
    public DataSettings withPictures(PictureSettings other) {
        return new DataSettings(
                source,
                standardize,
                validationFraction,
                testFraction,
                seed,
                sampling,
                other,
                maxSamples,
                validationPath);
    }

    /** The same settings with at most so many samples to train on, or all of them. */
    public DataSettings withMaxSamples(OptionalInt other) {
        return new DataSettings(
                source, standardize, validationFraction, testFraction, seed, sampling, pictures, other, validationPath);
    }

    /** The same settings with a validation set of its own, or with a share of the training part. */
    public DataSettings withValidationPath(Optional<String> other) {
        return new DataSettings(
                source, standardize, validationFraction, testFraction, seed, sampling, pictures, maxSamples, other);
    }
}
