package jimu.app.fx;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How high the lines of a font are. */
final class LineHeight {
    /** In sizes of the font; fonts with Latin letters alone need about 1.2, those with Chinese ones about 1.45. */
    private static final double TALL = 1.3;

    private LineHeight() {}

    /** Whether lines are as high as fonts with Chinese letters have them. */
    static boolean isTall(Font font) {
        Text line = new Text("Ag");
        line.setFont(font);
        return isTall(line.getLayoutBounds().getHeight(), font.getSize());
    }

    /** Whether a line of that height is tall for a font of that size. */
    static boolean isTall(double line, double size) {
        return line > TALL * size;
    }
}
