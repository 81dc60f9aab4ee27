package jimu.app.training;

import java.util.Optional;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.train.TrainEvent;

/**
 * How far a run has come, as a person reads it.
 *
 * @param share of all its steps, 0 … 1; negative while that is not known
 * @param place epoch and step
 * @param speed samples a second; empty while that is not known
 * @param time what has passed, and about what is left
 * @param memory what the program takes; empty while that is not known
 * @param brief the same in one short line
 */
public record RunProgress(double share, String place, String speed, String time, String memory, String brief) {
    /** Before the first run. */
    static final RunProgress NONE = new RunProgress(0, "", "", "", "", "");

    /** A run is being made. */
    static RunProgress starting() {
        String text = Texts.of("training.starting");
        return new RunProgress(-1, text, "", "", "", text);
    }

    /** Time and speed in one line. */
    String pace() {
        return speed.isEmpty() ? time : time + " · " + speed;
    }

    /** All of it, a line for each. */
    String whole() {
        return String.join("\n", place, time, speed, memory)
                .replaceAll("\n+", "\n")
                .strip();
    }

    /**
     * After step {@code step} of a run of {@code epochs} epochs.
     *
     * @param seconds that it has taken
     * @param left about how many more it takes; NaN where that is not known
     * @param stepsPerSecond of late; 0 where that is not known
     */
    static RunProgress of(
            long step,
            TrainEvent.Started started,
            int epochs,
            float rate,
            double seconds,
            double left,
            double stepsPerSecond,
            Optional<MemoryUse.Amount> memory) {
        long perEpoch = Math.max(1, started.stepsPerEpoch());
        long all = perEpoch * epochs;
        long epoch = Math.min(epochs, Math.max(0, step - 1) / perEpoch + 1);
        String place = Texts.of(
                "training.place", epoch, epochs, Numbers.grouped(step), Numbers.grouped(all), Numbers.rate(rate));
        String speed = stepsPerSecond == 0
                ? ""
                : Texts.of("training.speed", Numbers.grouped(Math.round(stepsPerSecond * started.batchSize())));
        boolean known = !Double.isNaN(left) && step < all;
        String passed = Numbers.duration(seconds);
        String time = known
                ? Texts.of("training.time.left", passed, Numbers.duration(left))
                : Texts.of("training.time", passed);
        String brief = Texts.of("training.brief", epoch, epochs, known ? Numbers.duration(left) : passed);
        return new RunProgress(
                (double) step / all,
                place,
                speed,
                time,
                memory.map(MemoryUse.Amount::text).orElse(""),
                known ? Texts.of("training.brief.left", epoch, epochs, Numbers.duration(left)) : brief);
    }
}
