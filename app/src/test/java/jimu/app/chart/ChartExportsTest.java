package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import jimu.app.fx.Background;
import jimu.app.session.OverlaidRuns;
import jimu.engine.train.Part;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartExportsTest {
    private static final ChartPalette PALETTE = new ChartPalette(
            Color.WHITE,
            Color.BLACK,
            Color.LIGHT_GRAY,
            Color.RED,
            Color.ORANGE,
            new Color(0xd55e00),
            Map.of(
                    Quantity.LOSS, new Color(0x0060a8),
                    Quantity.METRIC, new Color(0x7b3f98),
                    Quantity.RATE, new Color(0x00785a),
                    Quantity.NORM, new Color(0x806000)),
            List.of(Color.BLUE, Color.ORANGE),
            new Font(Font.SANS_SERIF, Font.PLAIN, 11));

    @Test
    void theTableHoldsEveryStepWithItsValidation() throws Exception {
        RunCurves run = Told.run("a", 1234, step -> step == 7 ? Double.NaN : 1.0 / step);
        List<String> lines = table(run).lines().toList();
        assertEquals(1235, lines.size());
        assertEquals(
                "run,step,steps,epoch,time [s],loss,lowest loss,highest loss,accuracy,learning rate,gradient norm,"
                        + "validation loss,validation accuracy",
                lines.get(0));
        assertEquals("run a,1,1,0.01,0.1,1,1,1,0.5,0.1,2,,", lines.get(1));
        assertEquals("run a,7,1,0.07,0.7,NaN,NaN,NaN,0.5,0.1,2,,", lines.get(7));
        assertEquals("run a,100,1,1,10,0.01,0.01,0.01,0.5,0.1,2,0.4,0.9", lines.get(100));
        assertTrue(lines.stream().allMatch(line -> line.split(",", -1).length == 13));
    }

    @Test
    void aRunThatIsLongerThanCanBeKeptTellsItsExtremes() throws Exception {
        RunCurves run = Told.run("a", (1 << 20) + 8, step -> step % 4 == 3 ? 9 : 1);
        List<String> lines = table(run).lines().toList();
        assertTrue(lines.get(1).startsWith("run a,4,4,0.04,"), lines.get(1));
        assertTrue(lines.get(1).contains(",3,1,9,"), lines.get(1));
    }

    @Test
    void namesWithCommasAreQuoted() throws Exception {
        RunCurves run = RunCurves.kept("a", () -> "wide, \"deep\"");
        run.reading(new StepReading(1, 1, Float.NaN, 0.5f, 2));
        run.happened(new TrainEvent.Validated(1, 1, new TrainEvent.Score(0.25, OptionalDouble.empty())));
        assertEquals(
                "\"wide, \"\"deep\"\"\",1,1,1,0,1,1,1,,0.5,2,0.25,NaN",
                table(run).lines().toList().get(1));
    }

    @Test
    void linesAndWordsAreInTheSvg() throws Exception {
        String svg = ChartExports.svg(frame(), PALETTE, 800, 500);
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertEquals("800", document.getDocumentElement().getAttribute("width"));
        assertTrue(document.getElementsByTagName("path").getLength() > 20);
        for (String word : List.of("Loss", "Accuracy", "Step", "best: accuracy 90.00 %", "lr: 0.1 → 0.01")) {
            assertTrue(svg.contains(">" + word + "</text>"), word);
        }
        assertTrue(svg.contains("stroke=\"#0060a8\" stroke-width=\"2\""), "the smoothed loss");
        assertTrue(svg.contains("stroke-dasharray=\"5 4 \""), "validation is dashed");
    }

    @Test
    void inALowChartNumbersDoNotMeetAndNamesStandClearOfTheCurves() throws Exception {
        List<Element> texts = texts(ChartExports.svg(frame(), PALETTE, 450, 127));
        List<Double> numbers = texts.stream()
                .filter(text -> text.getTextContent().matches("[0-9.]+( %)?") && number(text, "x") < 60)
                .map(text -> number(text, "y"))
                .sorted()
                .toList();
        assertTrue(numbers.size() >= 3, () -> numbers + "");
        for (int i = 1; i < numbers.size(); i++) {
            assertTrue(numbers.get(i) - numbers.get(i - 1) >= 11, () -> numbers + "");
        }
        assertTrue(text(texts, "Loss").hasAttribute("transform"), "beside its axis");
        assertTrue(number(text(texts, "Accuracy"), "x") > 300, "where the curves do not begin");
        assertTrue(number(text(texts, "Step"), "y") > 107, "below the plots");
        assertTrue(texts.stream().noneMatch(text -> text.getTextContent().startsWith("best")), "no room for words");
    }

    @Test
    void aPictureSaysWhatItsLinesAre() throws Exception {
        List<Element> texts = texts(ChartExports.svg(frame(), PALETTE, 800, 500));
        for (String word : List.of("Training", "Smoothed", "Validation")) {
            assertTrue(number(text(texts, word), "y") < 20, word);
        }
    }

    @Test
    void aLegendThatIsTooWideGoesOnInANewLine() {
        assertEquals(
                2 * new PictureLegend(frame(), PALETTE, 800).height(),
                new PictureLegend(frame(), PALETTE, 200).height());
    }

    @Test
    void inAHighChartAllNamesStandBesideTheAxes() throws Exception {
        List<Element> texts = texts(ChartExports.svg(frame(), PALETTE, 800, 500));
        assertTrue(text(texts, "Loss").hasAttribute("transform"));
        assertTrue(text(texts, "Accuracy").hasAttribute("transform"));
    }

    private static List<Element> texts(String svg) throws Exception {
        return elements(svg, "text");
    }

    private static List<Element> elements(String svg, String tag) throws Exception {
        NodeList found = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Element text(List<Element> texts, String words) {
        return texts.stream()
                .filter(text -> text.getTextContent().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Element text, String attribute) {
        return Double.parseDouble(text.getAttribute(attribute));
    }

    @Test
    void whereSeveralRunsAreDrawnTheirBestReadingsAreStarsWithoutWords() throws Exception {
        OverlaidRuns overlaid = new OverlaidRuns();
        ChartViewModel model = model(overlaid);
        overlaid.runs()
                .add(new OverlaidRuns.Overlaid(
                        "b", () -> "run b", follower -> follower.reading(new StepReading(1, 1, 0.5f, 0.1f, 1))));
        List<Element> texts = texts(ChartExports.svg(model.frame(700), PALETTE, 800, 500));
        assertTrue(texts.stream().noneMatch(text -> text.getTextContent().contains("best")));
        text(texts, "This run: lr: 0.1 → 0.01");
        text(texts, "This run");
        text(texts, "run b");
    }

    @Test
    void aTurnedNameIsClippedWhereThePageIsAndNotInItsOwnTurnedPlaces() throws Exception {
        Element turned = text(texts(ChartExports.svg(frame(), PALETTE, 800, 500)), "Accuracy");
        assertTrue(turned.hasAttribute("transform"));
        assertFalse(turned.hasAttribute("clip-path"));
        assertTrue(turned.getParentNode() instanceof Element group && group.hasAttribute("clip-path"));
    }

    @Test
    void aStarAtTheEdgeOfItsPlotIsWhole() throws Exception {
        ChartViewModel model = model(new OverlaidRuns());
        model.happened(new TrainEvent.Best(3, 300, Part.VALIDATION, "accuracy", 0.9));
        List<Element> paths = elements(ChartExports.svg(model.frame(700), PALETTE, 800, 500), "path");
        Element star = paths.stream()
                .filter(path -> path.getAttribute("fill").equals("#ffc800"))
                .findFirst()
                .orElseThrow();
        String clip = star.getAttribute("clip-path").replaceAll("url\\(#(.*)\\)", "$1");
        Element seen = paths.stream()
                .filter(path -> path.getParentNode() instanceof Element parent
                        && parent.getAttribute("id").equals(clip))
                .findFirst()
                .orElseThrow();
        assertTrue(right(star) <= right(seen), () -> right(star) + " in " + right(seen));
    }

    @Test
    void wordsAtTheEdgeLeaveRoomForTheWiderLettersOfTheWindow() throws Exception {
        ChartViewModel model = model(new OverlaidRuns());
        model.happened(new TrainEvent.Best(3, 300, Part.VALIDATION, "accuracy", 0.9));
        String svg = ChartExports.svg(model.frame(700), PALETTE, 800, 500);
        Element words = text(texts(svg), "best: accuracy 90.00 %");
        double width = 1.17 * PALETTE.size("best: accuracy 90.00 %").getWidth();
        double tip = elements(svg, "path").stream()
                .filter(path -> path.getAttribute("fill").equals("#ffc800"))
                .mapToDouble(ChartExportsTest::right)
                .findFirst()
                .orElseThrow();
        double edge = tip - 7;
        double end = number(words, "x") + width;
        assertTrue(end < edge, () -> end + " before " + edge);
    }

    /** How far right a path of straight lines reaches. */
    private static double right(Element path) {
        return Pattern.compile("[ML]([0-9.]+) ")
                .matcher(path.getAttribute("d"))
                .results()
                .mapToDouble(point -> Double.parseDouble(point.group(1)))
                .max()
                .orElseThrow();
    }

    @Test
    void thePictureIsTwiceAsFineAndNotBlank() {
        BufferedImage picture = ChartExports.png(frame(), PALETTE, 400, 300);
        assertEquals(800, picture.getWidth());
        assertEquals(600, picture.getHeight());
        int curve = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                curve += picture.getRGB(x, y) == 0xff0060a8 ? 1 : 0;
            }
        }
        assertNotEquals(0, curve);
    }

    private static ChartFrame frame() {
        return model(new OverlaidRuns()).frame(700);
    }

    private static ChartViewModel model(OverlaidRuns overlaid) {
        ChartViewModel model = new ChartViewModel(overlaid, Background.onCurrentThread());
        model.happened(Told.started("accuracy"));
        for (int step = 1; step <= 300; step++) {
            model.reading(new StepReading(step, 1f / step, 0.5f, 0.1f, 1));
        }
        model.happened(new TrainEvent.Changed(120, "optimizer.lr", "0.1", "0.01"));
        model.happened(new TrainEvent.Best(2, 250, Part.VALIDATION, "accuracy", 0.9));
        TrainEvent.Score score = new TrainEvent.Score(0.4, OptionalDouble.of(0.8));
        model.happened(new TrainEvent.EpochEnded(1, 100, score, Optional.of(score), 1));
        model.happened(new TrainEvent.EpochEnded(2, 200, score, Optional.of(score), 1));
        model.told();
        return model;
    }

    private static String table(RunCurves run) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ChartCsv(List.of(run.copy())).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
