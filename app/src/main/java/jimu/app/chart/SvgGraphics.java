package jimu.app.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.PathIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is drawn as SVG 1.1: shapes, lines and letters in plain colours, which is what charts are made of. Pictures are left
 * out, and so are paints other than colours.
 */
final class SvgGraphics extends PlainGraphics {
    private final StringBuilder body;
    private final StringBuilder clips;
    private final int[] clipCount;
    private @Nullable Shape clip;
    private String clipName = "";

    SvgGraphics() {
        this(new StringBuilder(), new StringBuilder(), new int[1]);
    }

    private SvgGraphics(StringBuilder body, StringBuilder clips, int[] clipCount) {
        this.body = body;
        this.clips = clips;
        this.clipCount = clipCount;
    }

    /** All that was drawn, as a file of so many pixels. */
    String document(int width, int height) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
                <defs>
                %3$s</defs>
                %4$s</svg>
                """.formatted(width, height, clips, body);
    }

    @Override
    public void draw(Shape shape) {
        BasicStroke pen = getStroke() instanceof BasicStroke basic ? basic : new BasicStroke();
        StringBuilder style = new StringBuilder("fill=\"none\" stroke=\"" + rgb(getColor()) + "\"");
        opacity(style, "stroke-opacity");
        style.append(" stroke-width=\"").append(number(pen.getLineWidth())).append('"');
        if (pen.getEndCap() == BasicStroke.CAP_ROUND) {
            style.append(" stroke-linecap=\"round\"");
        }
        if (pen.getLineJoin() == BasicStroke.JOIN_ROUND) {
            style.append(" stroke-linejoin=\"round\"");
        }
        if (pen.getDashArray() != null) {
            style.append(" stroke-dasharray=\"");
            for (float dash : pen.getDashArray()) {
                style.append(number(dash)).append(' ');
            }
            style.append('"');
        }
        path(shape, style);
    }

    @Override
    public void fill(Shape shape) {
        StringBuilder style = new StringBuilder("fill=\"" + rgb(getColor()) + "\"");
        opacity(style, "fill-opacity");
        path(shape, style);
    }

    private void path(Shape shape, CharSequence style) {
        String data = data(shape.getPathIterator(getTransform()));
        if (!data.isEmpty()) {
            body.append("<path d=\"")
                    .append(data)
                    .append("\" ")
                    .append(style)
                    .append(clipName)
                    .append("/>\n");
        }
    }

    private static String data(PathIterator path) {
        StringBuilder data = new StringBuilder();
        double[] c = new double[6];
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> data.append('M').append(points(c, 2));
                case PathIterator.SEG_LINETO -> data.append('L').append(points(c, 2));
                case PathIterator.SEG_QUADTO -> data.append('Q').append(points(c, 4));
                case PathIterator.SEG_CUBICTO -> data.append('C').append(points(c, 6));
                default -> data.append('Z');
            }
        }
        return data.toString();
    }

    private static String points(double[] coordinates, int count) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < count; i++) {
            points.append(i == 0 ? "" : " ").append(number(coordinates[i]));
        }
        return points.toString();
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (text.isBlank()) {
            return;
        }
        AffineTransform t = getTransform();
        boolean straight = t.getType() <= AffineTransform.TYPE_TRANSLATION;
        String move = straight
                ? "x=\"" + number(x + t.getTranslateX()) + "\" y=\"" + number(y + t.getTranslateY()) + "\""
                : "x=\"%s\" y=\"%s\" transform=\"matrix(%s %s %s %s %s %s)\""
                        .formatted(
                                number(x),
                                number(y),
                                number(t.getScaleX()),
                                number(t.getShearY()),
                                number(t.getShearX()),
                                number(t.getScaleY()),
                                number(t.getTranslateX()),
                                number(t.getTranslateY()));
        StringBuilder style = new StringBuilder("fill=\"" + rgb(getColor()) + "\"");
        opacity(style, "fill-opacity");
        String weight = getFont().isBold() ? " font-weight=\"bold\"" : "";
        boolean around = !straight && !clipName.isEmpty();
        if (around) {
            // a clip is turned together with its element
            body.append("<g").append(clipName).append('>');
        }
        body.append("<text ").append(move).append(" font-family=\"sans-serif\" font-size=\"");
        body.append(number(getFont().getSize2D()))
                .append('"')
                .append(weight)
                .append(' ')
                .append(style);
        body.append(around ? "" : clipName).append('>').append(escaped(text)).append("</text>");
        body.append(around ? "</g>\n" : "\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void opacity(StringBuilder style, String name) {
        float alpha =
                getColor().getAlpha() / 255f * (getComposite() instanceof AlphaComposite blend ? blend.getAlpha() : 1);
        if (alpha < 1) {
            style.append(' ').append(name).append("=\"").append(number(alpha)).append('"');
        }
    }

    private static String rgb(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    @Override
    public void setClip(@Nullable Shape shape) {
        clip = shape == null ? null : getTransform().createTransformedShape(shape);
        clipName = "";
        if (clip != null) {
            int number = clipCount[0]++;
            clips.append("<clipPath id=\"clip").append(number).append("\"><path d=\"");
            clips.append(data(clip.getPathIterator(null))).append("\"/></clipPath>\n");
            clipName = " clip-path=\"url(#clip" + number + ")\"";
        }
    }

    @Override
    public void clip(Shape shape) {
        if (clip == null) {
            setClip(shape);
            return;
        }
        Area both = new Area(getTransform().createTransformedShape(shape));
        both.intersect(new Area(clip));
        AffineTransform before = getTransform();
        setTransform(new AffineTransform());
        setClip(both);
        setTransform(before);
    }

    @Override
    public @Nullable Shape getClip() {
        try {
            return clip == null ? null : getTransform().createInverse().createTransformedShape(clip);
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("A transform that flattens everything", e);
        }
    }

    @Override
    public @Nullable Rectangle getClipBounds() {
        Shape shape = getClip();
        return shape == null ? null : shape.getBounds();
    }

    @Override
    public Graphics create() {
        SvgGraphics copy = new SvgGraphics(body, clips, clipCount);
        copy.take(this);
        copy.clip = clip;
        copy.clipName = clipName;
        return copy;
    }
}
