package jimu.app.fx;

import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import jimu.app.text.Texts;

/** Controls whose text is always the one under a key, in whatever language is spoken. */
public final class Words {
    private static final Pattern UNIT = Pattern.compile("(?<=\\d) (?=(?:[kMG]?B|%|m?s)(?![\\p{L}\\d]))");

    private Words() {}

    /** A label. */
    public static Label label(String key) {
        return in(new Label(), key);
    }

    /** A tooltip. */
    public static Tooltip tooltip(String key) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(Texts.bound(key));
        return tooltip;
    }

    /** The text with its numbers tied to their units, for a label that may break it into lines. */
    public static String unbroken(String text) {
        return UNIT.matcher(text).replaceAll("\u00a0");
    }

    /** The control, with the text in it. */
    public static <T extends Labeled> T in(T control, String key) {
        control.textProperty().bind(Texts.bound(key));
        return control;
    }
}
