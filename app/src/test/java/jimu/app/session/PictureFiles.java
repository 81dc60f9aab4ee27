package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Files of pictures for tests. */
public final class PictureFiles {
    private PictureFiles() {}

    /** Writes a dark upright bar at the left of a light sheet, 60 × 40 pixels, as a PNG file. */
    public static Path bar(Path file) throws IOException {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < 40; row++) {
            for (int column = 0; column < 60; column++) {
                boolean bar = column >= 5 && column < 11 && row >= 8 && row < 32;
                image.getRaster().setSample(column, row, 0, bar ? 20 : 230);
            }
        }
        return write(image, file);
    }

    /** Writes a black square with a single white pixel near its corner, as a PNG file. */
    public static Path corner(Path file, int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(1, 1, 0, 255);
        return write(image, file);
    }

    /** Writes 10 × 10 red pixels as a PNG file. */
    public static Path red(Path file) throws IOException {
        BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 100; i++) {
            image.setRGB(i % 10, i / 10, 0xff0000);
        }
        return write(image, file);
    }

    private static Path write(BufferedImage image, Path file) throws IOException {
        assertTrue(ImageIO.write(image, "png", file.toFile()));
        return file;
    }
}
