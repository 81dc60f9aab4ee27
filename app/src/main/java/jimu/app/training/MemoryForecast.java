package jimu.app.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import jimu.app.fx.Background;
import jimu.app.fx.Latest;
import jimu.app.session.OpenData;
import jimu.app.session.Session;
import jimu.app.text.MemoryText;
import jimu.app.text.Texts;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.infer.Inference;
import jimu.engine.runtime.KernelSet;
import jimu.engine.train.MemoryNeed;
import jimu.engine.train.TrainOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in advance what training the open document would take of the machine's memory. For the JavaFX thread only. */
final class MemoryForecast {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryForecast.class);

    private final Session session;
    private final OpenData data;
    private final ObservableStringValue obstacle;
    private final ObservableBooleanValue idle;
    private final TrainOptions options;
    private final Latest latest;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final ReadOnlyStringWrapper parts = new ReadOnlyStringWrapper(this, "parts", "");
    private Optional<Question> asked = Optional.empty();

    /** All that the answer depends on. */
    private record Question(Inference inference, int batchSize, Choice optimizer, LoadedData data) {}

    /** What was found, and why it would not fit if so: asking the machine takes longer than a pulse the first time. */
    private record Answer(MemoryNeed need, Optional<String> obstacle) {
        static Answer of(MemoryNeed need) {
            return new Answer(need, need.obstacle());
        }
    }

    MemoryForecast(
            Session session,
            OpenData data,
            ObservableStringValue obstacle,
            ObservableBooleanValue idle,
            List<KernelSet> sets,
            Background background) {
        this.session = session;
        this.data = data;
        this.obstacle = obstacle;
        this.idle = idle;
        options = TrainOptions.with(sets);
        latest = new Latest(background);
        session.documentProperty().addListener((value, old, now) -> refresh());
        obstacle.addListener((value, old, now) -> refresh());
        idle.addListener((value, old, now) -> refresh());
        Texts.follow(this, MemoryForecast::retell);
        refresh();
    }

    /** The sum and its parts; empty while there is none, or it would not fit. */
    ReadOnlyStringProperty partsProperty() {
        return parts.getReadOnlyProperty();
    }

    /** The sum, or why it would not fit; empty while nothing can be trained. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    private void retell() {
        asked = Optional.empty();
        refresh();
    }

    /** A preview does not count, and a run under way is not disturbed. */
    private void refresh() {
        Document document = session.document();
        Optional<LoadedData> loaded = data.loaded();
        if (!document.equals(session.present()) || !idle.get()) {
            return;
        }
        if (loaded.isEmpty() || !obstacle.get().isEmpty()) {
            latest.forget();
            asked = Optional.empty();
            tell("", "");
            return;
        }
        Question question = new Question(
                session.inference(),
                document.training().batchSize(),
                document.training().optimizer(),
                loaded.get());
        if (!asked.equals(Optional.of(question))) {
            asked = Optional.of(question);
            latest.run(
                    () -> Answer.of(MemoryNeed.of(document, question.inference(), question.data(), options)),
                    answer -> tell(
                            answer.obstacle().orElseGet(() -> MemoryText.total(answer.need())),
                            answer.obstacle().isPresent() ? "" : MemoryText.of(answer.need())),
                    this::fail);
        }
    }

    private void fail(Exception failure) {
        LOG.debug("No forecast of the memory", failure);
        tell(failure.getMessage() == null ? "" : failure.getMessage(), "");
    }

    private void tell(String sentence, String sum) {
        text.set(sentence);
        parts.set(sum);
    }
}
