package jimu.app.training;

import java.util.Optional;
import jimu.app.text.MetricText;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.train.TrainEvent.Diverged;
import jimu.engine.train.TrainEvent.Ending;
import jimu.engine.train.TrainEvent.Finished;
import jimu.engine.train.TrainEvent.Restored;

/** Says how a run ended. */
final class RunEnding {
    private RunEnding() {}

    /** In a sentence: whether it was stopped or stopped itself, the test, and whether the best weights are back. */
    static String sentence(Finished end, Optional<Restored> restored, Optional<String> metric) {
        String weights = restored.map(back -> " · " + Texts.of("training.restored", back.epoch()))
                .orElse("");
        return ending(end, metric) + weights;
    }

    /** Which step was not made; the cause and what helps stand elsewhere. */
    static String sentence(Diverged end) {
        return Texts.of(
                "training.diverged",
                Numbers.grouped(end.step()),
                Numbers.grouped(end.epoch()),
                Numbers.grouped(end.batch()));
    }

    private static String ending(Finished end, Optional<String> metric) {
        String time = Numbers.duration(end.seconds());
        if (end.stopped()) {
            return Texts.of("training.stopped", Numbers.grouped(end.step()), time);
        }
        String early = end.ending() == Ending.EARLY
                ? Texts.of("training.stopped.early", Numbers.grouped(end.step())) + " · "
                : "";
        return early
                + end.test()
                        .map(score -> Texts.of("training.tested", MetricText.of(score, metric), time))
                        .orElse(Texts.of("training.done", time));
    }
}
