package jimu.app.fx;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Draws a picture, each of its pixels a sharp square. */
public final class PictureView extends ImageView {
    private double side;

    /** A view of pictures whose longer side is to take about {@code side} pixels. */
    public PictureView(double side) {
        this.side = side;
        setSmooth(false);
        setPreserveRatio(true);
    }

    /** Draws another picture, its longer side about {@code newSide} pixels. */
    public void show(Picture picture, double newSide) {
        side = newSide;
        show(picture);
    }

    /** Draws another picture. */
    public void show(Picture picture) {
        int longer = Math.max(picture.width(), picture.height());
        int factor = (int) Math.max(1, Math.floor(side / longer));
        WritableImage image = new WritableImage(picture.width() * factor, picture.height() * factor);
        int[] row = new int[picture.width() * factor];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = picture.argb()[y * picture.width() + x / factor];
            }
            for (int repeat = 0; repeat < factor; repeat++) {
                image.getPixelWriter()
                        .setPixels(
                                0,
                                y * factor + repeat,
                                row.length,
                                1,
                                PixelFormat.getIntArgbInstance(),
                                row,
                                0,
                                row.length);
            }
        }
        setImage(image);
        setFitWidth(longer > side ? side * picture.width() / longer : 0);
    }
}
