package jimu.app.evaluate;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.fx.Background;
import jimu.app.fx.Latest;
import jimu.app.fx.plot.Plot;
import jimu.app.session.LookedAt;
import jimu.app.text.Texts;
import jimu.engine.evaluate.Regression;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works out the plot of the chapter that is looked at. For the JavaFX thread only. */
public final class PlotsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(PlotsViewModel.class);

    private final EvaluateViewModel model;
    private final Latest latest;
    private final LookedAt looked;
    private final ReadOnlyObjectWrapper<Plot> plot = new ReadOnlyObjectWrapper<>(this, "plot", Plot.EMPTY);

    /** Follows the results of {@code model}; samples that are clicked on are looked at. */
    public PlotsViewModel(EvaluateViewModel model, Background background, LookedAt looked) {
        this.model = model;
        this.looked = looked;
        latest = new Latest(background);
        model.evaluatedProperty().addListener((value, old, now) -> refresh());
        model.chapterProperty().addListener((value, old, now) -> refresh());
        Texts.follow(this, PlotsViewModel::refresh);
    }

    private void refresh() {
        Optional<Evaluated> evaluated = model.evaluatedProperty().get();
        Optional<Chapter> chapter = model.chapterProperty().get();
        if (evaluated.isEmpty() || chapter.isEmpty()) {
            latest.forget();
            plot.set(Plot.EMPTY);
            return;
        }
        latest.run(
                () -> ChapterPlots.of(evaluated.get(), chapter.get()),
                plot::set,
                failure -> LOG.warn("No plot of {}", chapter.get(), failure));
    }

    /** The plot. */
    ReadOnlyObjectProperty<Plot> plotProperty() {
        return plot.getReadOnlyProperty();
    }

    /** Looks at the sample behind a point of the plot, if there is one. */
    void pick(int line, int point) {
        Optional<Evaluated> evaluated = model.evaluatedProperty().get();
        boolean scatter = model.chapterProperty().get().equals(Optional.of(Chapter.PREDICTED)) && line == 1;
        if (scatter && evaluated.isPresent() && evaluated.get().numbers().isPresent()) {
            Regression numbers = evaluated.get().numbers().get();
            int place = ChapterPlots.spread(numbers.answers().length)[point];
            looked.look(evaluated.get().evaluation().part(), numbers.kept().sample(place));
        }
    }
}
