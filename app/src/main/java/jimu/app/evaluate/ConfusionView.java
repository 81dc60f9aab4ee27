package jimu.app.evaluate;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import jimu.app.fx.LazyDrawing;
import jimu.app.fx.Words;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.evaluate.Classification;
import jimu.engine.evaluate.CondensedConfusion;
import jimu.engine.evaluate.ConfusionMatrix;
import jimu.engine.evaluate.Matching;
import org.controlsfx.control.SegmentedButton;

/** The confusion matrix as a grid whose cells are the stronger the more there are; a click on a cell shows its samples. */
final class ConfusionView extends BorderPane {
    /** No more rows are shown: of more classes those with the fewest mistakes share one. */
    private static final int LARGEST = 30;

    /** So few classes do not fill the room: their cells have a size of their own. */
    private static final int FEW = 6;

    /** Longer names ask for wider columns. */
    private static final int SHORT = 3;

    private final EvaluateViewModel model;
    private final SamplesViewModel samples;
    private final GridPane grid = new GridPane();
    private final Label hint = new Label();
    private final ToggleButton shares = Words.in(new ToggleButton(), "evaluate.shares");
    private final LazyDrawing lazy = new LazyDrawing(this, this::draw);

    ConfusionView(EvaluateViewModel model, SamplesViewModel samples) {
        this.model = model;
        this.samples = samples;
        setId("evaluate-confusion");
        ToggleButton counts = Words.in(new ToggleButton(), "evaluate.counts");
        counts.setSelected(true);
        shares.setId("evaluate-shares");
        SegmentedButton choice = new SegmentedButton(counts, shares);
        ToggleGroup group = choice.getToggleGroup();
        group.selectedToggleProperty().addListener((value, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            } else {
                lazy.draw();
            }
        });
        choice.setMinWidth(USE_PREF_SIZE);
        hint.setId("evaluate-confusion-hint");
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        HBox bar = new HBox(choice, hint);
        bar.getStyleClass().add("evaluate-bar");
        grid.getStyleClass().add("confusion");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        setTop(bar);
        setCenter(scroll);
        model.evaluatedProperty().addListener((value, old, now) -> lazy.draw());
        Texts.follow(this, view -> view.lazy.draw());
        lazy.draw();
    }

    private void draw() {
        grid.getChildren().clear();
        Optional<Evaluated> evaluated = model.evaluatedProperty().get();
        evaluated
                .flatMap(Evaluated::classes)
                .map(Classification::confusion)
                .or(() -> evaluated.flatMap(Evaluated::pairs).map(Matching::confusion))
                .ifPresent(this::draw);
    }

    private void draw(ConfusionMatrix whole) {
        CondensedConfusion condensed = CondensedConfusion.of(whole, LARGEST, Texts.of("evaluate.confusion.others"));
        ConfusionMatrix matrix = condensed.matrix();
        int others = condensed.others(whole);
        hint.setText(
                others == 0
                        ? Texts.of("evaluate.confusion.hint")
                        : Texts.of(
                                "evaluate.confusion.condensed",
                                Numbers.grouped(condensed.kept().size()),
                                Numbers.grouped(others)));
        int size = matrix.classes().size();
        grid.pseudoClassStateChanged(PseudoClass.getPseudoClass("few"), size <= FEW);
        grid.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("named"), matrix.classes().stream().anyMatch(name -> name.length() > SHORT));
        long most = 1;
        for (int truth = 0; truth < size; truth++) {
            for (int choice = 0; choice < size; choice++) {
                most = Math.max(most, matrix.count(truth, choice));
            }
        }
        Label corner = new Label(Texts.of("evaluate.confusion.axes"));
        corner.getStyleClass().addAll("text-muted", "confusion-corner");
        corner.setWrapText(true);
        grid.add(corner, 0, 0);
        for (int c = 0; c < size; c++) {
            grid.add(heading(matrix.classes().get(c), "confusion-column"), c + 1, 0);
            grid.add(heading(matrix.classes().get(c), "confusion-row"), 0, c + 1);
        }
        for (int truth = 0; truth < size; truth++) {
            for (int choice = 0; choice < size; choice++) {
                Node cell = cell(matrix, new Cell(truth, choice), most);
                if (Math.max(truth, choice) < condensed.kept().size()) {
                    Cell place = new Cell(
                            condensed.kept().get(truth), condensed.kept().get(choice));
                    cell.setOnMouseClicked(event -> samples.show(place));
                }
                grid.add(cell, choice + 1, truth + 1);
            }
        }
    }

    private static Label heading(String name, String style) {
        Label label = new Label(name);
        label.getStyleClass().add(style);
        label.setTooltip(new Tooltip(name));
        return label;
    }

    private Node cell(ConfusionMatrix matrix, Cell place, long most) {
        long count = matrix.count(place.truth(), place.choice());
        double share = matrix.share(place.truth(), place.choice());
        double strength = shares.isSelected() ? share : (double) count / most;
        Region ground = new Region();
        ground.getStyleClass().add(place.truth() == place.choice() ? "confusion-right" : "confusion-wrong");
        ground.setOpacity(count == 0 ? 0 : 0.15 + 0.85 * Math.sqrt(strength));
        Label number = new Label(text(count, share));
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.getStyleClass().add(strength > 0.4 ? "confusion-strong" : "confusion-number");
        StackPane cell = new StackPane(ground, number);
        Priority growing = matrix.classes().size() > FEW ? Priority.ALWAYS : Priority.NEVER;
        GridPane.setHgrow(cell, growing);
        GridPane.setVgrow(cell, growing);
        cell.getStyleClass().add("confusion-cell");
        Tooltip.install(
                cell,
                new Tooltip(Texts.of(
                        "evaluate.confusion.cell",
                        matrix.classes().get(place.truth()),
                        matrix.classes().get(place.choice()),
                        Numbers.grouped(count),
                        Numbers.percent(share))));
        return cell;
    }

    private String text(long count, double share) {
        if (count == 0) {
            return "";
        }
        return shares.isSelected() ? Math.round(100 * share) + " %" : Long.toString(count);
    }
}
