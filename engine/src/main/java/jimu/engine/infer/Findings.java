package jimu.engine.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.FlatGraph;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.BlockState.Wrong;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Problem;
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorType;
import org.jspecify.annotations.Nullable;

/** Puts the problems of a network into their places and tells where the offending inputs come from. */
final class Findings {
    private static final int ORIGIN_STEPS = 3;
    private static final int SIZES = 2;

    private final FlatGraph graph;
    private final Map<String, BlockState> states;

    Findings(FlatGraph graph, Map<String, BlockState> states) {
        this.graph = graph;
        this.states = states;
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        graph.misplaced()
                .forEach(wrong ->
                        findings.add(new Finding(wrong.problem(), wrong.path(), wrong.blocks(), wrong.label(), "")));
        for (FlatBlock block : graph.blocks().values()) {
            findings.addAll(of(block, states.get(block.path())));
        }
        boolean hasLoss = graph.blocks().values().stream().anyMatch(block -> block.layer() instanceof Loss);
        if (!hasLoss && !graph.blocks().isEmpty()) {
            Problem problem =
                    Problem.training("loss.missing", Messages.text("expected.loss"), Messages.text("expected.none"));
            findings.add(new Finding(problem, "", List.of(), Messages.text("network"), ""));
        }
        return findings;
    }

    /** The problems of one layer in a state. */
    List<Finding> of(FlatBlock block, @Nullable BlockState state) {
        if (state instanceof Known known && known.remarks().isEmpty() && !(block.layer() instanceof Loss)) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        if (state instanceof Wrong wrong) {
            problems.addAll(wrong.problems());
        } else if (state instanceof Known known) {
            problems.addAll(known.remarks());
            problems.addAll(hints(block));
        }
        return problems.stream().map(problem -> located(block, problem)).toList();
    }

    /** What a loss says to the numbers that its predictions are. */
    private List<Problem> hints(FlatBlock block) {
        if (!(block.layer() instanceof Loss loss)) {
            return List.of();
        }
        return Inference.predictions(block).stream()
                .flatMap(output -> Maker.of(output, graph, states).stream())
                .flatMap(maker -> loss.hints(maker.domain(), maker.block().label()).stream())
                .toList();
    }

    private Finding located(FlatBlock block, Problem problem) {
        String origin = problem.port()
                .flatMap(port ->
                        block.inputs().getOrDefault(port, List.of()).stream().findFirst())
                .map(output -> origin(output, problem.axes()))
                .orElse("");
        return new Finding(problem, block.path(), block.blocks(), block.label(), origin);
    }

    /** Whence the sizes of some axes come, or the whole shape where none is to blame more than others. */
    private String origin(Endpoint output, List<Integer> axes) {
        Causes causes = new Causes(graph, states);
        List<String> sentences = axes.stream()
                .flatMap(axis -> causes.sentence(output, axis).stream())
                .distinct()
                .limit(SIZES)
                .toList();
        if (!sentences.isEmpty()) {
            return String.join(" ", sentences);
        }
        String way = way(output);
        return way.isEmpty() ? "" : Messages.text("problem.origin", way);
    }

    /** The last layers that changed the shape on the way to an output, each with what it made. */
    private String way(Endpoint output) {
        List<String> steps = new ArrayList<>();
        Endpoint at = output;
        while (steps.size() < ORIGIN_STEPS && states.get(at.path()) instanceof Known known) {
            FlatBlock block = graph.require(at.path());
            TensorType made = known.outputs().get(at.port());
            if (made != null
                    && (known.inputs().isEmpty() || !known.inputs().get(0).equals(made))) {
                steps.add(0, Messages.text("problem.origin.step", block.label() + settings(block.layer()), made));
            }
            List<Endpoint> before = block.inputs().values().stream().findFirst().orElse(List.of());
            if (before.size() != 1) {
                break;
            }
            at = before.get(0);
        }
        return String.join(" → ", steps);
    }

    /** The parameters that a person has set, in words. */
    private static String settings(Layer layer) {
        LayerSchema schema = LayerCatalog.of(layer);
        String text = schema.parameters().stream()
                .filter(parameter -> !parameter.get(layer).equals("auto"))
                .filter(parameter ->
                        parameter.required() || !parameter.get(layer).equals(parameter.defaultValue()))
                .map(parameter -> parameter.name() + " " + parameter.get(layer))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : " (" + text + ")";
    }
}
