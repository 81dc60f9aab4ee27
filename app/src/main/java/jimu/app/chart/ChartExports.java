package jimu.app.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.value.ObservableValue;
import javax.imageio.ImageIO;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.fx.FileKind;
import jimu.app.text.Texts;
import jimu.engine.io.AtomicFile;
import jimu.engine.io.FileException;

/** Writes the charts to files that a person chooses: as a picture in pixels or in lines, as seen; or the numbers, all of them. */
public final class ChartExports {
    /** Pixels of a picture for each on the screen. */
    private static final int FINE = 2;

    /** The least of a picture, and of a plot in it, that can be read well. */
    private static final int WIDE = 640;

    private static final int HIGH = 180;

    private final Dialogs dialogs;
    private final Background background;
    private final ObservableValue<String> name;

    /** Files are proposed the document's {@code name}; drawing and writing happen in the background. */
    public ChartExports(Dialogs dialogs, Background background, ObservableValue<String> name) {
        this.dialogs = dialogs;
        this.background = background;
        this.name = name;
    }

    /** Asks for a file and draws into it, as large as on the screen, or larger where plots are low there; {@code kind} is PNG or SVG. */
    void picture(FileKind kind, ChartFrame frame, ChartPalette palette, int wide, int high) {
        int width = Math.max(WIDE, wide);
        int height = Math.max(HIGH * frame.plots().size(), high);
        write(kind, out -> {
            if (kind == FileKind.SVG) {
                out.write(svg(frame, palette, width, height).getBytes(StandardCharsets.UTF_8));
            } else {
                ImageIO.write(png(frame, palette, width, height), "png", out);
            }
        });
    }

    /** Asks for a file and writes the readings of runs into it; they are not to change meanwhile. */
    void table(List<RunCurves> runs) {
        write(FileKind.CSV, out -> new ChartCsv(runs).write(out));
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void write(FileKind kind, Content content) {
        String proposed = Texts.of("chart.export.name", FileKind.JIMU.bare(name.getValue())) + "." + kind.ending();
        Optional<Path> file = dialogs.chooseToSave(kind, proposed);
        file.ifPresent(path -> background.run(
                writing(path, content),
                written -> dialogs.tell(Texts.of("export.title"), Texts.of("chart.export.done", written.getFileName())),
                failure -> dialogs.error(String.valueOf(failure.getMessage()))));
    }

    private static Callable<Path> writing(Path file, Content content) throws IllegalStateException {
        return () -> {
            write(file, content);
            return file;
        };
    }

    private static void write(Path file, Content content) throws FileException {
        AtomicFile.write(file, content::write);
    }

    /** The drawing as an SVG document. */
    static String svg(ChartFrame frame, ChartPalette palette, int width, int height) {
        SvgGraphics svg = new SvgGraphics();
        draw(svg, frame, palette, width, height);
        return svg.document(width, height);
    }

    /** The drawing in pixels, twice as fine as on the screen. */
    static BufferedImage png(ChartFrame frame, ChartPalette palette, int width, int height) {
        BufferedImage image = new BufferedImage(FINE * width, FINE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.scale(FINE, FINE);
        draw(g2, frame, palette, width, height);
        g2.dispose();
        return image;
    }

    private static void draw(Graphics2D g2, ChartFrame frame, ChartPalette palette, int width, int height) {
        Rectangle2D whole = new Rectangle2D.Double(0, 0, width, height);
        g2.setPaint(palette.ground());
        g2.fill(whole);
        ChartDrawing drawing = new ChartDrawing();
        PictureLegend legend = new PictureLegend(frame, palette, width);
        double top = legend.height();
        legend.draw(g2);
        drawing.show(frame, palette, height - top);
        drawing.chart().draw(g2, new Rectangle2D.Double(0, top, width, height - top));
    }
}
