package jimu.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jimu.engine.evaluate.DecisionMap;

/** The pictures of an evaluation, in their order; their texts are {@code evaluate.chapter.NAME}. */
enum Chapter {
    CONFUSION,
    CLASSES,
    ROC,
    PRECISION_RECALL,
    CALIBRATION,
    FORECAST,
    PREDICTED,
    RESIDUALS,
    DISTANCES,
    BOUNDARY,
    PROJECTION,
    SAMPLES,
    DRAW;

    String key() {
        return "evaluate.chapter." + name().toLowerCase(Locale.ROOT);
    }

    /** Those that fit what was evaluated. */
    static List<Chapter> of(Evaluated evaluated) {
        List<Chapter> chapters = new ArrayList<>();
        if (evaluated.classes().isPresent()) {
            chapters.addAll(List.of(CONFUSION, CLASSES, ROC, PRECISION_RECALL, CALIBRATION));
        }
        evaluated.numbers().ifPresent(numbers -> {
            if (numbers.forecast().isPresent()) {
                chapters.add(FORECAST);
            }
            chapters.addAll(List.of(PREDICTED, RESIDUALS));
        });
        if (DecisionMap.input(
                        evaluated.inference(), evaluated.inference().outputs().get(0))
                .isPresent()) {
            chapters.add(BOUNDARY);
        }
        if (evaluated.pairs().isPresent()) {
            chapters.add(PROJECTION);
            chapters.add(DISTANCES);
            if (evaluated.classes().isEmpty()) {
                chapters.addAll(List.of(CONFUSION, ROC, PRECISION_RECALL));
            }
        } else {
            chapters.add(PROJECTION);
        }
        chapters.add(SAMPLES);
        return chapters;
    }
}
