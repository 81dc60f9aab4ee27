package jimu.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import jimu.engine.evaluate.Assessment;
import jimu.engine.evaluate.Calibration;
import jimu.engine.evaluate.ClassReport;
import jimu.engine.evaluate.ClassReport.Row;
import jimu.engine.evaluate.Classification;
import jimu.engine.evaluate.ConfusionMatrix;
import jimu.engine.evaluate.Evaluation;
import jimu.engine.evaluate.Forecast;
import jimu.engine.evaluate.Matching;
import jimu.engine.evaluate.Regression;

/** An evaluation for programs; what is not defined is null. */
final class EvaluationJson {
    private static final int WORST = 100;

    private EvaluationJson() {}

    static ObjectNode of(Evaluation evaluation) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("data", Evaluate.name(evaluation.part())).put("samples", evaluation.samples());
        put(node, "loss", evaluation.score().loss());
        ObjectNode metrics = node.putObject("metrics");
        evaluation
                .score()
                .metric()
                .ifPresent(value -> put(metrics, evaluation.metric().orElse("metric"), value));
        evaluation.score().further().forEach((name, value) -> put(metrics, name, value));
        ArrayNode losses = node.putArray("losses");
        evaluation.assessments().forEach(assessment -> write(assessment, losses.addObject()));
        ArrayNode worst = node.putArray("worst");
        for (int sample : evaluation.worst(WORST)) {
            ObjectNode one = worst.addObject().put("sample", sample);
            put(one, "loss", evaluation.losses()[sample]);
        }
        ArrayNode doubtful = node.putArray("least_certain");
        evaluation.leastCertain(WORST).forEach(doubtful::add);
        return node;
    }

    private static void write(Assessment assessment, ObjectNode node) {
        node.put("name", assessment.loss());
        if (assessment instanceof Classification classes) {
            write(classes, node);
        } else if (assessment instanceof Regression numbers) {
            write(numbers, node);
        } else if (assessment instanceof Matching pairs) {
            write(pairs, node);
        }
    }

    private static void write(Classification classes, ObjectNode node) {
        node.put("kind", "classification");
        ClassReport report = classes.report();
        put(node, "accuracy", report.accuracy());
        ArrayNode rows = node.putArray("classes");
        for (int c = 0; c < report.rows().size(); c++) {
            ObjectNode row = rows.addObject().put("name", report.rows().get(c).name());
            write(report.rows().get(c), row);
            put(row, "auc", classes.roc(c).area());
            put(row, "average_precision", classes.precisionRecall(c).averagePrecision());
        }
        write(report.macro(), node.putObject("macro"));
        write(report.weighted(), node.putObject("weighted"));
        write(classes.confusion(), node);
        Calibration calibration = classes.calibration();
        put(node, "expected_calibration_error", calibration.error());
        ArrayNode bins = node.putArray("calibration");
        for (Calibration.Bin bin : calibration.bins()) {
            ObjectNode one = bins.addObject();
            put(one, "low", bin.low());
            put(one, "high", bin.high());
            one.put("count", bin.count());
            put(one, "probability", bin.probability());
            put(one, "share", bin.share());
        }
    }

    private static void write(Row row, ObjectNode node) {
        put(node, "precision", row.precision());
        put(node, "recall", row.recall());
        put(node, "f1", row.f1());
        node.put("support", row.support());
    }

    /** Row by row, a row for each true class. */
    private static void write(ConfusionMatrix matrix, ObjectNode node) {
        ArrayNode rows = node.putArray("confusion");
        int size = matrix.classes().size();
        for (int truth = 0; truth < size; truth++) {
            ArrayNode row = rows.addArray();
            int of = truth;
            IntStream.range(0, size).forEach(c -> row.add(matrix.count(of, c)));
        }
    }

    private static void write(Regression numbers, ObjectNode node) {
        node.put("kind", "regression").put("units_of_the_data", numbers.units());
        put(node, "mae", numbers.mae());
        put(node, "rmse", numbers.rmse());
        put(node, "r2", numbers.r2());
        numbers.forecast().ifPresent(forecast -> write(forecast, node.putArray("forecast")));
    }

    private static void write(Forecast forecast, ArrayNode rows) {
        for (int i = 0; i < forecast.count(); i++) {
            ObjectNode one = rows.addObject().put("row", forecast.rows()[i]);
            ArrayNode actual = one.putArray("actual");
            ArrayNode told = one.putArray("forecast");
            for (int step = 0; step < forecast.horizon(); step++) {
                actual.add(forecast.actual()[forecast.rows()[i] - forecast.first() + step]);
                told.add(forecast.at(i, step));
            }
        }
    }

    private static void write(Matching pairs, ObjectNode node) {
        node.put("kind", "pairs");
        put(node, "threshold", pairs.threshold());
        put(node, "accuracy", pairs.confusion().accuracy());
        put(node, "auc", pairs.roc().area());
        put(node, "average_precision", pairs.precisionRecall().averagePrecision());
        write(pairs.confusion(), node);
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
