package jimu.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.layer.ClassLoss;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Source;
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** Finds what keeps an inferred network from being trained on given data. */
public final class Readiness {
    private Readiness() {}

    /** What is wrong with the losses and all that they read; an unfinished corner elsewhere does not matter. */
    public static List<Finding> check(Inference inference) {
        if (!inference.losses().isEmpty()) {
            return List.of();
        }
        if (inference.graph().blocks().isEmpty()) {
            return List.of(network("loss.missing", Messages.text("expected.loss")));
        }
        List<Finding> shapes = inference.findings(Problem.Severity.SHAPE);
        return shapes.isEmpty() ? inference.findings(Problem.Severity.CANNOT_TRAIN) : shapes;
    }

    /** The problems of network and data together, besides those of the network alone; empty if they fit. */
    public static List<Finding> check(Inference inference, LoadedData data) {
        List<Finding> findings = new ArrayList<>();
        for (FlatBlock block : inference.graph().blocks().values()) {
            if (block.layer() instanceof Source source) {
                fieldProblem(source, data).ifPresent(problem -> findings.add(at(block, problem)));
            } else if (block.layer() instanceof ClassLoss) {
                classProblem(inference, block, data).ifPresent(problem -> findings.add(at(block, problem)));
            }
        }
        return findings;
    }

    /** The problem that no data are chosen. */
    public static Finding noData() {
        return network("data.missing", Messages.text("expected.data"));
    }

    /** The problem that the data that are chosen cannot be used, for a reason told as a sentence. */
    public static Finding unreadData(String reason) {
        return network(Problem.training("data.unread", Messages.text("expected.data"), reason));
    }

    private static Finding network(String key, String missing) {
        return network(Problem.training(key, missing, Messages.text("expected.none")));
    }

    private static Finding network(Problem problem) {
        return new Finding(problem, "", List.of(), Messages.text("network"), "");
    }

    private static Optional<Problem> fieldProblem(Source source, LoadedData data) {
        Optional<Field> field = data.fields().stream()
                .filter(one -> one.name().equals(source.field()))
                .findFirst();
        if (field.isEmpty()) {
            String known =
                    String.join(", ", data.fields().stream().map(Field::name).toList());
            return Optional.of(Problem.training("data.field", known, source.field(), data.name()));
        }
        TensorType wanted = new TensorType(source.dtype(), source.sampleShape());
        TensorType actual = field.get().type();
        return actual.dtype() == wanted.dtype()
                        && actual.shape().elements(1) == wanted.shape().elements(1)
                ? Optional.empty()
                : Optional.of(Problem.training(
                        "data.shape", actual.toString(), wanted.toString(), source.field(), data.name()));
    }

    /** A loss that compares with class indices needs as many numbers as there are classes. */
    private static Optional<Problem> classProblem(Inference inference, FlatBlock block, LoadedData data) {
        List<FlatBlock.Endpoint> targets = block.inputs().getOrDefault("target", List.of());
        List<FlatBlock.Endpoint> predictions = Inference.predictions(block);
        if (targets.size() != 1 || predictions.size() != 1) {
            return Optional.empty();
        }
        Optional<TensorShape> prediction = inference.type(predictions.get(0)).map(TensorType::shape);
        return inference
                .graph()
                .block(targets.get(0).path())
                .filter(target -> target.layer() instanceof Source)
                .flatMap(target -> data.fields().stream()
                        .filter(field -> field.name().equals(((Source) target.layer()).field()))
                        .findFirst())
                .filter(field ->
                        !field.classes().isEmpty() && !field.type().dtype().isFloating())
                .filter(field -> prediction.isPresent()
                        && prediction.get().rank() > 1
                        && prediction.get().dim(1).factor() < field.classes().size())
                .map(field -> Problem.training(
                        "data.classes",
                        field.classes().size() + "",
                        prediction.get().dim(1) + "",
                        field.name()));
    }

    private static Finding at(FlatBlock block, Problem problem) {
        return new Finding(problem, block.path(), block.blocks(), block.label(), "");
    }
}
