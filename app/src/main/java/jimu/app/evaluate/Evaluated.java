package jimu.app.evaluate;

import java.util.List;
import java.util.Optional;
import jimu.engine.data.Dataset;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.evaluate.Assessment;
import jimu.engine.evaluate.Classification;
import jimu.engine.evaluate.Evaluation;
import jimu.engine.evaluate.Matching;
import jimu.engine.evaluate.Regression;
import jimu.engine.graph.Document;
import jimu.engine.infer.Inference;
import jimu.engine.plan.WeightSnapshot;

/**
 * An evaluation with all that it was made from, so that more can be asked of the same.
 *
 * @param evaluation what was found
 * @param document the document as it was
 * @param inference its shapes
 * @param data the data
 * @param preprocessing as fitted for the weights
 * @param weights the weights
 */
record Evaluated(
        Evaluation evaluation,
        Document document,
        Inference inference,
        LoadedData data,
        Preprocessing preprocessing,
        WeightSnapshot weights) {
    /** The same with what one loss tells before all else. */
    Evaluated beginningWith(String loss) {
        return new Evaluated(evaluation.beginningWith(loss), document, inference, data, preprocessing, weights);
    }

    /** The losses among which a person may choose: all, if some tell the like; else none. */
    List<String> losses() {
        List<Assessment> all = evaluation.assessments();
        return all.stream().map(Assessment::getClass).distinct().count() == all.size()
                ? List.of()
                : all.stream().map(Assessment::loss).toList();
    }

    /** The samples of the part. */
    Dataset samples() {
        return evaluation.part().of(data);
    }

    /** The first of the losses that choose classes. */
    Optional<Classification> classes() {
        return first(Classification.class);
    }

    /** The first of the losses that compare numbers. */
    Optional<Regression> numbers() {
        return first(Regression.class);
    }

    /** The first of the losses that compare vectors. */
    Optional<Matching> pairs() {
        return first(Matching.class);
    }

    private <T extends Assessment> Optional<T> first(Class<T> kind) {
        List<Assessment> all = evaluation.assessments();
        return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
