package jimu.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.Background;
import jimu.app.fx.Latest;
import jimu.app.fx.Picture;
import jimu.app.session.CurrentRun;
import jimu.app.session.DrawnPicture;
import jimu.app.session.LookedAt;
import jimu.app.session.OpenData;
import jimu.app.session.RunFollower;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.evaluate.Reading;
import jimu.engine.graph.Document;
import jimu.engine.infer.Inference;
import jimu.engine.runtime.KernelSet;
import jimu.engine.train.Observed;
import jimu.engine.train.Observer;
import jimu.engine.train.TrainEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pad to draw on, and what the network makes of the drawing under the weights in use: asked anew, off the JavaFX thread, whenever
 * a stroke goes on. The drawing is also looked at in the inspector. For the JavaFX thread only.
 */
public final class DrawViewModel implements RunFollower {
    private static final Logger LOG = LoggerFactory.getLogger(DrawViewModel.class);

    /** No more numbers than this are shown as bars. */
    private static final int MOST_BARS = 100;

    private final Session session;
    private final OpenData data;
    private final CurrentRun current;
    private final LookedAt looked;
    private final List<KernelSet> sets;
    private final Latest latest;
    private final Ink ink = new Ink();
    private final DoubleProperty brush = new SimpleDoubleProperty(this, "brush", 0.045);
    private final ReadOnlyIntegerWrapper drawn = new ReadOnlyIntegerWrapper(this, "drawn");
    private final ReadOnlyObjectWrapper<Optional<Picture>> seen =
            new ReadOnlyObjectWrapper<>(this, "seen", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Picture>> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Optional.empty());
    private final ObservableList<Bar> bars = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    /**
     * What the network says of one class.
     *
     * @param name the class
     * @param share its probability, or its number where there are none
     * @param best whether none is larger
     */
    record Bar(String name, float share, boolean best) {}

    /** A drawing as the network sees it, and its answer. */
    private record Answer(DrawnPicture sample, List<Bar> bars, Optional<Picture> picture) {}

    public DrawViewModel(
            Session session,
            OpenData data,
            CurrentRun current,
            LookedAt looked,
            Background background,
            List<KernelSet> sets) {
        this.session = session;
        this.data = data;
        this.current = current;
        this.looked = looked;
        this.sets = sets;
        latest = new Latest(background);
        session.openingsProperty().addListener((value, old, now) -> clear());
        current.follow(this);
        current.loadedProperty().addListener((value, old, now) -> ask());
        Texts.follow(this, DrawViewModel::tell);
        tell();
    }

    private void tell() {
        message.set(Texts.of("evaluate.draw.empty"));
    }

    /** Draws on from one place to another, in shares of the pad's side. */
    void stroke(double fromX, double fromY, double toX, double toY) {
        ink.stroke(fromX, fromY, toX, toY, brush.get());
        drawn.set(drawn.get() + 1);
        ask();
    }

    /** Takes the drawing away. */
    void clear() {
        ink.clear();
        latest.forget();
        bars.clear();
        seen.set(Optional.empty());
        answer.set(Optional.empty());
        looked.leaveDrawing();
        tell();
        drawn.set(drawn.get() + 1);
    }

    private void ask() {
        Optional<LoadedData> loaded = data.loaded();
        Inference inference = session.wholeInference();
        Optional<DrawnInput> input = loaded.flatMap(there -> DrawnInput.of(inference, there));
        if (ink.isEmpty() || input.isEmpty()) {
            return;
        }
        float[] picture = ink.picture(input.get().height(), input.get().width());
        Document document = session.whole();
        Preprocessing fitted = Evaluating.fitted(document, loaded.get(), current);
        latest.run(
                () -> answer(document, inference, loaded.get(), fitted, input.get(), picture), this::show, failure -> {
                    LOG.debug("No answer to a drawing", failure);
                    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                    message.set(Texts.of("evaluate.failed", String.valueOf(cause.getMessage())));
                });
    }

    private Answer answer(
            Document document,
            Inference inference,
            LoadedData loaded,
            Preprocessing fitted,
            DrawnInput input,
            float[] picture) {
        DrawnPicture sample = new DrawnPicture(input.field(), input.raw(picture, loaded.train()));
        Observed observed = Observer.observe(
                inference,
                Set.of(input.output()),
                current.weights(inference, document.training().seed()).join(),
                sets,
                sample,
                fitted,
                0);
        Observed.Values values =
                Optional.ofNullable(observed.values().get(input.output())).orElseThrow();
        float[] numbers = values.numbers().clone();
        long[] shape =
                values.type().shape().slice(1, values.type().shape().rank()).sizes();
        if (Picture.fits(shape)) {
            return new Answer(
                    sample, List.of(), Optional.of(Picture.stretched(numbers, (int) shape[1], (int) shape[2])));
        }
        Reading.of(inference, input.output()).apply(numbers, 0, numbers.length, 1);
        return new Answer(sample, bars(numbers, input.classes()), Optional.empty());
    }

    private static List<Bar> bars(float[] numbers, List<String> classes) {
        List<Bar> bars = new ArrayList<>();
        int best = 0;
        for (int i = 1; i < numbers.length; i++) {
            best = numbers[i] > numbers[best] ? i : best;
        }
        for (int i = 0; i < Math.min(MOST_BARS, numbers.length); i++) {
            String name = i < classes.size() ? classes.get(i) : Integer.toString(i);
            bars.add(new Bar(name, numbers[i], i == best));
        }
        return bars;
    }

    private void show(Answer now) {
        if (ink.isEmpty()) {
            return;
        }
        message.set("");
        Picture picture = Picture.stretched(
                now.sample().numbers(),
                (int) now.sample().field().type().shape().sizes()[1],
                (int) now.sample().field().type().shape().sizes()[2]);
        seen.set(Optional.of(picture));
        answer.set(now.picture());
        bars.setAll(now.bars());
        looked.draw(now.sample());
    }

    /** The weights are others. */
    @Override
    public void happened(TrainEvent event) {
        if (event instanceof TrainEvent.EpochEnded || event instanceof TrainEvent.Finished) {
            ask();
        }
    }

    /** What is on the pad. */
    Ink ink() {
        return ink;
    }

    /** Changes with every stroke and when the pad is cleared. */
    ReadOnlyIntegerProperty drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** The brush's radius in shares of the pad's side. */
    DoubleProperty brushProperty() {
        return brush;
    }

    /** The drawing as the network sees it. */
    ReadOnlyObjectProperty<Optional<Picture>> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** The network's answer where that is a picture. */
    ReadOnlyObjectProperty<Optional<Picture>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** The network's answer where that is a number for each class. */
    ObservableList<Bar> bars() {
        return bars;
    }

    /** What to do, or what went wrong. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
