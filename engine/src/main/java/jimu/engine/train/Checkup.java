package jimu.engine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import jimu.engine.data.LoadedData;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Weights;
import jimu.engine.train.TrainEvent.EpochEnded;
import jimu.engine.train.TrainEvent.Score;
import jimu.engine.train.health.LossVitals;
import jimu.engine.train.health.Overfitting;
import jimu.engine.train.health.ParameterVitals;
import jimu.engine.train.health.Symptoms;
import jimu.engine.train.health.Vitals;
import jimu.engine.train.metric.Metric;

/**
 * Looks now and then, between two steps, whether a training goes wrong. A symptom counts once it is seen twice in a row, and no
 * longer when it is not seen once. Used by the run's thread alone; between two looks it allocates nothing.
 */
final class Checkup {
    private static final long FIRST = 20;

    /** Steps of whose losses the median counts: enough to tell a fall of some percent from the noise of batches. */
    private static final int WINDOW = 50;

    /** Of normally distributed numbers: 1.4826 makes a deviation of the median distance, √(π/2) its error that of the median. */
    private static final double MEDIAN_ERROR = 1.4826 * 1.2533;

    /** How much longer the steps since the last look must have taken than that look. */
    private static final long RARE = 50;

    private final Inference inference;
    private final boolean shares;
    private final StepRing ring;
    private final VitalSigns signs;
    private final Overfitting overfitting = new Overfitting();
    private final StepReading[] first = new StepReading[WINDOW];
    private final StepReading[] last = new StepReading[WINDOW];
    private Set<List<String>> suspected = Set.of();
    private List<Finding> ofSteps = List.of();
    private Optional<Finding> ofEpochs = Optional.empty();
    private long from = -1;
    private long read;
    private float highestRate;
    private long next = FIRST;
    private long ended = System.nanoTime();
    private long pause;

    Checkup(Inference inference, LoadedData data, List<KernelSet> sets, StepRing ring) {
        this.inference = inference;
        shares = Measurement.of(inference).stream()
                .findFirst()
                .filter(first -> first.metric().form() == Metric.Form.SHARE
                        && first.metric().ascending())
                .isPresent();
        this.ring = ring;
        signs = new VitalSigns(inference, data, sets);
    }

    /** Whether the next look is due after a step. */
    boolean due(long step) {
        return step >= next && System.nanoTime() - ended >= pause;
    }

    /** Looks at the network after a step; says what there is to say if that has changed. */
    Optional<List<Finding>> look(Weights weights, long step) {
        long began = System.nanoTime();
        List<Finding> before = all();
        read();
        List<ParameterVitals> parameters = signs.parameters(weights, step);
        Vitals vitals = new Vitals(loss(step), parameters, signs.activations(weights), signs.over());
        List<Finding> seen = Symptoms.of(vitals, inference);
        Set<List<String>> now = new HashSet<>();
        seen.forEach(finding -> now.add(name(finding)));
        ofSteps = seen.stream()
                .filter(finding -> suspected.contains(name(finding)))
                .toList();
        suspected = now;
        ended = System.nanoTime();
        pause = RARE * (ended - began);
        next = step + Math.max(FIRST, step / 4);
        return changed(before);
    }

    /** Looks at the losses after an epoch; says what there is to say if that has changed. */
    Optional<List<Finding>> look(EpochEnded epoch) {
        if (epoch.validation().isEmpty()) {
            return Optional.empty();
        }
        List<Finding> before = all();
        Score training = epoch.training();
        Score validation = epoch.validation().get();
        overfitting.add(
                training.loss(),
                validation.loss(),
                shares && training.metric().isPresent() && validation.metric().isPresent()
                        ? OptionalDouble.of(training.metric().getAsDouble()
                                - validation.metric().getAsDouble())
                        : OptionalDouble.empty());
        ofEpochs = overfitting.finding(inference);
        return changed(before);
    }

    /** What there is to say now. */
    private List<Finding> all() {
        List<Finding> all = new ArrayList<>(ofSteps);
        ofEpochs.ifPresent(all::add);
        return all;
    }

    private Optional<List<Finding>> changed(List<Finding> before) {
        List<Finding> now = all();
        List<List<String>> then = before.stream().map(Checkup::name).toList();
        return then.equals(now.stream().map(Checkup::name).toList()) ? Optional.empty() : Optional.of(now);
    }

    /** What a finding is known by, whatever its figures. */
    private static List<String> name(Finding finding) {
        return List.of(finding.problem().key(), finding.path());
    }

    /** Takes over the readings since the last look. */
    private void read() {
        read = ring.drain(read, reading -> {
            from = from < 0 ? reading.step() : from;
            int place = (int) (reading.step() - from);
            if (place >= 0 && place < WINDOW) {
                first[place] = reading;
            }
            last[(int) (reading.step() % WINDOW)] = reading;
            highestRate = Math.max(highestRate, reading.rate());
        });
    }

    private LossVitals loss(long step) {
        double[] began = losses(first);
        double[] now = losses(last);
        StepReading latest = last[(int) (read % WINDOW)];
        double rate = latest == null || highestRate == 0 ? 1 : latest.rate() / highestRate;
        long sinceBeginning = from <= 1 ? step : 0;
        return new LossVitals(
                sinceBeginning, median(began), error(began), median(now), error(now), norm(first), norm(last), rate);
    }

    private static double[] losses(StepReading[] readings) {
        return Arrays.stream(readings)
                .filter(reading -> reading != null)
                .mapToDouble(StepReading::loss)
                .toArray();
    }

    private static double norm(StepReading[] readings) {
        return median(Arrays.stream(readings)
                .filter(reading -> reading != null)
                .mapToDouble(StepReading::gradientNorm)
                .toArray());
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** The standard error of the median, by the median distance from it, so that single wild steps do not count. */
    private static double error(double[] numbers) {
        double median = median(numbers);
        double distance = median(
                Arrays.stream(numbers).map(number -> Math.abs(number - median)).toArray());
        return numbers.length == 0 ? 0 : MEDIAN_ERROR * distance / Math.sqrt(numbers.length);
    }
}
