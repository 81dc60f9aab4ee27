package jimu.app.training;

import java.util.List;
import java.util.Optional;
import jimu.app.fx.form.Question;
import jimu.engine.graph.TrainingSettings;

/** Some entries of the training form that belong together; which there are may depend on the settings. */
interface FormPart {
    /** The entries. */
    List<Question> questions(TrainingSettings settings);

    /** What an entry shows. */
    Object value(String entry, TrainingSettings settings);

    /** Why an entry cannot be answered so, in a sentence; empty if it can. */
    Optional<String> wrong(String entry, Object plain, TrainingSettings settings);

    /** The settings after an answer. */
    TrainingSettings changed(String entry, Object plain, TrainingSettings settings);

    /** The name under which files and events know what an entry sets. */
    String setting(String entry);

    /** Whether an entry of that name belongs here. */
    default boolean asks(String entry, TrainingSettings settings) {
        return questions(settings).stream().anyMatch(question -> question.name().equals(entry));
    }
}
