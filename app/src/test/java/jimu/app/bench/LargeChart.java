package jimu.app.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import jimu.app.chart.ChartExports;
import jimu.app.chart.ChartView;
import jimu.app.chart.ChartViewModel;
import jimu.app.fx.Answers;
import jimu.app.fx.Appearance;
import jimu.app.fx.Background;
import jimu.app.session.OverlaidRuns;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;

/**
 * Times the charts of a run of a million steps in a box of 1,200 × 600 pixels, drawn without a graphics card: taking the readings,
 * following a run, zooming, smoothing and logarithmic axes. Every pulse draws anew, which the program does ten times a second at most.
 */
public final class LargeChart {
    private static final int STEPS = Integer.getInteger("bench.steps", 1_000_000);
    private static final int PULSES = Integer.getInteger("bench.pulses", 120);
    private static final int PER_EPOCH = 5_000;
    private static final int PER_PULSE = 1_000;
    private static final double MILLIS = 1e-6;
    private static final double USUAL = 0.3;
    private static final double HARDLY = 1e-6;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final ChartViewModel model = new ChartViewModel(new OverlaidRuns(), Background.onCurrentThread());
    private final Preferences memory = Preferences.userRoot().node("jimu-bench-chart");
    private final Random random = new Random(1);
    private long step;

    private LargeChart() {}

    /** Measures, or says that there is no display. */
    public static void main(String[] arguments) throws Exception {
        LargeChart chart = new LargeChart();
        if (System.getenv("DISPLAY") == null) {
            chart.out.println("The charts of a million steps: not measured, there is no display.");
            return;
        }
        System.setProperty("prism.order", "sw");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        try {
            chart.measure();
        } finally {
            chart.memory.removeNode();
            Platform.exit();
        }
    }

    private void measure() throws Exception {
        CountDownLatch shown = new CountDownLatch(1);
        ChartView[] view = new ChartView[1];
        Platform.runLater(() -> {
            model.happened(new TrainEvent.Started(100, PER_EPOCH, 1000, 32, Optional.of("accuracy"), "none"));
            long began = System.nanoTime();
            train(STEPS);
            double each = (System.nanoTime() - began) * MILLIS / STEPS * 1000;
            out.printf("%,d readings taken, %.3f µs each%n", STEPS, each);
            view[0] = new ChartView(
                    model, new ChartExports(new Answers(), Background.onCurrentThread(), new SimpleStringProperty("")));
            Scene scene = new Scene(view[0], 1200, 600);
            new Appearance(memory).follow(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            shown.countDown();
        });
        shown.await();
        ChartView chart = view[0];
        Node canvas = chart.lookup("#chart-canvas");
        Slider smoothing = (Slider) chart.lookup("#chart-smoothing");
        tell("nothing changes", Frames.run(PULSES, pulse -> {}));
        tell("following, 1,000 steps a pulse", Frames.run(PULSES, pulse -> follow(smoothing, pulse)));
        tell("zooming with the wheel", Frames.run(PULSES, pulse -> scroll(canvas, pulse / 30 % 2 == 0 ? 40 : -40)));
        tell("smoothing", Frames.run(PULSES, pulse -> smoothing.setValue(pulse / (double) PULSES)));
        click(chart, "#chart-log-x");
        click(chart, "#chart-log-y");
        tell("logarithmic, following", Frames.run(PULSES, pulse -> follow(smoothing, pulse)));
        click(chart, "#chart-show-rate");
        click(chart, "#chart-show-norm");
        tell("four plots, following", Frames.run(PULSES, pulse -> follow(smoothing, pulse)));
    }

    /** Takes readings like those of a run. */
    private void train(int steps) {
        for (int i = 0; i < steps; i++) {
            step++;
            double loss = 2 / Math.sqrt(1 + step / 1000.0) * Math.exp(random.nextGaussian() / 3);
            model.reading(new StepReading(
                    step, (float) loss, (float) Math.exp(-loss), 0.001f, (float) Math.abs(random.nextGaussian())));
            if (step % PER_EPOCH == 0) {
                TrainEvent.Score score = new TrainEvent.Score(loss, OptionalDouble.of(Math.exp(-loss)));
                model.happened(
                        new TrainEvent.EpochEnded((int) (step / PER_EPOCH), step, score, Optional.of(score), 0.1));
            }
        }
        model.told();
    }

    /** Takes readings and draws them at once, as a slider that hardly moves asks for. */
    private void follow(Slider smoothing, int pulse) {
        train(PER_PULSE);
        smoothing.setValue(USUAL + HARDLY * (pulse % 2));
    }

    private static void scroll(Node canvas, double delta) {
        Event.fireEvent(
                canvas,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        600,
                        200,
                        600,
                        200,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private static void click(ChartView chart, String id) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            ((ToggleButton) chart.lookup(id)).fire();
            done.countDown();
        });
        done.await();
    }

    private void tell(String name, Frames.Times times) {
        out.printf(
                "%-34s least %6.1f  median %6.1f  95 %% %6.1f ms  %5.0f frames a second; JavaFX %5.1f, drawing %5.1f ms%n",
                name, times.least(), times.median(), times.late(), times.frames(), times.computing(), times.drawing());
    }
}
