package jimu.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import jimu.app.text.MetricText;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.data.LoadedData;
import jimu.engine.infer.Finding;
import jimu.engine.train.Part;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainEvent.Best;
import jimu.engine.train.TrainEvent.Diagnosed;
import jimu.engine.train.TrainEvent.Ending;
import jimu.engine.train.TrainEvent.EpochEnded;
import jimu.engine.train.TrainEvent.Failed;
import jimu.engine.train.TrainEvent.Finished;
import jimu.engine.train.TrainEvent.Noticed;
import jimu.engine.train.TrainEvent.Restored;
import jimu.engine.train.TrainEvent.Started;

/** A table with a row an epoch, whose progress bar fills up while the epoch goes on; the test score stands below. */
final class TextReport implements Report {
    private static final double NANOS = 1e-9;
    private static final double SURE = 0.5;

    private final PrintWriter out;
    private final Terminal terminal;
    private final LoadedData data;
    private final LongSupplier nanos;
    private Optional<EpochTable> table = Optional.empty();
    private Optional<Best> best = Optional.empty();
    private Optional<Restored> restored = Optional.empty();
    private ProgressBar bar;
    private long stepsPerEpoch = 1;
    private int epochs = 1;
    private int epoch = 1;
    private long step;
    private long stepsBefore;
    private double losses;
    private double metrics;
    private long began;
    private List<Finding> known = List.of();

    /** A report on a training on {@code data} that reads the time from {@code nanos}. */
    TextReport(PrintWriter out, Terminal terminal, LoadedData data, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.data = data;
        this.nanos = nanos;
        this.bar = new ProgressBar(out, terminal, "");
    }

    @Override
    public void reading(long number, float loss, float metric) {
        if (number > stepsBefore) {
            if (step == stepsBefore) {
                began = nanos.getAsLong();
            }
            step = number;
            losses += loss;
            metrics += metric;
        }
    }

    @Override
    public void happened(TrainEvent event) {
        if (event instanceof Started started) {
            stepsPerEpoch = started.stepsPerEpoch();
            epochs = started.epochs();
            table = Optional.of(
                    new EpochTable(epochs, started.metric(), data.validation().size()));
            out.println(table.get().heading());
            next(1, 0);
        } else if (event instanceof EpochEnded ended) {
            bar.finish(table.orElseThrow().row(ended));
            next(ended.epoch() + 1, ended.step());
        } else if (event instanceof Noticed noticed) {
            notice(noticed.findings());
        } else if (event instanceof Diagnosed diagnosed) {
            bar.leave();
            out.println(diagnosed.culprit().finding().advice());
        } else if (event instanceof Best found) {
            best = Optional.of(found);
        } else if (event instanceof Restored back) {
            restored = Optional.of(back);
        } else if (event instanceof Finished finished) {
            bar.leave();
            best.filter(found -> found.part() == Part.VALIDATION).ifPresent(found -> out.println(told(found)));
            out.println(last(finished));
        } else if (event instanceof Failed) {
            bar.leave();
        }
    }

    /** Says what has come up, and what is over. */
    private void notice(List<Finding> findings) {
        bar.leave();
        findings.stream()
                .filter(finding -> known.stream().noneMatch(old -> same(old, finding)))
                .forEach(finding -> out.println(Texts.of("cli.train.noticed", finding.advice())));
        known.stream()
                .filter(old -> findings.stream().noneMatch(finding -> same(old, finding)))
                .forEach(old -> out.println(Texts.of("cli.train.over", old.message())));
        known = findings;
        if (epoch <= epochs) {
            bar = new ProgressBar(out, terminal, table.orElseThrow().label(epoch));
        }
    }

    private static boolean same(Finding one, Finding other) {
        return one.path().equals(other.path())
                && one.problem().key().equals(other.problem().key());
    }

    @Override
    public void refresh() {
        long done = step - stepsBefore;
        if (table.isPresent() && done > 0) {
            bar.show((double) done / stepsPerEpoch, table.get().note(losses / done, metrics / done, pace(done)));
        }
    }

    /** The speed and the time that is left; empty while that would be a wild guess. */
    private String pace(long done) {
        double seconds = (nanos.getAsLong() - began) * NANOS;
        if (seconds < SURE) {
            return "";
        }
        double speed = done / seconds;
        double left = Math.max(0, ((double) stepsPerEpoch * epochs - step) / speed);
        return Texts.of("cli.train.pace", Numbers.grouped(Math.round(speed)), Numbers.duration(left));
    }

    private void next(int number, long after) {
        epoch = number;
        stepsBefore = after;
        step = after;
        losses = 0;
        metrics = 0;
        bar = new ProgressBar(out, terminal, table.orElseThrow().label(epoch));
    }

    private static String told(Best found) {
        return Texts.of("cli.train.best", MetricText.of(found.reading()).reading(found.score()), found.epoch());
    }

    private String last(Finished finished) {
        String early = finished.ending() == Ending.EARLY
                ? Texts.of("training.stopped.early", Numbers.grouped(finished.step())) + "\n"
                : "";
        String weights = restored.map(back -> "\n" + Texts.of("training.restored", back.epoch()))
                .orElse("");
        return early + ending(finished) + weights;
    }

    private String ending(Finished finished) {
        String time = Numbers.duration(finished.seconds());
        if (finished.stopped()) {
            return Texts.of("training.stopped", Numbers.grouped(finished.step()), time);
        }
        return finished.test()
                .map(test -> Texts.of("training.tested", MetricText.of(test, table.flatMap(EpochTable::metric)), time))
                .orElseGet(() -> Texts.of("training.done", time));
    }
}
