package jimu.app.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormTarget;
import jimu.app.fx.form.Question;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Edit;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Schema;
import jimu.engine.message.Messages;
import jimu.engine.train.optimizer.Optimizer;
import jimu.engine.train.optimizer.OptimizerCatalog;

/** The training settings as a form; the optimiser's own parameters follow from its schema. */
final class TrainingForm implements FormTarget {
    private static final String EPOCHS = "epochs";
    private static final String BATCH = "batch_size";
    private static final String OPTIMIZER = "optimizer";
    private static final String SEED = "seed";
    private static final int MOST = 1_000_000;

    private final Session session;
    private final ObservableList<FormEntry> entries = FXCollections.observableArrayList();

    TrainingForm(Session session) {
        this.session = session;
        session.documentProperty()
                .addListener((value, old, now) -> show(session.present().training()));
        show(session.present().training());
    }

    ObservableList<FormEntry> entries() {
        return entries;
    }

    private void show(TrainingSettings settings) {
        List<Question> wanted = questions(settings);
        if (!wanted.equals(entries.stream().map(FormEntry::question).toList())) {
            entries.setAll(wanted.stream()
                    .map(question -> new FormEntry(question, value(question.name(), settings), this))
                    .toList());
        }
        entries.forEach(entry -> entry.show(value(entry.question().name(), settings), ""));
    }

    private static List<Question> questions(TrainingSettings settings) {
        List<Question> questions = new ArrayList<>(List.of(
                Question.integer(EPOCHS, label(EPOCHS), 1, MOST, tip(EPOCHS)),
                Question.integer(BATCH, label(BATCH), 1, MOST, tip(BATCH)),
                Question.choice(
                        OPTIMIZER,
                        label(OPTIMIZER),
                        OptimizerCatalog.all().stream().map(Schema::type).toList(),
                        tip(OPTIMIZER))));
        schema(settings).ifPresent(schema -> {
            for (Parameter parameter : schema.parameters()) {
                String key = "optimizer." + schema.type() + "." + parameter.name();
                questions.add(Question.of(parameter, Messages.text(key)));
            }
        });
        questions.add(Question.integer(SEED, label(SEED), 0, Integer.MAX_VALUE, tip(SEED)));
        return questions;
    }

    private static Object value(String name, TrainingSettings settings) {
        return switch (name) {
            case EPOCHS -> (long) settings.epochs();
            case BATCH -> (long) settings.batchSize();
            case OPTIMIZER -> settings.optimizer().type();
            case SEED -> settings.seed();
            default -> parameter(name, settings);
        };
    }

    /** What is set, or the default. */
    private static Object parameter(String name, TrainingSettings settings) {
        Object set = settings.optimizer().arguments().get(name);
        return set != null
                ? set
                : schema(settings)
                        .flatMap(schema -> schema.parameter(name))
                        .map(Parameter::defaultValue)
                        .orElse("");
    }

    @Override
    public Optional<String> wrong(String name, Object plain) {
        return switch (name) {
            case EPOCHS, BATCH -> unlessWithin(name, plain, 1, MOST);
            case SEED -> unlessWithin(name, plain, 0, Integer.MAX_VALUE);
            case OPTIMIZER -> Optional.empty();
            default -> {
                try {
                    OptimizerCatalog.create(with(settings().optimizer(), name, plain));
                    yield Optional.empty();
                } catch (ParameterException e) {
                    yield Optional.of(String.valueOf(e.getMessage()));
                }
            }
        };
    }

    @Override
    public void preview(String name, Object plain) {
        // Nothing in the window depends on these settings before they are set.
    }

    @Override
    public void commit(String name, Object plain) {
        session.apply(new Edit.SetTraining(changed(settings(), name, plain)));
    }

    @Override
    public void cancel() {
        // Nothing was previewed.
    }

    private static TrainingSettings changed(TrainingSettings old, String name, Object plain) {
        return switch (name) {
            case EPOCHS -> old.withEpochs(Math.toIntExact((Long) plain));
            case BATCH -> old.withBatchSize(Math.toIntExact((Long) plain));
            case SEED -> old.withSeed((Long) plain);
            case OPTIMIZER -> old.withOptimizer(new Choice((String) plain, rate(old, (String) plain)));
            default -> old.withOptimizer(with(old.optimizer(), name, plain));
        };
    }

    /** Another optimiser begins with its own defaults, learning rate included. */
    private static Map<String, Object> rate(TrainingSettings old, String type) {
        return type.equals(old.optimizer().type()) ? old.optimizer().arguments() : Map.of();
    }

    private static Choice with(Choice old, String name, Object plain) {
        Map<String, Object> arguments = new LinkedHashMap<>(old.arguments());
        arguments.put(name, plain);
        return new Choice(old.type(), arguments);
    }

    private TrainingSettings settings() {
        return session.present().training();
    }

    private static Optional<Schema<Optimizer>> schema(TrainingSettings settings) {
        return OptimizerCatalog.find(settings.optimizer().type());
    }

    private static Optional<String> unlessWithin(String name, Object plain, int least, int most) {
        return plain instanceof Long number && number >= least && number <= most
                ? Optional.empty()
                : Optional.of(Texts.of("form.range", label(name), least, most));
    }

    private static String label(String name) {
        return Texts.of("training." + name);
    }

    private static String tip(String name) {
        return Texts.of("training." + name + ".tip");
    }
}
