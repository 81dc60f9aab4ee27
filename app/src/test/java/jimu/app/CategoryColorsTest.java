package jimu.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The categories' colours can be told apart by everybody, and the text on them can be read. */
class CategoryColorsTest {
    private static final Pattern COLOR = Pattern.compile("-jimu-(\\w+): #(\\p{XDigit}{6});");
    private static final Pattern TEXT = Pattern.compile("\\.category-(\\w+) \\{.*-jimu-on-(dark|bright); }");
    private static final double APART = 15;
    private static final double READABLE = 4.5;

    /** How an eye sees: matrices for linear RGB of Machado, Oliveira and Fernandes 2009, at full severity. */
    private enum Eye {
        USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPE(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTERANOPE(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITANOPE(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        @SuppressWarnings("ImmutableEnumChecker") // it is never handed out
        private final double[] matrix;

        Eye(double... matrix) {
            this.matrix = matrix;
        }

        double[] see(double[] rgb) {
            double[] seen = new double[3];
            for (int i = 0; i < 3; i++) {
                double sum = 0;
                for (int j = 0; j < 3; j++) {
                    sum += matrix[3 * i + j] * rgb[j];
                }
                seen[i] = Math.max(0, Math.min(1, sum));
            }
            return seen;
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTwoCategoriesLookAlike(Eye eye) throws IOException {
        Map<String, double[]> colors = colors();
        assertEquals(10, colors.size());
        assertAll(colors.keySet().stream()
                .flatMap(one -> colors.keySet().stream()
                        .filter(other -> one.compareTo(other) < 0)
                        .map(other -> () -> {
                            double distance = distance(eye.see(color(colors, one)), eye.see(color(colors, other)));
                            assertTrue(distance > APART, one + " and " + other + ": " + distance);
                        })));
    }

    @Test
    void textOnThemCanBeRead() throws IOException {
        Map<String, double[]> colors = colors();
        Matcher rules = TEXT.matcher(css());
        int read = 0;
        while (rules.find()) {
            double ground = luminance(color(colors, rules.group(1)));
            double text = rules.group(2).equals("dark") ? 1 : luminance(rgb("10161d"));
            double contrast = (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05);
            assertTrue(contrast >= READABLE, rules.group(1) + ": " + contrast);
            read++;
        }
        assertEquals(10, read);
    }

    private static double[] color(Map<String, double[]> colors, String name) {
        return Objects.requireNonNull(colors.get(name), name);
    }

    private static Map<String, double[]> colors() throws IOException {
        Map<String, double[]> colors = new LinkedHashMap<>();
        COLOR.matcher(css())
                .results()
                .filter(found -> !found.group(1).equals("on"))
                .forEach(found -> colors.put(found.group(1), rgb(found.group(2))));
        return colors;
    }

    private static String css() throws IOException {
        try (InputStream css =
                Objects.requireNonNull(CategoryColorsTest.class.getResourceAsStream("/css/jimu.css"), "jimu.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Linear light of a colour in sRGB. */
    private static double[] rgb(String hex) {
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
            rgb[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    private static double luminance(double[] rgb) {
        return 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
    }

    /** The distance in CIELAB, in which 2 can just be seen. */
    private static double distance(double[] one, double[] other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] lab(double[] rgb) {
        double x = bend((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
        double y = bend(luminance(rgb));
        double z = bend((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double bend(double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
    }
}
