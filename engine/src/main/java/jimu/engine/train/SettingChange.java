package jimu.engine.train;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.EarlyStopping;
import jimu.engine.graph.Interval;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Schema;
import jimu.engine.train.clipping.ClippingCatalog;
import jimu.engine.train.optimizer.OptimizerCatalog;
import jimu.engine.train.schedule.ScheduleCatalog;

/**
 * A training setting in which two settings differ.
 *
 * @param name as in files, such as {@code optimizer.lr}
 * @param from what it is in one, as text; empty if there is nothing
 * @param to what it is in the other
 */
public record SettingChange(String name, String from, String to) {
    private static final Set<String> FIXED =
            Set.of("batch_size", "seed", "shuffle", "optimizer", "validation.monitor", "start_weights");

    private static final String LOSS_WEIGHT = "loss_weights.";

    /** All settings in which two differ. */
    public static List<SettingChange> between(TrainingSettings from, TrainingSettings to) {
        Map<String, String> before = texts(from);
        Map<String, String> after = texts(to);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<SettingChange> changes = new ArrayList<>();
        for (String name : names) {
            SettingChange change = new SettingChange(name, before.getOrDefault(name, ""), after.getOrDefault(name, ""));
            if (!change.from.equals(change.to)) {
                changes.add(change);
            }
        }
        return changes;
    }

    /** Whether a run is built upon a setting, so that it never takes another one over; of an optimiser it also keeps how much it remembers. */
    public static boolean isFixed(String name) {
        return FIXED.contains(name);
    }

    /**
     * The settings with which a run goes on when others are wanted: what it is built upon stays. That are the batch size, the seed,
     * the order of the samples, the optimiser and how much it remembers, the monitored reading, and the weights it began with.
     */
    public static TrainingSettings taken(TrainingSettings running, TrainingSettings wanted) {
        return wanted.withBatchSize(running.batchSize())
                .withSeed(running.seed())
                .withShuffle(running.shuffle())
                .withStartWeights(running.startWeights())
                .withOptimizer(
                        alike(running.optimizer(), wanted.optimizer()) ? wanted.optimizer() : running.optimizer())
                .withValidation(
                        wanted.validation().withMonitor(running.validation().monitor()));
    }

    /** What a run tells of it, with losses by the names of their blocks. */
    TrainEvent.Changed at(long step, Document document) {
        String block = name.startsWith(LOSS_WEIGHT) ? name.substring(LOSS_WEIGHT.length()) : "";
        String told = document.graph()
                .block(block)
                .map(found -> LOSS_WEIGHT + found.name())
                .orElse(name);
        return new TrainEvent.Changed(step, told, from, to);
    }

    /** Whether one optimiser can go on with what another remembers. */
    private static boolean alike(Choice one, Choice other) {
        try {
            return one.type().equals(other.type())
                    && OptimizerCatalog.create(one).states()
                            == OptimizerCatalog.create(other).states();
        } catch (ParameterException e) {
            return false;
        }
    }

    private static Map<String, String> texts(TrainingSettings settings) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("epochs", Integer.toString(settings.epochs()));
        texts.put("batch_size", Integer.toString(settings.batchSize()));
        texts.put("seed", Long.toString(settings.seed()));
        texts.put("shuffle", word(settings.shuffle()));
        settings.startWeights().ifPresent(path -> texts.put("start_weights", path));
        put(texts, "optimizer", Optional.of(settings.optimizer()), OptimizerCatalog.all());
        put(texts, "schedule", settings.schedule(), ScheduleCatalog.all());
        put(texts, "clipping", settings.clipping(), ClippingCatalog.all());
        settings.lossWeights().forEach((block, weight) -> texts.put(LOSS_WEIGHT + block, text(weight)));
        texts.put("validation.every", interval(settings.validation().every()));
        texts.put("validation.monitor", word(settings.validation().monitor()));
        texts.put("validation.final_weights", word(settings.validation().finalWeights()));
        Optional<EarlyStopping> stopping = settings.validation().stopping();
        stopping.ifPresent(one -> texts.put("validation.patience", Integer.toString(one.patience())));
        stopping.ifPresent(one -> texts.put("validation.min_delta", text(one.minDelta())));
        settings.checkpoints().every().ifPresent(every -> texts.put("checkpoints.every", interval(every)));
        texts.put("checkpoints.kept", Integer.toString(settings.checkpoints().kept()));
        return texts;
    }

    private static void put(
            Map<String, String> texts, String name, Optional<Choice> choice, List<? extends Schema<?>> kinds) {
        choice.ifPresent(one -> {
            texts.put(name, one.type());
            kinds.stream()
                    .filter(kind -> kind.type().equals(one.type()))
                    .flatMap(kind -> kind.parameters().stream())
                    .forEach(parameter -> texts.put(
                            name + "." + parameter.name(),
                            text(one.arguments().getOrDefault(parameter.name(), parameter.defaultValue()))));
        });
    }

    /** As a person writes it: {@code 0.0002}, not {@code 2.0E-4}. */
    private static String text(Object plain) {
        return plain instanceof Double number && Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Objects.toString(plain);
    }

    private static String interval(Interval interval) {
        return interval.count() + " " + word(interval.unit());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
