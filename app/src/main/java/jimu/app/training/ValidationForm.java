package jimu.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.app.fx.form.Question;
import jimu.app.text.Texts;
import jimu.engine.graph.EarlyStopping;
import jimu.engine.graph.FinalWeights;
import jimu.engine.graph.Interval;
import jimu.engine.graph.Interval.Unit;
import jimu.engine.graph.Monitor;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.graph.Validation;

/** When the validation part is looked at, when to stop for it, and which weights to end with. */
final class ValidationForm implements FormPart {
    private static final String EVERY = "validate_every";
    private static final String UNIT = "validate_unit";
    private static final String MONITOR = "monitor";
    private static final String EARLY = "early_stopping";
    private static final String PATIENCE = "patience";
    private static final String DELTA = "min_delta";
    private static final String WEIGHTS = "final_weights";
    private static final List<Unit> UNITS = List.of(Unit.EPOCHS, Unit.STEPS);

    /** What Keras' examples and most papers begin with. */
    private static final EarlyStopping PATIENT = new EarlyStopping(10);

    @Override
    public List<Question> questions(TrainingSettings settings) {
        List<Question> questions = new ArrayList<>(List.of(
                Wording.whole(EVERY, 1),
                Wording.choice(UNIT, UNITS),
                Wording.choice(MONITOR, List.of(Monitor.values())),
                Wording.flag(EARLY)));
        if (settings.validation().stopping().isPresent()) {
            questions.add(Wording.whole(PATIENCE, 1));
            questions.add(Wording.number(DELTA));
        }
        questions.add(Wording.choice(WEIGHTS, List.of(FinalWeights.values())));
        return questions;
    }

    @Override
    public Object value(String entry, TrainingSettings settings) {
        Validation validation = settings.validation();
        EarlyStopping stopping = validation.stopping().orElse(PATIENT);
        return switch (entry) {
            case EVERY -> (long) validation.every().count();
            case UNIT -> Wording.word(validation.every().unit());
            case MONITOR -> Wording.word(validation.monitor());
            case EARLY -> validation.stopping().isPresent();
            case PATIENCE -> (long) stopping.patience();
            case DELTA -> stopping.minDelta();
            default -> Wording.word(validation.finalWeights());
        };
    }

    @Override
    public Optional<String> wrong(String entry, Object plain, TrainingSettings settings) {
        return switch (entry) {
            case EVERY, PATIENCE -> Wording.unlessWithin(entry, plain, 1, Wording.MOST);
            case DELTA -> number(plain) >= 0 ? Optional.empty() : Optional.of(Texts.of("training.min_delta.wrong"));
            default -> Optional.empty();
        };
    }

    @Override
    public TrainingSettings changed(String entry, Object plain, TrainingSettings settings) {
        return settings.withValidation(changed(entry, plain, settings.validation()));
    }

    private static Validation changed(String entry, Object plain, Validation old) {
        EarlyStopping stopping = old.stopping().orElse(PATIENT);
        return switch (entry) {
            case EVERY ->
                old.withEvery(
                        new Interval(Math.toIntExact((Long) plain), old.every().unit()));
            case UNIT -> old.withEvery(new Interval(old.every().count(), Wording.constant(Unit.class, plain)));
            case MONITOR -> old.withMonitor(Wording.constant(Monitor.class, plain));
            case EARLY -> old.withStopping(Boolean.TRUE.equals(plain) ? Optional.of(PATIENT) : Optional.empty());
            case PATIENCE ->
                old.withStopping(Optional.of(new EarlyStopping(Math.toIntExact((Long) plain), stopping.minDelta())));
            case DELTA -> old.withStopping(Optional.of(new EarlyStopping(stopping.patience(), number(plain))));
            default -> old.withFinalWeights(Wording.constant(FinalWeights.class, plain));
        };
    }

    private static double number(Object plain) {
        return plain instanceof Number number && Double.isFinite(number.doubleValue()) ? number.doubleValue() : -1;
    }

    @Override
    public String setting(String entry) {
        return "validation."
                + switch (entry) {
                    case EVERY, UNIT -> "every";
                    case EARLY -> PATIENCE;
                    default -> entry;
                };
    }
}
