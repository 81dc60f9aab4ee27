package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jimu.app.chart.ChartFrame.Stroke;
import jimu.app.chart.ChartFrame.Trace;
import jimu.app.fx.HeldBackground;
import jimu.app.session.OverlaidRuns;
import jimu.app.text.Language;
import jimu.app.text.Speaking;
import jimu.app.text.Texts;
import jimu.engine.train.Part;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import org.junit.jupiter.api.Test;

/** Several runs in one chart: their colours, names and what is told of them. */
class SeveralRunsTest {
    private final Charting chart = new Charting();
    private final ChartViewModel model = chart.model();
    private final ChartOptions options = model.options();
    private final OverlaidRuns overlaid = chart.overlaid();

    @Test
    void severalRunsHaveAColourAndANameEach() {
        chart.train(100);
        chart.overlay("b", 300, 2);
        chart.overlay("c", 200, 3);
        assertEquals(
                List.of("This run", "run b", "run c"),
                model.runs().stream().map(RunCurves::name).toList());
        ChartFrame frame = chart.frame();
        assertEquals(new Span(0, 300), frame.x().span());
        List<OptionalInt> colours = frame.plots().get(0).traces().stream()
                .filter(trace -> trace.stroke() == Stroke.STRONG)
                .map(Trace::run)
                .toList();
        assertEquals(List.of(OptionalInt.of(0), OptionalInt.of(1), OptionalInt.of(2)), colours);
        options.toggle("b");
        assertEquals(new Span(0, 200), chart.frame().x().span());
        overlaid.runs().clear();
        assertEquals(1, model.runs().size());
        assertEquals(
                OptionalInt.empty(),
                chart.frame().plots().get(0).traces().get(0).run());
    }

    @Test
    void theBestReadingsOfSeveralRunsHaveTheirColoursAndThatOfOneIsGold() {
        TrainEvent best = new TrainEvent.Best(1, 90, Part.VALIDATION, "loss", 0.5);
        chart.train(100);
        model.happened(best);
        assertEquals(OptionalInt.empty(), chart.frame().flags().get(0).run());
        overlaid.runs().add(new OverlaidRuns.Overlaid("b", () -> "run b", follower -> {
            follower.reading(new StepReading(100, 1, 0.5f, 0.1f, 1));
            follower.happened(best);
        }));
        assertEquals(
                List.of(OptionalInt.of(0), OptionalInt.of(1)),
                chart.frame().flags().stream().map(ChartFrame.Flag::run).toList());
    }

    @Test
    void aRunKeepsItsColourWhileOthersComeAndGo() {
        chart.overlay("b", 300, 2);
        chart.overlay("c", 300, 3);
        assertEquals(Map.of(1, "run b", 2, "run c"), chart.frame().names());
        chart.train(100);
        assertEquals(
                Map.of(0, "This run", 1, "run b", 2, "run c"), chart.frame().names());
        overlaid.runs().remove(0);
        assertEquals(Map.of(0, "This run", 2, "run c"), chart.frame().names());
        chart.overlay("d", 300, 4);
        assertEquals(
                Map.of(0, "This run", 1, "run d", 2, "run c"), chart.frame().names());
        model.dropped();
        assertEquals(Map.of(1, "run d", 2, "run c"), chart.frame().names());
        overlaid.runs().remove(1);
        assertEquals(Map.of(2, "run c"), chart.frame().names());
    }

    @Test
    void allLinesAndTheStarOfARunHaveItsColour() {
        overlaid.runs().add(new OverlaidRuns.Overlaid("b", () -> "run b", follower -> {
            follower.happened(Told.started("accuracy"));
            for (int step = 1; step <= 100; step++) {
                follower.reading(new StepReading(step, 2, 0.5f, 0.1f, 1));
            }
            follower.happened(new TrainEvent.Validated(1, 50, new TrainEvent.Score(1, OptionalDouble.of(0.5))));
            follower.happened(new TrainEvent.Validated(1, 100, new TrainEvent.Score(1, OptionalDouble.of(0.5))));
            follower.happened(new TrainEvent.Best(1, 90, Part.VALIDATION, "loss", 0.5));
        }));
        assertEquals(Set.of(OptionalInt.of(1)), colours());
        chart.train(100);
        assertEquals(Set.of(OptionalInt.of(0), OptionalInt.of(1)), colours());
        options.toggle("");
        assertEquals(Set.of(OptionalInt.of(1)), colours());
    }

    private Set<OptionalInt> colours() {
        ChartFrame frame = chart.frame();
        return Stream.concat(
                        frame.plots().stream()
                                .flatMap(plot -> plot.traces().stream())
                                .map(Trace::run),
                        frame.flags().stream().map(ChartFrame.Flag::run))
                .collect(Collectors.toSet());
    }

    @Test
    void aRunThatIsToldAnewStaysDrawnUntilItIsRead() {
        HeldBackground slow = new HeldBackground();
        OverlaidRuns twins = new OverlaidRuns();
        ChartViewModel drawn = new ChartViewModel(twins, slow);
        twins.runs().add(twin(10));
        slow.hold();
        twins.runs().set(0, twin(20));
        assertEquals(10, drawn.frame(Charting.WIDTH).all().to());
        slow.doAll();
        assertEquals(20, drawn.frame(Charting.WIDTH).all().to());
        assertEquals(Map.of(1, "twin"), drawn.frame(Charting.WIDTH).names());
    }

    private static OverlaidRuns.Overlaid twin(int steps) {
        return new OverlaidRuns.Overlaid("twin", () -> "twin", follower -> {
            for (int step = 1; step <= steps; step++) {
                follower.reading(new StepReading(step, 1, 0.5f, 0.1f, 1));
            }
        });
    }

    @Test
    void namesOfRunsFollowTheLanguage() {
        chart.train(100);
        overlaid.runs()
                .add(new OverlaidRuns.Overlaid(
                        "b",
                        () -> Texts.of("runs.name", "7"),
                        follower -> follower.reading(new StepReading(1, 1, 0.5f, 0.1f, 1))));
        assertEquals(
                List.of("This run", "run 7"), List.copyOf(chart.frame().names().values()));
        try {
            Speaking.speak(Language.CHINESE);
            assertEquals(
                    List.of("本次训练", "训练 7"), List.copyOf(chart.frame().names().values()));
        } finally {
            Speaking.speak(Language.ENGLISH);
        }
    }

    @Test
    void whatHappenedIsToldOfWhichOfSeveralRuns() {
        chart.train(100);
        model.happened(new TrainEvent.Changed(50, "optimizer.lr", "0.1", "0.01"));
        assertEquals("lr: 0.1 → 0.01", chart.frame().flags().get(0).text());
        chart.overlay("b", 300, 2);
        assertEquals("This run: lr: 0.1 → 0.01", chart.frame().flags().get(0).text());
        assertTrue(chart.frame().plots().get(0).several());
    }
}
