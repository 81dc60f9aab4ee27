package jimu.app.canvas;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import jimu.app.canvas.InsertSearch.Offer;
import jimu.app.fx.SearchBox;
import jimu.engine.graph.Position;
import org.jspecify.annotations.Nullable;

/** The search for a layer, shown where the layer is to go. */
final class InsertSearchView {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final int ROWS = 9;
    private static final double EDGE = 8;

    private final Region canvas;
    private final Insertion insertion;
    private final Viewport viewport;
    private final SearchBox<Offer> box =
            new SearchBox<>(SearchBox.Ids.of("insert"), ROWS, view -> new OfferCell(), offer -> true);

    /** Shown in front of {@code canvas}, which has the keyboard afterwards. */
    InsertSearchView(Region canvas, Insertion insertion, Viewport viewport) {
        this.canvas = canvas;
        this.insertion = insertion;
        this.viewport = viewport;
        insertion.searchProperty().addListener((value, old, now) -> show(now));
    }

    SearchBox<Offer> box() {
        return box;
    }

    private void show(Optional<InsertSearch> search) {
        if (search.isEmpty()) {
            box.close();
            return;
        }
        InsertSearch now = search.get();
        box.open(now.prompt(), now::find, this::take);
        box.applyCss();
        box.autosize();
        Position at = viewport.toWindow(now.place());
        box.relocate(
                Math.max(EDGE, Math.min(at.x(), viewport.width() - box.getWidth() - EDGE)),
                Math.max(EDGE, Math.min(at.y(), viewport.height() - box.getHeight() - EDGE)));
    }

    private void take(Optional<Offer> answer) {
        insertion.end(answer);
        if (answer.isPresent()) {
            canvas.requestFocus();
        }
    }

    private static final class OfferCell extends ListCell<Offer> {
        private final Region chip = new Region();
        private final Label type = new Label();
        private final Label about = new Label();
        private final HBox row = new HBox(chip, type, about);

        OfferCell() {
            row.getStyleClass().add("commands-row");
            chip.getStyleClass().add("palette-chip");
            about.getStyleClass().add("text-muted");
            type.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(about, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            getStyleClass().removeIf(style -> style.startsWith("category-"));
            if (empty || offer == null) {
                setGraphic(null);
                setId(null);
                return;
            }
            type.setText(offer.entry().title());
            about.setText(offer.about().replaceAll("\\s+", " "));
            setId("insert-" + offer.entry().title());
            getStyleClass().add("category-" + offer.entry().category());
            pseudoClassStateChanged(MARKED, !offer.fits());
            setGraphic(row);
        }
    }
}
