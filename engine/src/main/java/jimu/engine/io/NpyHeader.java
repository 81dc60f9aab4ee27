package jimu.engine.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jimu.engine.shape.TensorShape;

/**
 * What an npy file says of its array, found to agree with its length.
 *
 * @param type of the numbers
 * @param order of their bytes
 * @param shape the sizes of the axes
 */
record NpyHeader(NpyType type, ByteOrder order, TensorShape shape) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int LIMIT = 1 << 16;
    private static final int MAX_RANK = 32;
    private static final String DESCR = "'descr'\\s*:\\s*'(?<descr>[^']{1,64})'";
    private static final String FORTRAN = "'fortran_order'\\s*:\\s*(?<fortran>True|False)";
    private static final String SHAPE = "'shape'\\s*:\\s*\\((?<shape>[0-9, ]{0,700})\\)";
    private static final Pattern SIZES = Pattern.compile("|\\d{1,18}\\s*,|\\d{1,18}(\\s*,\\s*\\d{1,18})+\\s*,?");

    static NpyHeader read(Path file, FileChannel channel) throws IOException, FileException {
        long length = channel.size();
        byte[] start = NumberBytes.read(channel, (int) Math.min(length, MAGIC.length + 2));
        if (start.length < MAGIC.length + 2 || !Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
            throw FileException.of("npy.magic", file);
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3) {
            throw FileException.of("npy.version", file, version);
        }
        int wide = version == 1 ? Short.BYTES : Integer.BYTES;
        long rest = length - start.length - wide;
        if (rest < 0) {
            throw FileException.of("npy.magic", file);
        }
        ByteBuffer size = ByteBuffer.wrap(NumberBytes.read(channel, wide)).order(ByteOrder.LITTLE_ENDIAN);
        long header = version == 1 ? Short.toUnsignedLong(size.getShort()) : Integer.toUnsignedLong(size.getInt());
        if (header > LIMIT || header > rest) {
            throw FileException.of("npy.header", file, header, Math.min(LIMIT, rest));
        }
        String text = new String(NumberBytes.read(channel, (int) header), StandardCharsets.UTF_8);
        return parse(file, text.strip(), rest - header);
    }

    private static NpyHeader parse(Path file, String text, long data) throws FileException {
        String descr = part(file, text, DESCR, "descr");
        boolean fortran = part(file, text, FORTRAN, "fortran").equals("True");
        String sizes = part(file, text, SHAPE, "shape").strip();
        String rest = text.replaceFirst(DESCR, "").replaceFirst(FORTRAN, "").replaceFirst(SHAPE, "");
        if (!rest.replaceAll("\\s", "").matches("\\{,,,?}")
                || !SIZES.matcher(sizes).matches()) {
            throw FileException.of("npy.dictionary", file, brief(text));
        }
        NpyType type = Stream.of(NpyType.values())
                .filter(one -> descr.length() == 3
                        && descr.substring(1).equals(one.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> FileException.of("npy.type", file, descr));
        if ("<>|=".indexOf(descr.charAt(0)) < 0) {
            throw FileException.of("npy.type", file, descr);
        }
        long[] shape = Stream.of(sizes.split(","))
                .map(String::strip)
                .filter(size -> !size.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
        if (fortran && shape.length > 1) {
            throw FileException.of("npy.fortran", file);
        }
        check(file, shape, type.bytes(), data);
        return new NpyHeader(type, order(descr.charAt(0)), TensorShape.of(shape));
    }

    private static void check(Path file, long[] shape, int bytes, long data) throws FileException {
        if (shape.length > MAX_RANK || NumberBytes.elements(shape) > NumberBytes.MAX_LENGTH) {
            throw FileException.of("npy.large", file, TensorShape.of(shape));
        }
        long expected = TensorShape.of(shape).elements(1) * bytes;
        if (expected != data) {
            throw FileException.of("npy.length", file, TensorShape.of(shape), expected, data);
        }
    }

    private static ByteOrder order(char mark) {
        return switch (mark) {
            case '>' -> ByteOrder.BIG_ENDIAN;
            case '=' -> ByteOrder.nativeOrder();
            default -> ByteOrder.LITTLE_ENDIAN;
        };
    }

    private static String part(Path file, String text, String pattern, String group) throws FileException {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw FileException.of("npy.dictionary", file, brief(text));
        }
        return String.valueOf(matcher.group(group));
    }

    private static String brief(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
