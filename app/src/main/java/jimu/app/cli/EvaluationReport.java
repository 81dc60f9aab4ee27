package jimu.app.cli;

import java.util.ArrayList;
import java.util.List;
import jimu.app.cli.Table.Column;
import jimu.app.cli.Table.Side;
import jimu.app.text.MetricText;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.evaluate.Assessment;
import jimu.engine.evaluate.ClassReport;
import jimu.engine.evaluate.ClassReport.Row;
import jimu.engine.evaluate.Classification;
import jimu.engine.evaluate.ConfusionMatrix;
import jimu.engine.evaluate.Evaluation;
import jimu.engine.evaluate.Matching;
import jimu.engine.evaluate.Regression;

/**
 * An evaluation for people: loss and metrics, then what each loss tells, then the samples with the highest losses.
 *
 * @param evaluation what was found
 * @param model the name of the network
 * @param data the name of the data
 */
record EvaluationReport(Evaluation evaluation, String model, String data) {
    private static final int WORST = 10;

    /** No matrix of more classes fits a terminal. */
    private static final int WIDEST = 20;

    List<String> lines(char rule) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of(
                "cli.evaluate.head",
                model,
                Numbers.grouped(evaluation.samples()),
                data,
                Evaluate.name(evaluation.part())));
        lines.add(MetricText.of(evaluation.score(), evaluation.metric()));
        for (Assessment assessment : evaluation.assessments()) {
            lines.add("");
            if (evaluation.assessments().size() > 1) {
                lines.add(assessment.loss());
            }
            if (assessment instanceof Classification classes) {
                lines.addAll(lines(classes, rule));
            } else if (assessment instanceof Regression numbers) {
                lines.addAll(lines(numbers));
            } else if (assessment instanceof Matching pairs) {
                lines.addAll(lines(pairs));
            }
        }
        lines.add("");
        lines.add(Texts.of("cli.evaluate.worst"));
        lines.addAll(worst().lines());
        return lines;
    }

    private static List<String> lines(Classification classes, char rule) {
        List<String> lines = new ArrayList<>(report(classes, rule));
        lines.add("");
        lines.add(Texts.of(
                "cli.evaluate.calibration",
                Numbers.percent(classes.calibration().error())));
        lines.addAll(confusion(classes.confusion()));
        return lines;
    }

    private static List<String> report(Classification classes, char rule) {
        ClassReport report = classes.report();
        Table table = new Table(
                new Column(Texts.of("cli.evaluate.class"), Side.LEFT),
                new Column(Texts.of("evaluate.precision"), Side.RIGHT),
                new Column(Texts.of("evaluate.recall"), Side.RIGHT),
                new Column(Texts.of("evaluate.f1"), Side.RIGHT),
                new Column(Texts.of("evaluate.support"), Side.RIGHT),
                new Column(Texts.of("evaluate.auc"), Side.RIGHT),
                new Column(Texts.of("evaluate.ap"), Side.RIGHT));
        for (int c = 0; c < report.rows().size(); c++) {
            String area = number(classes.roc(c).area());
            String precision = number(classes.precisionRecall(c).averagePrecision());
            add(table, report.rows().get(c).name(), report.rows().get(c), area, precision);
        }
        add(table, Texts.of("evaluate.macro"), report.macro(), "", "");
        add(table, Texts.of("evaluate.weighted"), report.weighted(), "", "");
        List<String> lines = new ArrayList<>(List.of(table.heading(), table.rule(rule)));
        lines.addAll(table.lines());
        return lines;
    }

    private static void add(Table table, String name, Row row, String area, String precision) {
        table.add(
                name,
                Numbers.percent(row.precision()),
                Numbers.percent(row.recall()),
                Numbers.percent(row.f1()),
                Numbers.grouped(row.support()),
                area,
                precision);
    }

    private static List<String> confusion(ConfusionMatrix matrix) {
        int size = matrix.classes().size();
        if (size > WIDEST) {
            return List.of();
        }
        Column[] columns = new Column[size + 1];
        columns[0] = new Column(Texts.of("cli.evaluate.confusion"), Side.LEFT);
        for (int c = 0; c < size; c++) {
            columns[c + 1] = new Column(matrix.classes().get(c), Side.RIGHT);
        }
        Table table = new Table(columns);
        for (int truth = 0; truth < size; truth++) {
            String[] cells = new String[size + 1];
            cells[0] = matrix.classes().get(truth);
            for (int c = 0; c < size; c++) {
                cells[c + 1] = Numbers.grouped(matrix.count(truth, c));
            }
            table.add(cells);
        }
        List<String> lines = new ArrayList<>(List.of("", table.heading()));
        lines.addAll(table.lines());
        return lines;
    }

    private static List<String> lines(Regression numbers) {
        return List.of(Texts.of(
                numbers.units() ? "cli.evaluate.numbers.units" : "cli.evaluate.numbers",
                Numbers.measured(numbers.mae()),
                Numbers.measured(numbers.rmse()),
                number(numbers.r2())));
    }

    private static List<String> lines(Matching pairs) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of(
                "cli.evaluate.pairs",
                Numbers.measured(pairs.threshold()),
                Numbers.percent(pairs.confusion().accuracy()),
                number(pairs.roc().area()),
                number(pairs.precisionRecall().averagePrecision())));
        lines.addAll(confusion(pairs.confusion()));
        return lines;
    }

    /** The samples with the highest losses; with what they are and were taken for, where that is a class. */
    private Table worst() {
        Table table = new Table(
                new Column(Texts.of("evaluate.sample"), Side.RIGHT),
                new Column(Texts.of("evaluate.loss"), Side.RIGHT),
                new Column("", Side.LEFT));
        for (int sample : evaluation.worst(WORST)) {
            table.add(Integer.toString(sample), Numbers.measured(evaluation.losses()[sample]), answer(sample));
        }
        return table;
    }

    private String answer(int sample) {
        if (evaluation.assessments().get(0) instanceof Classification classes
                && classes.kept().plain()) {
            return Texts.of(
                    "cli.evaluate.answer",
                    classes.classes().get(classes.truths()[sample]),
                    classes.classes().get(classes.choices()[sample]),
                    Numbers.percent(classes.confidence(sample)));
        } else if (evaluation.assessments().get(0) instanceof Regression numbers
                && numbers.kept().plain()) {
            return Texts.of(
                    "cli.evaluate.number",
                    Numbers.measured(numbers.truths()[sample]),
                    Numbers.measured(numbers.answers()[sample]));
        }
        return "";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : Numbers.measured(value);
    }
}
