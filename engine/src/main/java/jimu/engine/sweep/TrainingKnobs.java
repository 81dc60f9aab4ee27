package jimu.engine.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.engine.graph.Block;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.ParameterKind;
import jimu.engine.layer.Schema;
import jimu.engine.message.Messages;
import jimu.engine.train.clipping.ClippingCatalog;
import jimu.engine.train.optimizer.OptimizerCatalog;
import jimu.engine.train.schedule.ScheduleCatalog;

/** The knobs of the training: epochs, batch size, seed, what is chosen with its parameters, and the weights of several losses. */
final class TrainingKnobs {
    static final String OPTIMIZER = "optimizer";
    static final String NONE = "none";

    private static final String LOSS_WEIGHTS = "loss_weights.";

    private TrainingKnobs() {}

    /** What settings choose from a catalogue. */
    private enum Chosen {
        OPTIMIZER,
        SCHEDULE,
        CLIPPING;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        List<? extends Schema<?>> catalog() {
            return switch (this) {
                case OPTIMIZER -> OptimizerCatalog.all();
                case SCHEDULE -> ScheduleCatalog.all();
                case CLIPPING -> ClippingCatalog.all();
            };
        }

        Optional<Choice> of(TrainingSettings settings) {
            return switch (this) {
                case OPTIMIZER -> Optional.of(settings.optimizer());
                case SCHEDULE -> settings.schedule();
                case CLIPPING -> settings.clipping();
            };
        }

        TrainingSettings set(TrainingSettings settings, Optional<Choice> choice) {
            return switch (this) {
                case OPTIMIZER -> settings.withOptimizer(choice.orElseThrow());
                case SCHEDULE -> settings.withSchedule(choice);
                case CLIPPING -> settings.withClipping(choice);
            };
        }

        Optional<Schema<?>> schema(String type) {
            return catalog().stream()
                    .filter(schema -> schema.type().equals(type))
                    .<Schema<?>>map(schema -> schema)
                    .findFirst();
        }
    }

    static List<Knob> of(Document document) {
        TrainingSettings settings = document.training();
        List<Knob> knobs = new ArrayList<>();
        knobs.add(count("epochs", settings.epochs(), TrainingSettings::withEpochs));
        knobs.add(count("batch_size", settings.batchSize(), TrainingSettings::withBatchSize));
        knobs.add(seed(settings.seed()));
        for (Chosen chosen : Chosen.values()) {
            knobs.add(kind(chosen, settings));
            chosen.of(settings)
                    .ifPresent(choice -> chosen.schema(choice.type())
                            .ifPresent(schema -> schema.parameters()
                                    .forEach(parameter -> knobs.add(argument(chosen, choice, parameter)))));
        }
        List<Block> losses = document.graph().blocks().stream()
                .filter(block -> block.content() instanceof Content.Of of && of.layer() instanceof Loss)
                .toList();
        if (losses.size() > 1) {
            losses.forEach(loss -> knobs.add(lossWeight(loss, settings)));
        }
        return knobs;
    }

    /** A parameter that the chosen optimiser, schedule or clipping lacks and another one has. */
    static Optional<Knob> ofOtherKind(Document document, String name) {
        for (Chosen chosen : Chosen.values()) {
            String before = chosen.key() + ".";
            String last = name.startsWith(before) ? name.substring(before.length()) : name;
            if (!last.equals(name) || chosen == Chosen.OPTIMIZER) {
                Optional<Knob> found = chosen.catalog().stream()
                        .flatMap(schema -> schema.parameter(last).stream())
                        .findFirst()
                        .map(parameter ->
                                argument(chosen, chosen.of(document.training()).orElse(Choice.of("")), parameter));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Sets a whole number of at least 1. */
    private interface Count {
        TrainingSettings set(TrainingSettings settings, int count);
    }

    private static Knob count(String name, int value, Count count) {
        return new Knob(name, "", ParameterKind.INTEGER, (long) value, List.of(), (document, plain) -> {
            if (plain instanceof Long number && number >= 1 && number <= Integer.MAX_VALUE) {
                return new Edit.SetTraining(count.set(document.training(), number.intValue()));
            }
            throw ParameterException.contradiction(Messages.text("sweep.count", name, plain));
        });
    }

    private static Knob seed(long value) {
        return new Knob("seed", "", ParameterKind.INTEGER, value, List.of(), (document, plain) -> {
            if (plain instanceof Long number) {
                return new Edit.SetTraining(document.training().withSeed(number));
            }
            throw ParameterException.contradiction(Messages.text("sweep.whole", "seed", plain));
        });
    }

    private static Knob kind(Chosen chosen, TrainingSettings settings) {
        List<String> types = Stream.concat(
                        chosen == Chosen.OPTIMIZER ? Stream.empty() : Stream.of(NONE),
                        chosen.catalog().stream().map(Schema::type))
                .toList();
        String now = chosen.of(settings).map(Choice::type).orElse(NONE);
        return new Knob(chosen.key(), "", ParameterKind.CHOICE, now, types, (document, plain) -> {
            if (!types.contains(plain.toString())) {
                throw ParameterException.unknownType(plain.toString(), types);
            }
            TrainingSettings training = document.training();
            Optional<Choice> choice = plain.equals(NONE)
                    ? Optional.empty()
                    : Optional.of(another(chosen, chosen.of(training), plain.toString()));
            return new Edit.SetTraining(chosen.set(training, choice));
        });
    }

    /** Another kind, with those arguments of the one before that it has too. */
    private static Choice another(Chosen chosen, Optional<Choice> old, String type) {
        if (old.isPresent() && old.get().type().equals(type)) {
            return old.get();
        }
        Map<String, Object> kept =
                new LinkedHashMap<>(old.map(Choice::arguments).orElse(Map.of()));
        kept.keySet()
                .removeIf(name -> chosen.schema(type)
                        .flatMap(schema -> schema.parameter(name))
                        .isEmpty());
        return new Choice(type, kept);
    }

    private static Knob argument(Chosen chosen, Choice choice, Parameter parameter) {
        String name = chosen.key() + "." + parameter.name();
        Object value = choice.arguments().getOrDefault(parameter.name(), parameter.defaultValue());
        return new Knob(name, "", parameter.kind(), value, parameter.choices(), (document, plain) -> {
            TrainingSettings training = document.training();
            Optional<Choice> now = chosen.of(training);
            if (now.isEmpty()) {
                throw ParameterException.contradiction(Messages.text("sweep.none", chosen.key(), name));
            }
            Choice changed = now.get().with(parameter.name(), plain);
            Optional<Schema<?>> schema = chosen.schema(changed.type());
            if (schema.isPresent()) {
                schema.get().create(changed.arguments());
            }
            return new Edit.SetTraining(chosen.set(training, Optional.of(changed)));
        });
    }

    private static Knob lossWeight(Block loss, TrainingSettings settings) {
        String name = LOSS_WEIGHTS + loss.name();
        double now = settings.lossWeights().getOrDefault(loss.id(), 1.0);
        return new Knob(name, "", ParameterKind.NUMBER, now, List.of(), (document, plain) -> {
            if (plain instanceof Number number) {
                return new Edit.SetLossWeight(loss.id(), number.doubleValue());
            }
            throw ParameterException.contradiction(Messages.text("sweep.number", name, plain));
        });
    }
}
