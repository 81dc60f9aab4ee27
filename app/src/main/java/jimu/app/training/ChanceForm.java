package jimu.app.training;

import java.util.List;
import java.util.Optional;
import jimu.app.fx.form.Question;
import jimu.app.text.Texts;
import jimu.engine.graph.Shuffle;
import jimu.engine.graph.TrainingSettings;

/** What is left to chance, and with which seed. */
final class ChanceForm implements FormPart {
    private static final String SHUFFLE = "shuffle";
    private static final String SEED = "seed";

    @Override
    public List<Question> questions(TrainingSettings settings) {
        return List.of(
                Wording.flag(SHUFFLE),
                Question.integer(SEED, Texts.of("training.seed"), 0, Integer.MAX_VALUE, Texts.of("training.seed.tip")));
    }

    @Override
    public Object value(String entry, TrainingSettings settings) {
        return entry.equals(SHUFFLE) ? (Object) (settings.shuffle() == Shuffle.EACH_EPOCH) : settings.seed();
    }

    @Override
    public Optional<String> wrong(String entry, Object plain, TrainingSettings settings) {
        return entry.equals(SEED) ? Wording.unlessWithin(SEED, plain, 0, Integer.MAX_VALUE) : Optional.empty();
    }

    @Override
    public TrainingSettings changed(String entry, Object plain, TrainingSettings settings) {
        if (entry.equals(SEED)) {
            return settings.withSeed((Long) plain);
        }
        return settings.withShuffle(Boolean.TRUE.equals(plain) ? Shuffle.EACH_EPOCH : Shuffle.NEVER);
    }

    @Override
    public String setting(String entry) {
        return entry;
    }
}
