package jimu.engine.data.image;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * How a picture is to be turned so that it stands upright, which cameras note in a JPEG file's Exif part (CIPA DC-008, tag
 * Orientation).
 *
 * @param swapped whether rows and columns change places
 * @param fromRight whether a line begins at its right end, after that
 * @param fromBelow whether the lowest row comes first, after that
 */
record Turn(boolean swapped, boolean fromRight, boolean fromBelow) {
    static final Turn NONE = new Turn(false, false, false);

    private static final int START = 0xffd8;
    private static final int LEAST = 0xffc0;
    private static final int APP1 = 0xffe1;
    private static final int SCAN = 0xffda;
    private static final int EXIF = 0x45786966;
    private static final int ORIENTATION = 0x0112;

    /** What a file says, if it does; leaves {@code input} where it was. */
    static Turn of(ImageInputStream input) throws IOException {
        long begin = input.getStreamPosition();
        ByteOrder order = input.getByteOrder();
        try {
            return read(input);
        } catch (IOException e) {
            // a file that ends in the middle of this is told of when its pixels are read
            return NONE;
        } finally {
            input.setByteOrder(order);
            input.seek(begin);
        }
    }

    private static Turn read(ImageInputStream input) throws IOException {
        input.setByteOrder(ByteOrder.BIG_ENDIAN);
        if (input.readUnsignedShort() != START) {
            return NONE;
        }
        int marker = input.readUnsignedShort();
        while (marker >= LEAST && marker != SCAN) {
            long next = input.getStreamPosition() + input.readUnsignedShort();
            if (marker == APP1 && input.readInt() == EXIF) {
                input.skipBytes(2);
                return orientation(input);
            }
            input.seek(next);
            marker = input.readUnsignedShort();
        }
        return NONE;
    }

    private static Turn orientation(ImageInputStream input) throws IOException {
        long begin = input.getStreamPosition();
        input.setByteOrder(input.readUnsignedShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        input.skipBytes(2);
        input.seek(begin + input.readUnsignedInt());
        int entries = input.readUnsignedShort();
        for (int entry = 0; entry < entries; entry++) {
            int tag = input.readUnsignedShort();
            input.skipBytes(6);
            int value = input.readUnsignedShort();
            input.skipBytes(2);
            if (tag == ORIENTATION) {
                return of(value);
            }
        }
        return NONE;
    }

    private static Turn of(int orientation) {
        return switch (orientation) {
            case 2 -> new Turn(false, true, false);
            case 3 -> new Turn(false, true, true);
            case 4 -> new Turn(false, false, true);
            case 5 -> new Turn(true, false, false);
            case 6 -> new Turn(true, true, false);
            case 7 -> new Turn(true, true, true);
            case 8 -> new Turn(true, false, true);
            default -> NONE;
        };
    }

    /** The picture upright. */
    Pixels apply(Pixels picture) {
        if (equals(NONE)) {
            return picture;
        }
        int height = swapped ? picture.width() : picture.height();
        int width = swapped ? picture.height() : picture.width();
        float[] turned = new float[picture.values().length];
        for (int channel = 0; channel < picture.channels(); channel++) {
            int from = channel * height * width;
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    int y = fromBelow ? height - 1 - row : row;
                    int x = fromRight ? width - 1 - column : column;
                    int source = swapped ? x * height + y : y * width + x;
                    turned[from + row * width + column] = picture.values()[from + source];
                }
            }
        }
        return new Pixels(picture.channels(), height, width, turned);
    }
}
