package jimu.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import jimu.app.text.MetricText;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.evaluate.ClassReport;
import jimu.engine.evaluate.Evaluation;

/** The summary of an evaluation. */
final class Figures {
    private Figures() {}

    /** Loss and metrics as training tells them, then what else sums the answers up. */
    static List<Figure> of(Evaluated evaluated) {
        Evaluation evaluation = evaluated.evaluation();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(Texts.of("evaluate.samples"), Numbers.grouped(evaluation.samples())));
        figures.add(figure("loss", evaluation.score().loss()));
        evaluation
                .score()
                .metric()
                .ifPresent(value -> figures.add(figure(evaluation.metric().orElse("metric"), value)));
        evaluation.score().further().forEach((name, value) -> figures.add(figure(name, value)));
        evaluated.classes().ifPresent(classes -> {
            ClassReport report = classes.report();
            add(figures, "evaluate.macro_f1", Numbers.percent(report.macro().f1()));
            add(figures, "evaluate.ece", Numbers.percent(classes.calibration().error()));
        });
        evaluated.numbers().filter(numbers -> numbers.units()).ifPresent(numbers -> {
            add(figures, "evaluate.units.mae", Numbers.measured(numbers.mae()));
            add(figures, "evaluate.units.rmse", Numbers.measured(numbers.rmse()));
        });
        evaluated.pairs().ifPresent(pairs -> {
            add(figures, "evaluate.threshold", Numbers.measured(pairs.threshold()));
            add(figures, "evaluate.right", Numbers.percent(pairs.confusion().accuracy()));
            add(figures, "evaluate.auc", Numbers.measured(pairs.roc().area()));
        });
        return figures;
    }

    private static void add(List<Figure> figures, String key, String value) {
        figures.add(new Figure(Texts.of(key), value));
    }

    private static Figure figure(String name, double value) {
        MetricText text = MetricText.of(name);
        String heading = text.loss()
                .map(path -> Texts.of("metric.of", text.heading(), path))
                .orElse(text.heading());
        return new Figure(heading, text.number(value));
    }
}
