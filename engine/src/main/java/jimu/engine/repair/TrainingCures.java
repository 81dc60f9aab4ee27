package jimu.engine.repair;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Content;
import jimu.engine.graph.EarlyStopping;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FinalWeights;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.graph.Validation;
import jimu.engine.layer.Layer;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.activation.LeakyReLU;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.train.optimizer.OptimizerCatalog;

/** What may help against an illness of a training: another rate, clipping, standardised data, another layer. */
final class TrainingCures implements Remedy {
    private static final double TENTH = 0.1;
    private static final double TENFOLD = 10;
    private static final int PATIENCE = 3;
    private static final double LEAST_PLAIN = 1e-7;
    private static final double MOST_PLAIN = 1e7;
    private static final double EPS = 1e-5;

    @Override
    public Set<String> keys() {
        return Set.of(
                "diverged.large_data",
                "diverged.division",
                "diverged.overflow",
                "diverged.loss",
                "diverged.gradient",
                "diverged.unknown",
                "health.dead",
                "health.saturated",
                "health.vanishing",
                "health.exploding",
                "health.growing",
                "health.still",
                "health.plateau",
                "health.overfitting");
    }

    @Override
    public List<Repair> propose(Case problem) {
        List<Repair> cures = new ArrayList<>();
        switch (problem.problem().key()) {
            case "diverged.large_data" -> cures.addAll(standardise(problem));
            case "diverged.division" -> cures.add(problem.set("eps", EPS));
            case "health.dead" -> {
                cures.addAll(become(problem, new LeakyReLU()));
                cures.addAll(rate(problem, TENTH));
            }
            case "health.saturated", "health.vanishing" -> {
                cures.addAll(become(problem, new ReLU()));
                cures.addAll(rate(problem, problem.problem().key().equals("health.vanishing") ? TENFOLD : TENTH));
            }
            case "health.still" -> cures.addAll(rate(problem, TENFOLD));
            case "health.plateau" -> {
                cures.addAll(rate(problem, TENTH));
                cures.addAll(rate(problem, TENFOLD));
                cures.addAll(standardise(problem));
            }
            case "health.overfitting" -> cures.addAll(stop(problem));
            default -> {
                cures.addAll(rate(problem, TENTH));
                cures.addAll(clip(problem));
                cures.addAll(standardise(problem));
            }
        }
        return cures;
    }

    private static List<Repair> rate(Case problem, double factor) {
        TrainingSettings settings = problem.document().training();
        try {
            double now = OptimizerCatalog.create(settings.optimizer()).lr();
            double then = Double.parseDouble(String.format(Locale.ROOT, "%.3g", now * factor));
            Edit edit = new Edit.SetTraining(
                    settings.withOptimizer(settings.optimizer().with("lr", then)));
            return List.of(whole("rate", edit, text(now), text(then)));
        } catch (ParameterException e) {
            return List.of();
        }
    }

    /** As a person writes it: {@code 0.0001}, but {@code 1E+29}. */
    private static String text(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return number >= LEAST_PLAIN && number < MOST_PLAIN ? exact.toPlainString() : exact.toString();
    }

    private static List<Repair> clip(Case problem) {
        TrainingSettings settings = problem.document().training();
        Choice clipping = new Choice("ClipGradNorm", Map.of("max_norm", 1.0));
        return settings.clipping().isPresent()
                ? List.of()
                : List.of(whole("clip", new Edit.SetTraining(settings.withClipping(Optional.of(clipping))), "1"));
    }

    private static List<Repair> standardise(Case problem) {
        return problem.document().data().standardize()
                ? List.of()
                : List.of(whole(
                        "standardise",
                        new Edit.SetData(problem.document().data().withStandardize(true))));
    }

    private static List<Repair> stop(Case problem) {
        TrainingSettings settings = problem.document().training();
        Validation validation = settings.validation();
        return validation.stopping().isPresent()
                ? List.of()
                : List.of(whole(
                        "stop",
                        new Edit.SetTraining(settings.withValidation(validation
                                .withStopping(Optional.of(new EarlyStopping(PATIENCE)))
                                .withFinalWeights(FinalWeights.BEST))),
                        Integer.toString(PATIENCE)));
    }

    /** Puts another activation in place of the one concerned, or of all saturating ones where a layer before them is. */
    private static List<Repair> become(Case problem, Layer layer) {
        List<Edit> edits = new ArrayList<>();
        for (Block block : problem.document().graph().blocks()) {
            boolean own = problem.block().filter(block::equals).isPresent();
            boolean saturates = Case.layer(block)
                    .filter(held -> held.type().equals("Sigmoid") || held.type().equals("Tanh"))
                    .isPresent();
            boolean all = problem.problem().key().equals("health.vanishing");
            if (all ? saturates : own) {
                edits.add(new Edit.Replace(block.withContent(new Content.Of(layer))));
            }
        }
        return edits.isEmpty()
                ? List.of()
                : List.of(problem.repair(
                        edits.size() == 1 ? "become" : "become.all", new Edit.Sequence(edits), layer.type()));
    }

    /** A repair of what belongs to the whole document, wherever the block lies. */
    private static Repair whole(String key, Edit edit, String... words) {
        return new Repair(key, List.of(words), "", Optional.empty(), edit);
    }
}
