package jimu.engine.train.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Problem;
import jimu.engine.layer.core.Embedding;
import jimu.engine.train.health.ActivationVitals.Kind;

/** Reads illnesses off one moment's readings. Thresholds lie far outside of what the sample networks show. */
public final class Symptoms {
    /**
     * Share of dead units. The notes of Stanford's CS231n call 40 % a sign of too high a rate, but of the sample VGG's 128 features
     * 65 % give 0 for 64 samples in its first 60 steps, and it learns well.
     */
    static final double DEAD = 0.8;

    /** Share of saturated numbers: trained tanh features often lie at their ends for half of the samples and learn on. */
    static final double SATURATED = 0.8;

    /**
     * Largest by smallest relative gradient of two layers: with one rate for all, the one learns this much slower than the other.
     * Healthy samples stay below 1,000.
     */
    static final double RATIO = 1e4;

    /** A relative gradient from which it is no illness to be slower than another layer. */
    static final double ENOUGH = 1e-4;

    /** A relative gradient from which steps at usual rates change a weight by more than some percent. */
    static final double TOO_MUCH = 1;

    /** Growth of the gradients' norm since the first steps; leaving a plateau makes it grow too, but the loss then falls. */
    static final double GROWTH = 100;

    /** Relative change over so many steps below which float32 itself, which has 24 bits, keeps weights from moving. */
    static final double STILL = 1e-6;

    /** A rate that has fallen to less than this is meant to let weights rest. */
    static final double RATE = 0.1;

    /** Steps after which a loss can be expected to have fallen. */
    static final long PATIENCE = 200;

    /** How much a loss has at least fallen by, in shares of the first one, and in standard errors of the difference. */
    static final double FALL = 0.02;

    static final double ERRORS = 3;

    private Symptoms() {}

    /** What is wrong, at the layers where it shows. */
    public static List<Finding> of(Vitals vitals, Inference inference) {
        List<Finding> found = new ArrayList<>();
        vitals.activations().stream().flatMap(one -> activation(one).stream()).forEach(found::add);
        boolean dead = vitals.activations().stream().anyMatch(one -> one.kind() == Kind.DEAD && one.share() == 1);
        if (!dead) {
            found.addAll(still(vitals));
            gradients(vitals).ifPresent(found::add);
        }
        growth(vitals).ifPresent(found::add);
        loss(vitals.loss(), inference).ifPresent(found::add);
        return found;
    }

    private static Optional<Finding> activation(ActivationVitals vitals) {
        boolean dead = vitals.kind() == Kind.DEAD;
        double most = dead ? DEAD : SATURATED;
        return vitals.share() < most || vitals.of() == 0
                ? Optional.empty()
                : Optional.of(finding(
                        vitals.block(),
                        dead ? "health.dead" : "health.saturated",
                        percent(most),
                        percent(vitals.share()),
                        Long.toString(vitals.concerned()),
                        Long.toString(vitals.of()),
                        Integer.toString(vitals.samples())));
    }

    private static List<Finding> still(Vitals vitals) {
        if (vitals.loss().rate() < RATE) {
            return List.of();
        }
        return vitals.parameters().stream()
                .filter(one -> one.moved() < STILL && !(one.block().layer() instanceof Embedding))
                .map(one -> finding(
                        one.block(),
                        one.gradient() == 0 ? "health.unreached" : "health.still",
                        number(STILL),
                        number(one.moved()),
                        one.name(),
                        Long.toString(vitals.steps()),
                        number(one.gradient())))
                .toList();
    }

    /** Layers whose gradients differ too much: those before get too little, or too much. */
    private static Optional<Finding> gradients(Vitals vitals) {
        List<ParameterVitals> flowing =
                vitals.parameters().stream().filter(one -> one.relative() > 0).toList();
        if (flowing.size() < 2) {
            return Optional.empty();
        }
        Comparator<ParameterVitals> bySize = Comparator.comparingDouble(ParameterVitals::relative);
        ParameterVitals least = flowing.stream().min(bySize).orElseThrow();
        ParameterVitals most = flowing.stream().max(bySize).orElseThrow();
        double ratio = most.relative() / least.relative();
        boolean vanishes = flowing.indexOf(least) < flowing.indexOf(most);
        if (ratio < RATIO || (vanishes ? least.relative() > ENOUGH : most.relative() < TOO_MUCH)) {
            return Optional.empty();
        }
        return Optional.of(finding(
                vanishes ? least.block() : most.block(),
                vanishes ? "health.vanishing" : "health.exploding",
                number(RATIO),
                number(ratio),
                number((vanishes ? least : most).relative()),
                (vanishes ? most : least).block().label(),
                number((vanishes ? most : least).relative())));
    }

    /** Gradients that have grown since the beginning while the loss has not fallen. */
    private static Optional<Finding> growth(Vitals vitals) {
        LossVitals loss = vitals.loss();
        boolean grown = loss.firstNorm() > 0 && loss.lastNorm() >= GROWTH * loss.firstNorm();
        return !grown || loss.last() <= loss.first()
                ? Optional.empty()
                : vitals.parameters().stream()
                        .max(Comparator.comparingDouble(ParameterVitals::relative))
                        .map(most -> finding(
                                most.block(),
                                "health.growing",
                                number(GROWTH * loss.firstNorm()),
                                number(loss.lastNorm()),
                                number(loss.firstNorm())));
    }

    private static Optional<Finding> loss(LossVitals loss, Inference inference) {
        double fallen = loss.first() - loss.last();
        double error = Math.hypot(loss.firstError(), loss.lastError());
        boolean falls = fallen > Math.max(ERRORS * error, FALL * Math.abs(loss.first()));
        return loss.step() < PATIENCE || falls || inference.losses().isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        inference.losses().get(0),
                        "health.plateau",
                        number(loss.first()),
                        number(loss.last()),
                        Long.toString(loss.step())));
    }

    static Finding finding(FlatBlock block, String key, String expected, String found, String... words) {
        return new Finding(Problem.hint(key, expected, found, words), block.path(), block.blocks(), block.label(), "");
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
