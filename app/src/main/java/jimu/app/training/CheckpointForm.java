package jimu.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.app.fx.form.Question;
import jimu.engine.graph.CheckpointPlan;
import jimu.engine.graph.Interval;
import jimu.engine.graph.Interval.Unit;
import jimu.engine.graph.TrainingSettings;

/** How often all that is needed to go on is written down. */
final class CheckpointForm implements FormPart {
    private static final String CHECKPOINTS = "checkpoints";
    private static final String EVERY = "checkpoint_every";
    private static final String KEPT = "checkpoint_kept";
    private static final int MOST_KEPT = 10_000;

    /** When checkpoints are made. */
    private enum When {
        END,
        EPOCHS,
        MINUTES
    }

    @Override
    public List<Question> questions(TrainingSettings settings) {
        List<Question> questions = new ArrayList<>(List.of(Wording.choice(CHECKPOINTS, List.of(When.values()))));
        if (settings.checkpoints().every().isPresent()) {
            questions.add(Wording.whole(EVERY, 1));
        }
        questions.add(Wording.whole(KEPT, 1));
        return questions;
    }

    @Override
    public Object value(String entry, TrainingSettings settings) {
        CheckpointPlan plan = settings.checkpoints();
        return switch (entry) {
            case CHECKPOINTS -> Wording.word(when(plan));
            case EVERY -> (long) count(plan);
            default -> (long) plan.kept();
        };
    }

    @Override
    public Optional<String> wrong(String entry, Object plain, TrainingSettings settings) {
        return entry.equals(CHECKPOINTS)
                ? Optional.empty()
                : Wording.unlessWithin(entry, plain, 1, entry.equals(KEPT) ? MOST_KEPT : Wording.MOST);
    }

    @Override
    public TrainingSettings changed(String entry, Object plain, TrainingSettings settings) {
        CheckpointPlan old = settings.checkpoints();
        return settings.withCheckpoints(
                switch (entry) {
                    case CHECKPOINTS -> old.withEvery(every(Wording.constant(When.class, plain), count(old)));
                    case EVERY -> old.withEvery(every(when(old), Math.toIntExact((Long) plain)));
                    default -> old.withKept(Math.toIntExact((Long) plain));
                });
    }

    @Override
    public String setting(String entry) {
        return entry.equals(KEPT) ? "checkpoints.kept" : "checkpoints.every";
    }

    private static int count(CheckpointPlan plan) {
        return plan.every().map(Interval::count).orElse(1);
    }

    private static When when(CheckpointPlan plan) {
        return plan.every()
                .map(every -> every.unit() == Unit.MINUTES ? When.MINUTES : When.EPOCHS)
                .orElse(When.END);
    }

    private static Optional<Interval> every(When when, int count) {
        return switch (when) {
            case END -> Optional.empty();
            case EPOCHS -> Optional.of(Interval.epochs(count));
            case MINUTES -> Optional.of(Interval.minutes(count));
        };
    }
}
