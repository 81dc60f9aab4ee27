package jimu.app.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.fx.FileKind;
import jimu.app.fx.Latest;
import jimu.app.fx.Picture;
import jimu.app.session.CurrentRun;
import jimu.app.session.LookedAt;
import jimu.app.session.OpenData;
import jimu.app.session.RunFollower;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.data.Preprocessing;
import jimu.engine.data.image.PictureFile;
import jimu.engine.data.image.Pixels;
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
 * A pad to draw on, or to lay a picture from a file on, and what the network makes of it under the weights in use: asked anew, off
 * the JavaFX thread, whenever a stroke goes on. It is also looked at in the inspector. For the JavaFX thread only.
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
    private final Dialogs dialogs;
    private final Latest latest;
    private final Latest reading;
    private final Ink ink = new Ink();
    private final PictureStack stack = new PictureStack();
    private final DoubleProperty brush = new SimpleDoubleProperty(this, "brush", 0.045);
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final BooleanProperty inverted = new SimpleBooleanProperty(this, "inverted");
    private final BooleanProperty centred = new SimpleBooleanProperty(this, "centred");
    private final ReadOnlyBooleanWrapper centring = new ReadOnlyBooleanWrapper(this, "centring");
    private Optional<Document> asked = Optional.empty();
    private Optional<Boolean> wantsInverted = Optional.empty();
    private Optional<Boolean> wantsCentred = Optional.empty();
    private boolean settling;
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

    /** What lies on the pad as the network sees it, and its answer. */
    private record Answer(Seen seen, List<Bar> bars, Optional<Picture> picture) {}

    public DrawViewModel(
            Session session,
            OpenData data,
            CurrentRun current,
            LookedAt looked,
            Background background,
            Dialogs dialogs,
            List<KernelSet> sets) {
        this.session = session;
        this.data = data;
        this.current = current;
        this.looked = looked;
        this.dialogs = dialogs;
        this.sets = sets;
        latest = new Latest(background);
        reading = new Latest(background);
        session.openingsProperty().addListener((value, old, now) -> clear());
        current.follow(this);
        current.loadedProperty().addListener((value, old, now) -> ask());
        data.stateProperty().addListener((value, old, now) -> ask());
        session.documentProperty().addListener((value, old, now) -> {
            if (asked.filter(session.whole()::sameNetwork).isEmpty()) {
                ask();
            }
        });
        inverted.addListener((value, old, now) -> {
            wantsInverted = settling ? wantsInverted : Optional.of(now);
            askUnlessSettling();
        });
        centred.addListener((value, old, now) -> {
            wantsCentred = settling ? wantsCentred : Optional.of(now);
            askUnlessSettling();
        });
        Texts.follow(this, DrawViewModel::tell);
        tell();
    }

    private void tell() {
        message.set(Texts.of("evaluate.draw.empty"));
    }

    private void askUnlessSettling() {
        if (!settling) {
            ask();
        }
    }

    /** Why no picture can be shown to the open network, with what to do; empty if one can. */
    public Optional<String> obstacle() {
        if (!session.openProperty().get()) {
            return Optional.of(Texts.of("evaluate.picture.closed"));
        }
        return DrawnInput.of(session.wholeInference(), data.loaded()).isPresent()
                ? Optional.empty()
                : Optional.of(Texts.of("evaluate.picture.input"));
    }

    /** Lets a person choose a picture to be shown to the network. */
    void choose() {
        dialogs.chooseToOpen(FileKind.PICTURE).map(List::of).ifPresent(this::show);
    }

    /** Shows the first of these pictures that can be read in place of what lies on the pad; that stays if none can. */
    public void show(List<Path> files) {
        show(files.get(0), files, () -> {
            if (files.size() > 1) {
                show(files.subList(1, files.size()));
            }
        });
    }

    /** Shows the picture that lies so many places behind the one on the pad; if it cannot be read it is left out. */
    void step(int by) {
        stack.beside(by).ifPresent(file -> show(file, stack.files(), () -> stack.leaveOut(file)));
    }

    private void show(Path file, List<Path> among, Runnable otherwise) {
        String name = String.valueOf(file.getFileName());
        reading.run(
                () -> Shown.of(name, PictureFile.read(file)),
                picture -> {
                    clear();
                    stack.put(among, among.indexOf(file));
                    shown.set(Optional.of(picture));
                    drawn.set(drawn.get() + 1);
                    ask();
                },
                failure -> {
                    LOG.debug("No picture in {}", file, failure);
                    dialogs.error(String.valueOf(failure.getMessage()));
                    otherwise.run();
                });
    }

    /** Draws on from one place to another, in shares of the pad's side; a picture that lies there is taken away before. */
    void stroke(double fromX, double fromY, double toX, double toY) {
        if (shown.get().isPresent()) {
            clear();
        }
        ink.stroke(fromX, fromY, toX, toY, brush.get());
        drawn.set(drawn.get() + 1);
        ask();
    }

    /** Takes away what lies on the pad. */
    void clear() {
        ink.clear();
        stack.clear();
        shown.set(Optional.empty());
        wantsInverted = Optional.empty();
        wantsCentred = Optional.empty();
        reading.forget();
        forget();
        tell();
        drawn.set(drawn.get() + 1);
    }

    /** Takes away what the network made of it. */
    private void forget() {
        latest.forget();
        bars.clear();
        seen.set(Optional.empty());
        answer.set(Optional.empty());
        looked.leaveDrawing();
    }

    private boolean isEmpty() {
        return ink.isEmpty() && shown.get().isEmpty();
    }

    private void ask() {
        Inference inference = session.wholeInference();
        Optional<DrawnInput> input = DrawnInput.of(inference, data.loaded());
        Document document = session.whole();
        asked = Optional.of(document);
        if (isEmpty() || input.isEmpty()) {
            if (!isEmpty()) {
                forget();
                message.set(Texts.of("evaluate.picture.input"));
            }
            return;
        }
        Preprocessing fitted = input.get()
                .data()
                .map(loaded -> Evaluating.fitted(document, loaded, current))
                .orElseGet(() -> current.preprocessing(Preprocessing.NONE));
        Callable<Seen> sight = sight(input.get(), fitted);
        latest.run(() -> answer(document, inference, fitted, input.get(), sight.call()), this::show, failure -> {
            LOG.debug("No answer to a drawing", failure);
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            message.set(Texts.of("evaluate.failed", String.valueOf(cause.getMessage())));
        });
    }

    /** The way from what lies on the pad now to what the network sees. */
    private Callable<Seen> sight(DrawnInput input, Preprocessing fitted) {
        if (shown.get().isPresent()) {
            Shown picture = shown.get().get();
            Optional<Boolean> invert = wantsInverted;
            Optional<Boolean> centre = wantsCentred;
            return () -> Seen.of(picture, input, input.look(fitted), invert, centre);
        }
        Pixels drawing = ink.pixels();
        return () -> Seen.of(drawing, input, input.look(fitted));
    }

    private Answer answer(Document document, Inference inference, Preprocessing fitted, DrawnInput input, Seen sight) {
        Observed observed = Observer.observe(
                inference,
                Set.of(input.output()),
                current.weights(inference, document.training().seed()).join(),
                sets,
                sight.sample(),
                fitted,
                0);
        Observed.Values values =
                Optional.ofNullable(observed.values().get(input.output())).orElseThrow();
        float[] numbers = values.numbers().clone();
        long[] shape =
                values.type().shape().slice(1, values.type().shape().rank()).sizes();
        if (Picture.fits(shape)) {
            return new Answer(
                    sight, List.of(), Optional.of(Picture.stretched(numbers, (int) shape[1], (int) shape[2])));
        }
        Reading.of(inference, input.output()).apply(numbers, 0, numbers.length, 1);
        return new Answer(sight, bars(numbers, input.classes()), Optional.empty());
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
        if (isEmpty()) {
            return;
        }
        message.set("");
        settling = true;
        inverted.set(now.seen().inverted());
        centred.set(now.seen().centred());
        settling = false;
        centring.set(now.seen().sample().field().type().shape().sizes()[0] == 1);
        seen.set(Optional.of(now.seen().picture()));
        answer.set(now.picture());
        bars.setAll(now.bars());
        looked.draw(now.seen().sample());
    }

    /** The weights are others. */
    @Override
    public void happened(TrainEvent event) {
        if (event instanceof TrainEvent.EpochEnded || event instanceof TrainEvent.Finished) {
            ask();
        }
    }

    /** What lies on the pad. */
    Picture pad() {
        return shown.get().map(Shown::pad).orElseGet(() -> Picture.of(ink.places(), Ink.SIDE, Ink.SIDE, 0, 1));
    }

    /** The picture that lies there, if none is drawn. */
    ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The pictures that were opened together with it. */
    PictureStack stack() {
        return stack;
    }

    /** Whether the network is given that picture's negative: as on the data's paper, until a person chooses. */
    BooleanProperty invertedProperty() {
        return inverted;
    }

    /** Whether it is given only what stands on the picture, as it is given drawings: as with the data, until a person chooses. */
    BooleanProperty centredProperty() {
        return centred;
    }

    /** Whether the network takes pictures of which that can be found. */
    ReadOnlyBooleanProperty centringProperty() {
        return centring.getReadOnlyProperty();
    }

    /** Changes with what lies on the pad. */
    ReadOnlyIntegerProperty drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** The brush's radius in shares of the pad's side. */
    DoubleProperty brushProperty() {
        return brush;
    }

    /** What lies on the pad as the network sees it. */
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
