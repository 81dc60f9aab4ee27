package jimu.app.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The colours and the font that the style sheets give to what is painted; regions without a size take them on. */
final class Swatches extends Group {
    private final Map<String, Region> regions = new HashMap<>();
    private final Text words = new Text();
    private final Map<Integer, Double> widths = new HashMap<>();
    private final Runnable changed;

    /** Calls {@code changed} whenever a colour that was asked for is another now. */
    Swatches(Runnable changed) {
        this.changed = changed;
        setManaged(false);
        setMouseTransparent(true);
        words.getStyleClass().add("painted-name");
        words.fontProperty().addListener((value, old, now) -> {
            widths.clear();
            changed.run();
        });
        getChildren().add(words);
    }

    /** The ground of a region of these style classes. */
    Paint color(String... styles) {
        String key = String.join(" ", styles);
        Region region = regions.get(key);
        if (region == null) {
            region = new Region();
            region.getStyleClass().addAll(List.of(styles));
            regions.put(key, region);
            getChildren().add(region);
            region.applyCss();
            region.backgroundProperty().addListener((value, old, now) -> changed.run());
        }
        Background ground = region.getBackground();
        return ground == null || ground.getFills().isEmpty()
                ? Color.TRANSPARENT
                : ground.getFills().get(0).getFill();
    }

    /** The font of painted names. */
    Font font() {
        return words.getFont();
    }

    /** How wide a character is in that font. */
    double width(int character) {
        return widths.computeIfAbsent(character, one -> {
            words.setText(Character.toString(one));
            return words.getLayoutBounds().getWidth();
        });
    }
}
