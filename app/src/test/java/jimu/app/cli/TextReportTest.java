package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import jimu.app.session.Iris;
import jimu.engine.data.DataLoader;
import jimu.engine.infer.Finding;
import jimu.engine.layer.Problem;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainEvent.Ending;
import jimu.engine.train.TrainEvent.Score;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final TrainEvent BEGINNING = new TrainEvent.Started(67, 100, 2, 16, Optional.of("accuracy"), "java");

    private final StringWriter written = new StringWriter();
    private long nanos;
    private Report report;

    @BeforeEach
    void begin() throws Exception {
        report = report(false);
    }

    @Test
    void anEpochIsARowAndTheTestStandsBelow() {
        report.happened(BEGINNING);
        report.happened(new TrainEvent.EpochEnded(1, 100, score(0.5, 0.75), Optional.of(score(0.4, 0.8125)), 12.3));
        report.happened(new TrainEvent.EpochEnded(2, 200, score(0.25, 1), Optional.of(score(0.2, 0.9375)), 71));
        report.happened(new TrainEvent.Finished(Ending.PLANNED, 200, Optional.of(score(0.3, 0.9)), 85));
        assertEquals(
                List.of(
                        "Epoch                         Loss   Accuracy  Val. loss  Val. acc.       Time",
                        "  1/2  ━━━━━━━━━━━━━━━━     0.5000    75.00 %     0.4000    81.25 %       12 s",
                        "  2/2  ━━━━━━━━━━━━━━━━     0.2500   100.00 %     0.2000    93.75 %       1:11",
                        "Test: loss 0.3000, accuracy 90.00 %, after 1:25"),
                written.toString().lines().toList());
    }

    @Test
    void onATerminalMeansSpeedAndTimeLeftAreShown() throws Exception {
        report = report(true);
        report.happened(BEGINNING);
        int before = written.toString().length();
        report.reading(1, 2, 0.25f);
        nanos += 2_000_000_000L;
        for (int step = 2; step <= 25; step++) {
            report.reading(step, 1, 0.5f);
        }
        report.refresh();
        assertEquals(
                "\r\u001b[?7l  1/2  ━━━━────────────      1.040    49.00 %  13 steps/s  14 s left\u001b[K\u001b[?7h",
                written.toString().substring(before));
    }

    @Test
    void whatSeemsToGoWrongIsToldOnceAndTakenBack() {
        Finding dead = new Finding(
                Problem.hint("health.dead", "80 %", "90 %", "9", "10", "64"),
                "relu",
                List.of("relu"),
                "ReLU \"relu\"",
                "");
        report.happened(BEGINNING);
        report.happened(new TrainEvent.Noticed(20, List.of(dead)));
        report.happened(new TrainEvent.Noticed(40, List.of(dead)));
        report.happened(new TrainEvent.Noticed(60, List.of()));
        List<String> lines = written.toString().lines().skip(1).toList();
        assertEquals(List.of("Noticed: " + dead.advice(), "No longer so: " + dead.message()), lines);
    }

    @Test
    void readingsOfAnEpochThatIsOverDoNotCount() throws Exception {
        report = report(true);
        report.happened(BEGINNING);
        report.happened(new TrainEvent.EpochEnded(1, 100, score(0.5, 0.75), Optional.empty(), 1));
        int before = written.toString().length();
        report.reading(100, 9, 0);
        report.refresh();
        assertEquals("", written.toString().substring(before));
    }

    @Test
    void aRunThatWasStoppedSaysSo() {
        report.happened(BEGINNING);
        report.reading(40, 1, 1);
        report.refresh();
        report.happened(new TrainEvent.Finished(Ending.STOPPED, 40, Optional.empty(), 3));
        assertEquals(
                List.of("  1/2  ━━━━━━", "Stopped after step 40 (3.0 s); the weights stay."),
                written.toString().lines().skip(1).toList());
    }

    @Test
    void anotherMetricHasItsOwnNameAndFormat() {
        report.happened(new TrainEvent.Started(67, 100, 1, 16, Optional.of("rmse"), "java"));
        report.happened(new TrainEvent.EpochEnded(1, 100, score(0.5, 0.75), Optional.of(score(0.4, 0.8125)), 12.3));
        report.happened(new TrainEvent.Finished(Ending.PLANNED, 200, Optional.of(score(0.3, 0.9)), 85));
        assertEquals(
                List.of(
                        "Epoch                         Loss       RMSE  Val. loss  Val. RMSE       Time",
                        "  1/1  ━━━━━━━━━━━━━━━━     0.5000     0.7500     0.4000     0.8125       12 s",
                        "Test: loss 0.3000, root mean squared error 0.9000, after 1:25"),
                written.toString().lines().toList());
    }

    @Test
    void aLossWithoutMetricHasNoColumnForIt() {
        Score loss = new Score(0.3, OptionalDouble.empty());
        report.happened(new TrainEvent.Started(67, 100, 1, 16, Optional.empty(), "java"));
        report.happened(new TrainEvent.EpochEnded(1, 100, loss, Optional.of(loss), 12.3));
        report.happened(new TrainEvent.Finished(Ending.PLANNED, 200, Optional.of(loss), 85));
        assertEquals(
                List.of(
                        "Epoch                         Loss  Val. loss       Time",
                        "  1/1  ━━━━━━━━━━━━━━━━     0.3000     0.3000       12 s",
                        "Test: loss 0.3000, after 1:25"),
                written.toString().lines().toList());
    }

    @Test
    void severalLossesAreToldByTheirBlocks() {
        report.happened(new TrainEvent.Started(67, 100, 1, 16, Optional.of("main.accuracy"), "java"));
        Score test = new Score(0.3, OptionalDouble.of(0.9), Map.of("side.rmse", 2.0));
        report.happened(new TrainEvent.Finished(Ending.PLANNED, 200, Optional.of(test), 85));
        assertEquals(
                "Test: loss 0.3000, accuracy of main 90.00 %, root mean squared error of side 2.000, after 1:25",
                written.toString().lines().toList().get(1));
    }

    private Report report(boolean live) throws Exception {
        return new TextReport(
                new PrintWriter(written, true),
                new Terminal(live, StandardCharsets.UTF_8),
                DataLoader.load(Iris.DOCUMENT.data()),
                () -> nanos);
    }

    private static Score score(double loss, double accuracy) {
        return new Score(loss, OptionalDouble.of(accuracy));
    }
}
