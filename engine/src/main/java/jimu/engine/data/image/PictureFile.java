package jimu.engine.data.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import jimu.engine.data.DataException;

/**
 * Reads a picture from a PNG, JPEG, GIF or BMP file, the first one where there are several: turned as its camera says, and on white
 * where it is transparent. Whatever is wrong with a file is told in a sentence.
 */
public final class PictureFile {
    /** The endings that such files have. */
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    /** The endings of pictures that cannot be read. */
    private static final Set<String> STRANGE = Set.of("webp", "tif", "tiff", "heic", "avif", "svg");

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");

    /** The longest side, which is JPEG's. */
    private static final int LONGEST = 65_535;

    /** The most pixels that a file may have. */
    private static final long MOST = 100_000_000;

    /** The most pixels that are read: of larger pictures every second one of every second row, or fewer. */
    private static final long READ = 4_000_000;

    /** How the decoder of JPEG says that a file ends too early. */
    private static final String CUT = "Corrupt JPEG data: premature end";

    private PictureFile() {}

    /** Whether a file's name is that of such a picture. */
    public static boolean isPicture(Path file) {
        return ENDINGS.contains(ending(file));
    }

    /** Whether a file's name is that of a picture of another kind, which cannot be read. */
    public static boolean isStrangePicture(Path file) {
        return STRANGE.contains(ending(file));
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The picture in a file; takes up to seconds for large ones. */
    public static Pixels read(Path file) throws DataException {
        if (!Files.isRegularFile(file)) {
            throw new DataException("picture.missing", file);
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            if (input == null) {
                throw new DataException("picture.missing", file);
            }
            ImageReader reader = reader(input).orElseThrow(() -> new DataException("picture.format", file));
            Turn turn = Turn.of(input);
            try {
                reader.setInput(input, true, true);
                return turn.apply(read(reader, file));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // the JDK's decoders throw nearly anything at bytes that make no sense
            throw new DataException("picture.broken", file);
        }
    }

    private static Optional<ImageReader> reader(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    private static Pixels read(ImageReader reader, Path file) throws IOException, DataException {
        long height = reader.getHeight(0);
        long width = reader.getWidth(0);
        if (height > LONGEST || width > LONGEST || height * width > MOST) {
            throw new DataException("picture.large", file, width, height, LONGEST, MOST / 1_000_000);
        }
        int step = (int) Math.ceil(Math.sqrt((double) height * width / READ));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage image = reader.read(0, parameters);
        if (warnings.stream().anyMatch(warning -> warning.startsWith(CUT))) {
            throw new DataException("picture.broken", file);
        }
        return numbers(image);
    }

    /** Numbers are taken as they stand in the file: Java's own way from grey to colours would brighten them. */
    private static Pixels numbers(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        int space = colors.getColorSpace().getType();
        boolean grey = space == ColorSpace.TYPE_GRAY;
        if (colors instanceof IndexColorModel || (!grey && space != ColorSpace.TYPE_RGB)) {
            return converted(image);
        }
        int height = image.getHeight();
        int width = image.getWidth();
        int channels = grey ? 1 : 3;
        int size = height * width;
        float[] values = new float[channels * size];
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        float[] row = new float[width * bands];
        float[] most = new float[bands];
        for (int band = 0; band < bands; band++) {
            most[band] = (1 << raster.getSampleModel().getSampleSize(band)) - 1;
        }
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                float alpha = colors.hasAlpha() ? row[at + bands - 1] / most[bands - 1] : 1;
                for (int channel = 0; channel < channels; channel++) {
                    values[channel * size + y * width + x] = onWhite(row[at + channel] / most[channel], alpha);
                }
            }
        }
        return new Pixels(channels, height, width, values);
    }

    /** Pictures with a palette, and those in the colours of print. */
    private static Pixels converted(BufferedImage image) {
        int height = image.getHeight();
        int width = image.getWidth();
        int size = height * width;
        float[] values = new float[3 * size];
        boolean grey = true;
        for (int i = 0; i < size; i++) {
            int argb = image.getRGB(i % width, i / width);
            float alpha = (argb >>> 24) / 255f;
            for (int channel = 0; channel < 3; channel++) {
                values[channel * size + i] = onWhite((argb >> (16 - 8 * channel) & 255) / 255f, alpha);
            }
            grey &= (argb >> 16 & 255) == (argb >> 8 & 255) && (argb >> 8 & 255) == (argb & 255);
        }
        Pixels colored = new Pixels(3, height, width, values);
        return grey ? colored.grey() : colored;
    }

    private static float onWhite(float value, float alpha) {
        return alpha * value + (1 - alpha);
    }
}
