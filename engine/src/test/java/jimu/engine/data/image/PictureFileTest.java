package jimu.engine.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import jimu.engine.data.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
    private static final int RED = 0xffff0000;
    private static final int BLUE = 0xff0000ff;

    /** 16 × 8 red pixels in cyan, magenta, yellow and black. */
    private static final String PRINTED =
            "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0O"
                    + "EQ4LCxAWEBETFBUVFQwPFxgWFBgSFBUU/9sAQwEDBAQFBAUJBQUJFA0LDRQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU"
                    + "FBQUFBQUFBQUFBQUFBQUFBQU/8AAFAgACAAQBAERAAIRAQMRAQQRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAICf/EABQQAQAAAAAAAAAA"
                    + "AAAAAAAAAAD/xAAWAQEBAQAAAAAAAAAAAAAAAAAABwn/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AKIXNlU1TAH/"
                    + "2Q==";

    @TempDir
    private Path folder;

    private Path write(BufferedImage image, String format) throws IOException {
        Path file = folder.resolve("picture." + format);
        assertTrue(ImageIO.write(image, format, file.toFile()));
        return file;
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("picture.png"), bytes);
    }

    /** Four rows of red above four of blue. */
    private static BufferedImage flag(int type) {
        BufferedImage image = new BufferedImage(3, 8, type);
        for (int i = 0; i < 24; i++) {
            image.setRGB(i % 3, i / 3, i < 12 ? RED : BLUE);
        }
        return image;
    }

    @ParameterizedTest
    @CsvSource({"png, 1", "png, 2", "png, 5", "png, 13", "bmp, 5", "gif, 13"})
    void coloursAreChannels(String format, int type) throws IOException, DataException {
        Pixels picture = PictureFile.read(write(flag(type), format));
        assertEquals(3, picture.channels());
        assertEquals(8, picture.height());
        assertEquals(3, picture.width());
        float[] expected = new float[72];
        Arrays.fill(expected, 0, 12, 1);
        Arrays.fill(expected, 60, 72, 1);
        assertArrayEquals(expected, picture.values());
    }

    @Test
    void greyOfSixteenBitsKeepsItsNumbers() throws IOException, DataException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_USHORT_GRAY);
        short[] numbers = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(new short[] {0, 0x4000, (short) 0x8000, (short) 0xffff}, 0, numbers, 0, 4);
        Pixels picture = PictureFile.read(write(image, "png"));
        assertEquals(1, picture.channels());
        assertArrayEquals(new float[] {0, 0.25f, 0.5f, 1}, picture.values(), 1e-4f);
    }

    @Test
    void greyOfEightBitsKeepsItsNumbers() throws IOException, DataException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        byte[] numbers = new byte[64];
        Arrays.fill(numbers, (byte) 51);
        image.getRaster().setDataElements(0, 0, 8, 8, numbers);
        float[] expected = new float[64];
        Arrays.fill(expected, 0.2f);
        assertArrayEquals(expected, PictureFile.read(write(image, "png")).values(), 1e-6f);
        assertArrayEquals(expected, PictureFile.read(write(image, "jpg")).values(), 0.01f);
    }

    @Test
    void aPaletteOfGreysIsGrey() throws IOException, DataException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(1, 0, 0xffffffff);
        Pixels picture = PictureFile.read(write(image, "png"));
        assertEquals(1, picture.channels());
        assertArrayEquals(new float[] {0, 1}, picture.values());
    }

    @Test
    void whatIsTransparentIsWhite() throws IOException, DataException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 0, 0x80000000);
        image.setRGB(2, 0, 0xff000000);
        Pixels picture = PictureFile.read(write(image, "png"));
        assertArrayEquals(new float[] {1, 127 / 255f, 0}, picture.grey().values(), 1e-6f);
    }

    @Test
    void theColoursOfPrintBecomeThoseOfAScreen() throws IOException, DataException {
        Pixels picture = PictureFile.read(write(Base64.getDecoder().decode(PRINTED)));
        assertEquals(3, picture.channels());
        assertEquals(16, picture.width());
        assertArrayEquals(
                new float[] {1, 0, 0},
                new float[] {picture.values()[0], picture.values()[128], picture.values()[256]},
                0.15f);
    }

    @ParameterizedTest
    @CsvSource({"1, 0123", "2, 1032", "3, 3210", "4, 2301", "5, 0213", "6, 2031", "7, 3120", "8, 1302"})
    void aPhotographStandsAsItsCameraSays(int orientation, String corners) throws IOException, DataException {
        BufferedImage image = new BufferedImage(16, 32, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 16 * 32; i++) {
            int right = i % 16 / 8;
            int below = i / 256;
            image.getRaster().setSample(i % 16, i / 16, 0, 85 * (2 * below + right));
        }
        byte[] plain = Files.readAllBytes(write(image, "jpg"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(plain, 0, 2);
        out.writeShort(0xffe1);
        out.writeShort(34);
        out.writeBytes("Exif\0\0MM\0*");
        out.writeInt(8);
        out.writeShort(1);
        out.writeShort(0x0112);
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(orientation);
        out.writeShort(0);
        out.writeInt(0);
        out.write(plain, 2, plain.length - 2);
        Pixels picture = PictureFile.read(write(bytes.toByteArray()));
        assertEquals(orientation < 5 ? 32 : 16, picture.height());
        assertEquals(orientation < 5 ? 16 : 32, picture.width());
        int last = picture.values().length - 1;
        int[] places = {0, picture.width() - 1, last - picture.width() + 1, last};
        String found = Arrays.stream(places)
                .mapToObj(place -> String.valueOf(Math.round(3 * picture.values()[place])))
                .collect(Collectors.joining());
        assertEquals(corners, found);
    }

    @Test
    void ofALargePictureEverySecondPixelIsRead() throws IOException, DataException {
        BufferedImage image = new BufferedImage(4000, 3000, BufferedImage.TYPE_BYTE_GRAY);
        Pixels picture = PictureFile.read(write(image, "png"));
        assertEquals(2000, picture.width());
        assertEquals(1500, picture.height());
    }

    @ParameterizedTest
    @CsvSource({"2000000000, 2000000000", "60000, 60000", "1, 70000"})
    void aPictureThatSaysItIsHugeIsNotBegun(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504e470d0a1a0aL);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream size = new DataOutputStream(header);
        size.writeBytes("IHDR");
        size.writeInt(width);
        size.writeInt(height);
        size.write(new byte[] {8, 6, 0, 0, 0});
        out.writeInt(13);
        out.write(header.toByteArray());
        CRC32 sum = new CRC32();
        sum.update(header.toByteArray());
        out.writeInt((int) sum.getValue());
        Path file = write(bytes.toByteArray());
        assertEquals(
                "\"" + file + "\" is a picture of " + width + " × " + height
                        + " pixels; at most 100 million can be read, and 65535 along a side. Make it smaller.",
                sentence(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void aFileThatEndsTooEarlyIsDamaged(String format) throws IOException {
        BufferedImage image = new BufferedImage(90, 70, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 90 * 70; i++) {
            image.setRGB(i % 90, i / 90, i * 77_777);
        }
        byte[] whole = Files.readAllBytes(write(image, format));
        Path file = write(Arrays.copyOf(whole, whole.length / 2));
        assertEquals(
                "\"" + file + "\" is damaged: its picture cannot be read to the end. Get the file again, or save the"
                        + " picture anew.",
                sentence(file));
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        Path file = write("a letter".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "\"" + file + "\" holds no picture that can be read here: it should be PNG, JPEG, GIF or BMP. Save it"
                        + " as one of these.",
                sentence(file));
        Path missing = folder.resolve("missing.png");
        assertEquals("There is no file \"" + missing + "\".", sentence(missing));
        assertEquals("There is no file \"" + folder + "\".", sentence(folder));
    }

    private static String sentence(Path file) {
        return String.valueOf(
                assertThrows(DataException.class, () -> PictureFile.read(file)).getMessage());
    }
}
