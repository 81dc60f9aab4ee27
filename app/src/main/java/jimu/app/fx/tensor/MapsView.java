package jimu.app.fx.tensor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jimu.app.fx.PictureView;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;

/** The maps of a tensor side by side, with what their shades mean; a click on one chooses it. */
public final class MapsView extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int SMALL = 8;
    private static final double SMALL_SIDE = 32;
    private static final double SIDE = 56;
    private static final double WIDEST = 280;
    private static final double HIGHEST = 140;
    private static final double GAP = 1;
    private static final double FRAME = 4;
    private static final double ROWS = 2.4;
    private static final double BAR = 14;
    private static final double LEGEND = 64;

    private final GridView<Integer> grid = new GridView<>();
    private final Box box = new Box();
    private final Label count = new Label();
    private final Label low = new Label();
    private final Label high = new Label();
    private final PictureView shades = new PictureView(LEGEND);
    private final Tooltip tip = new Tooltip();
    private final Consumer<List<Integer>> pick;
    private Optional<TensorMaps> maps = Optional.empty();
    private int all;
    private List<Integer> chosen = List.of();

    /** Tells {@code pick} the places of a map that is clicked on. */
    public MapsView(Consumer<List<Integer>> pick) {
        this.pick = pick;
        setId("tensors-maps");
        getStyleClass().add("maps");
        grid.setCellFactory(view -> new MapCell());
        grid.setHorizontalCellSpacing(GAP);
        grid.setVerticalCellSpacing(GAP);
        grid.getStyleClass().add("maps-grid");
        HBox legend = new HBox(count, low, shades, high);
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        legend.getStyleClass().add("maps-legend");
        getChildren().addAll(legend, box);
        grid.setMinHeight(0);
        Tooltip.install(grid, tip);
    }

    /** Shows maps, of which the one at {@code places} is chosen. */
    public void show(TensorMaps now, List<Integer> places) {
        maps = Optional.of(now);
        all = now.count();
        chosen = places;
        count.setText(Texts.of(now.count() == 1 ? "tensors.map" : "tensors.maps", Numbers.grouped(now.count())));
        low.setText(Numbers.measured(now.shades().low()));
        high.setText(Numbers.measured(now.shades().high()));
        shades.show(now.shades().legend());
        if (now.count() == 1) {
            PictureView single = new PictureView(longerSide(now));
            StackPane.setAlignment(single, Pos.CENTER_LEFT);
            single.show(now.picture(0));
            box.getChildren().setAll(single);
            return;
        }
        double side = side(now);
        if (grid.getItems().size() != all || grid.getCellWidth() != side + FRAME) {
            grid.setCellWidth(side + FRAME);
            grid.setCellHeight(side + FRAME);
            grid.setItems(FXCollections.observableList(new Counting(all)));
        }
        cells().forEach(MapCell::draw);
        if (!box.getChildren().contains(grid)) {
            box.getChildren().setAll(grid);
        }
        box.requestLayout();
    }

    /** Marks another map. */
    public void mark(List<Integer> places) {
        chosen = places;
        cells().forEach(MapCell::mark);
    }

    private Stream<MapCell> cells() {
        return grid.lookupAll(".map-cell").stream()
                .filter(MapCell.class::isInstance)
                .map(MapCell.class::cast);
    }

    /** The room for a picture on its own, so that it is neither too wide nor too high. */
    private static double longerSide(TensorMaps map) {
        return map.height() >= map.width() ? HIGHEST : Math.min(WIDEST, HIGHEST * map.width() / map.height());
    }

    private static double side(TensorMaps maps) {
        return Math.max(maps.height(), maps.width()) <= SMALL ? SMALL_SIDE : SIDE;
    }

    /** As high as the rows that its width leads to, up to a few. */
    private final class Box extends StackPane {
        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            if (maps.isEmpty() || maps.get().count() == 1) {
                return super.computePrefHeight(width);
            }
            double cell = grid.getCellWidth() + 2 * GAP;
            double columns = Math.max(1, Math.floor((width - BAR) / cell));
            double rows = Math.ceil(maps.get().count() / columns);
            double most = grid.getCellWidth() < SIDE ? 2 * ROWS : ROWS;
            return Math.ceil(Math.min(rows, most) * cell) + GAP;
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected double computeMaxHeight(double width) {
            return computePrefHeight(width);
        }
    }

    private final class MapCell extends GridCell<Integer> {
        private final PictureView picture = new PictureView(SIDE);

        MapCell() {
            getStyleClass().add("map-cell");
            setGraphic(picture);
            setOnMouseEntered(event -> tip.setText(
                    !isThere() ? "" : maps.orElseThrow().index(getItem()).toString()));
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    maps.ifPresent(all -> pick.accept(all.index(getItem())));
                }
            });
        }

        @Override
        protected void updateItem(Integer map, boolean empty) {
            super.updateItem(map, empty);
            draw();
        }

        void draw() {
            boolean there = isThere();
            picture.setVisible(there);
            if (there) {
                picture.show(maps.orElseThrow().picture(getItem()), side(maps.orElseThrow()));
                mark();
            }
        }

        /** While the grid changes its items, a cell may still hold the number of a map that the present tensor has not. */
        private boolean isThere() {
            return !isEmpty() && getItem() < all;
        }

        void mark() {
            pseudoClassStateChanged(
                    CHOSEN, isThere() && maps.orElseThrow().index(getItem()).equals(chosen));
        }
    }
}
