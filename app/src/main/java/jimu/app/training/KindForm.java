package jimu.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import jimu.app.fx.form.Question;
import jimu.app.text.Texts;
import jimu.engine.graph.Choice;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Schema;
import jimu.engine.message.Messages;
import jimu.engine.train.clipping.ClippingCatalog;
import jimu.engine.train.optimizer.OptimizerCatalog;
import jimu.engine.train.schedule.ScheduleCatalog;

/**
 * The part of the training form in which one of several kinds is chosen and its parameters are set, as its schema has them.
 *
 * @param name of the entry with the choice; the messages explain kinds and parameters under it
 * @param prefix of the names of the parameters' entries
 * @param none the word for no kind at all; empty where one must be chosen
 * @param kinds to choose from
 * @param check refuses arguments that cannot be
 * @param chosen what is chosen in settings
 * @param change of settings to another choice
 */
record KindForm(
        String name,
        String prefix,
        Optional<String> none,
        List<? extends Schema<?>> kinds,
        Check check,
        Function<TrainingSettings, Optional<Choice>> chosen,
        BiFunction<TrainingSettings, Optional<Choice>, TrainingSettings> change)
        implements FormPart {
    /** Makes what is chosen, to see whether it can be. */
    interface Check {
        Object make(Choice choice) throws ParameterException;
    }

    static KindForm optimizer() {
        return new KindForm(
                "optimizer",
                "",
                Optional.empty(),
                OptimizerCatalog.all(),
                OptimizerCatalog::create,
                settings -> Optional.of(settings.optimizer()),
                (settings, choice) -> settings.withOptimizer(choice.orElseThrow()));
    }

    static KindForm schedule() {
        return new KindForm(
                "schedule",
                "schedule-",
                Optional.of(Texts.of("training.schedule.none")),
                ScheduleCatalog.all(),
                ScheduleCatalog::create,
                TrainingSettings::schedule,
                TrainingSettings::withSchedule);
    }

    static KindForm clipping() {
        return new KindForm(
                "clipping",
                "clipping-",
                Optional.of(Texts.of("training.clipping.none")),
                ClippingCatalog.all(),
                ClippingCatalog::create,
                TrainingSettings::clipping,
                TrainingSettings::withClipping);
    }

    /** The choice, then the parameters of what is chosen. */
    @Override
    public List<Question> questions(TrainingSettings settings) {
        List<String> words = new ArrayList<>(none.stream().toList());
        kinds.forEach(kind -> words.add(kind.type()));
        String tip = schema(settings)
                .map(kind -> Messages.text(name + "." + kind.type()))
                .orElse(Texts.of("training." + name + ".tip"));
        List<Question> questions =
                new ArrayList<>(List.of(Question.choice(name, Texts.of("training." + name), words, tip)));
        schema(settings)
                .ifPresent(kind -> kind.parameters().forEach(parameter -> {
                    String explanation = Messages.text(name + "." + kind.type() + "." + parameter.name());
                    questions.add(Question.of(parameter, explanation).named(prefix + parameter.name()));
                }));
        return questions;
    }

    @Override
    public Object value(String entry, TrainingSettings settings) {
        Optional<Choice> now = chosen.apply(settings);
        if (entry.equals(name)) {
            return now.map(Choice::type).or(() -> none).orElse("");
        }
        String parameter = parameter(entry);
        return now.map(choice -> choice.arguments().get(parameter))
                .or(() -> schema(settings)
                        .flatMap(kind -> kind.parameter(parameter))
                        .map(Parameter::defaultValue))
                .orElse("");
    }

    @Override
    public Optional<String> wrong(String entry, Object plain, TrainingSettings settings) {
        Optional<Choice> then = chosen.apply(changed(entry, plain, settings));
        try {
            if (then.isPresent()) {
                check.make(then.get());
            }
            return Optional.empty();
        } catch (ParameterException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The settings after an answer; another kind begins with its own defaults. */
    @Override
    public TrainingSettings changed(String entry, Object plain, TrainingSettings settings) {
        Optional<Choice> now = chosen.apply(settings);
        if (!entry.equals(name)) {
            return change.apply(settings, now.map(choice -> choice.with(parameter(entry), plain)));
        }
        boolean same = now.filter(choice -> choice.type().equals(plain)).isPresent();
        Optional<Choice> other =
                none.filter(plain::equals).isPresent() ? Optional.empty() : Optional.of(Choice.of((String) plain));
        return same ? settings : change.apply(settings, other);
    }

    @Override
    public String setting(String entry) {
        return entry.equals(name) ? name : name + "." + parameter(entry);
    }

    private String parameter(String entry) {
        return entry.substring(prefix.length());
    }

    private Optional<? extends Schema<?>> schema(TrainingSettings settings) {
        return chosen.apply(settings)
                .flatMap(choice -> kinds.stream()
                        .filter(kind -> kind.type().equals(choice.type()))
                        .findFirst());
    }
}
