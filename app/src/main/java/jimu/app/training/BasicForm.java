package jimu.app.training;

import java.util.List;
import java.util.Optional;
import jimu.app.fx.form.Question;
import jimu.engine.graph.TrainingSettings;

/** How long, and in which pieces. */
final class BasicForm implements FormPart {
    private static final String EPOCHS = "epochs";
    private static final String BATCH = "batch_size";

    @Override
    public List<Question> questions(TrainingSettings settings) {
        return List.of(Wording.whole(EPOCHS, 1), Wording.whole(BATCH, 1));
    }

    @Override
    public Object value(String entry, TrainingSettings settings) {
        return (long) (entry.equals(EPOCHS) ? settings.epochs() : settings.batchSize());
    }

    @Override
    public Optional<String> wrong(String entry, Object plain, TrainingSettings settings) {
        return Wording.unlessWithin(entry, plain, 1, Wording.MOST);
    }

    @Override
    public TrainingSettings changed(String entry, Object plain, TrainingSettings settings) {
        int number = Math.toIntExact((Long) plain);
        return entry.equals(EPOCHS) ? settings.withEpochs(number) : settings.withBatchSize(number);
    }

    @Override
    public String setting(String entry) {
        return entry;
    }
}
