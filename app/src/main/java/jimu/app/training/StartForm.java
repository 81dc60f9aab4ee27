package jimu.app.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.app.fx.form.Question;
import jimu.app.text.Texts;
import jimu.engine.graph.TrainingSettings;

/** With which weights a training begins: those that the seed draws, or those of a file. */
final class StartForm implements FormPart {
    private static final String START = "start_weights";

    @Override
    public List<Question> questions(TrainingSettings settings) {
        List<String> choices = new ArrayList<>(List.of(Texts.of("training.start.seed")));
        settings.startWeights().map(StartForm::name).ifPresent(choices::add);
        choices.add(another());
        String tip = Texts.of("training.start.tip");
        String explanation =
                settings.startWeights().map(path -> tip + "\n" + path).orElse(tip);
        return List.of(Question.choice(START, Texts.of("training.start"), choices, explanation));
    }

    @Override
    public Object value(String entry, TrainingSettings settings) {
        return settings.startWeights().map(StartForm::name).orElse(Texts.of("training.start.seed"));
    }

    @Override
    public Optional<String> wrong(String entry, Object plain, TrainingSettings settings) {
        return Optional.empty();
    }

    @Override
    public TrainingSettings changed(String entry, Object plain, TrainingSettings settings) {
        return plain.equals(Texts.of("training.start.seed")) ? settings.withStartWeights(Optional.empty()) : settings;
    }

    @Override
    public String setting(String entry) {
        return entry;
    }

    /** The answer that asks for a file. */
    static String another() {
        return Texts.of("training.start.file");
    }

    private static String name(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }
}
