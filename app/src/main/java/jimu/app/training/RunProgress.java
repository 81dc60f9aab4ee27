package jimu.app.training;

import jimu.app.text.Numbers;
import jimu.app.text.Texts;

/**
 * How far a run has come, as a person reads it.
 *
 * @param share of all its steps, 0 … 1; negative while that is not known
 * @param place epoch and step
 * @param speed samples a second; empty while that is not known
 * @param time what has passed, and about what is left
 */
public record RunProgress(double share, String place, String speed, String time) {
    /** Time and speed in one line. */
    String pace() {
        return speed.isEmpty() ? time : time + " · " + speed;
    }

    /** Before the first run. */
    static final RunProgress NONE = new RunProgress(0, "", "", "");

    private static final double SURE = 1;

    static RunProgress of(
            long step, long stepsPerEpoch, int epochs, int batch, float rate, double seconds, double stepsPerSecond) {
        long all = stepsPerEpoch * epochs;
        long epoch = Math.min(epochs, Math.max(0, step - 1) / stepsPerEpoch + 1);
        String place = Texts.of(
                "training.place", epoch, epochs, Numbers.grouped(step), Numbers.grouped(all), Numbers.rate(rate));
        String speed = stepsPerSecond == 0
                ? ""
                : Texts.of("training.speed", Numbers.grouped(Math.round(stepsPerSecond * batch)));
        boolean guess = seconds >= SURE && step > 0 && step < all;
        String time = guess
                ? Texts.of(
                        "training.time.left",
                        Numbers.duration(seconds),
                        Numbers.duration(seconds / step * (all - step)))
                : Texts.of("training.time", Numbers.duration(seconds));
        return new RunProgress((double) step / all, place, speed, time);
    }
}
