package jimu.engine.repair;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jimu.engine.data.Field;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FreeName;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Size;
import jimu.engine.layer.Source;
import jimu.engine.layer.activation.LogSoftmax;
import jimu.engine.layer.activation.Sigmoid;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Identity;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.BCELoss;
import jimu.engine.layer.loss.BCEWithLogitsLoss;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.loss.MSELoss;
import jimu.engine.layer.loss.NLLLoss;
import jimu.engine.shape.TensorType;

/** Adds the loss that suits the data, or else the last layer, with its Target, and a Linear before it where the data want one. */
final class AddLoss implements Remedy {
    private static final int TRIES = 2;

    @Override
    public Set<String> keys() {
        return Set.of("loss.missing");
    }

    @Override
    public List<Repair> propose(Case problem) {
        List<Block> ends = new ArrayList<>(ends(problem.document()));
        Collections.reverse(ends);
        return ends.stream()
                .limit(TRIES)
                .flatMap(end -> Outputs.main(problem.document(), end).stream()
                        .flatMap(output -> type(problem, output).stream()
                                .flatMap(type -> losses(problem, end, type).stream()
                                        .map(loss -> add(problem, end, output, type, loss)))))
                .toList();
    }

    private static List<Block> ends(Document document) {
        return document.graph().blocks().stream()
                .filter(block -> !Outputs.read(document.graph(), block.id()))
                .filter(block ->
                        Case.layer(block).filter(Source.class::isInstance).isEmpty())
                .toList();
    }

    /** The type at an output, also where a group makes it. */
    private static Optional<TensorType> type(Case problem, PortRef output) {
        return problem.type(output)
                .or(() -> problem.inference().outputs().stream()
                        .filter(end -> problem.inference()
                                .graph()
                                .block(end.path())
                                .map(FlatBlock::blocks)
                                .filter(blocks -> blocks.get(0).equals(output.block()))
                                .isPresent())
                        .findFirst()
                        .flatMap(problem.inference()::type));
    }

    private static List<Loss> losses(Case problem, Block end, TensorType type) {
        Layer last = Case.layer(end).orElse(new Identity());
        Optional<Field> field = problem.data().flatMap(Goal::field);
        if (field.isPresent()) {
            boolean indices = !field.get().type().dtype().isFloating();
            boolean classes = !field.get().classes().isEmpty();
            return List.of(indices ? ofClasses(last) : classes ? ofTwo(last) : new MSELoss());
        } else if (last instanceof Sigmoid) {
            return List.of(new BCELoss(), new MSELoss());
        } else if (type.shape().rank() == 2 && type.shape().dim(1).factor() == 1) {
            return List.of(new MSELoss(), new BCEWithLogitsLoss());
        }
        return List.of(ofClasses(last), new MSELoss());
    }

    private static Loss ofClasses(Layer last) {
        return last instanceof LogSoftmax ? new NLLLoss() : new CrossEntropyLoss();
    }

    private static Loss ofTwo(Layer last) {
        return last instanceof Sigmoid ? new BCELoss() : new BCEWithLogitsLoss();
    }

    private static Repair add(Case problem, Block end, PortRef output, TensorType type, Loss loss) {
        List<Layer> chain = new ArrayList<>(between(problem, type, loss));
        chain.add(loss);
        List<Edit> edits = new ArrayList<>();
        Graph graph = problem.document().graph();
        PortRef from = output;
        for (Layer layer : chain) {
            Block block = Block.of(graph.freeId(), FreeName.of(graph, layer), new Content.Of(layer));
            graph = graph.withAll(List.of(block), List.of());
            PortRef in = new PortRef(block.id(), layer.inputs().get(0).name());
            edits.add(new Edit.AddBlocks(List.of(block), List.of(new Link(from, in)), Map.of()));
            from = new PortRef(block.id(), layer.outputs().get(0));
        }
        edits.addAll(target(problem, type, loss, new PortRef(from.block(), "target"), graph));
        String words = chain.stream().map(Spelling::of).collect(Collectors.joining(" + "));
        return problem.repair("loss", new Edit.Sequence(edits), words, end.name());
    }

    /** What brings a prediction to the size of what the data want. */
    private static List<Layer> between(Case problem, TensorType type, Loss loss) {
        Optional<Field> field = problem.data().flatMap(Goal::field);
        if (field.isEmpty() || type.shape().rank() < 2) {
            return List.of();
        }
        boolean classes = !field.get().type().dtype().isFloating();
        int wanted = classes ? field.get().classes().size() : field.get().elements();
        boolean row = type.shape().rank() == 2;
        if ((row && type.shape().dim(1).factor() == wanted) || wanted < 1 || loss instanceof NLLLoss) {
            return List.of();
        }
        Linear linear = new Linear(Size.AUTO, wanted, true);
        return row ? List.of(linear) : List.of(new Flatten(), linear);
    }

    /** A Target that nothing reads yet, or else a new one. */
    private static List<Edit> target(Case problem, TensorType type, Loss loss, PortRef end, Graph graph) {
        Optional<Target> wanted = problem.data()
                .flatMap(Goal::field)
                .map(field -> suited(Goal.target(field), loss))
                .or(() -> Goal.target(loss, type.shape(), problem.data()));
        Optional<Block> there = graph.blocks().stream()
                .filter(block -> !Outputs.read(graph, block.id()))
                .filter(block -> Case.layer(block)
                        .filter(layer -> layer instanceof Target target
                                && wanted.filter(one -> one.batchType().equals(target.batchType()))
                                        .isPresent())
                        .isPresent())
                .findFirst();
        if (there.isPresent()) {
            return List.of(new Edit.Connect(new Link(new PortRef(there.get().id(), "output"), end)));
        }
        return wanted.stream()
                .<Edit>map(layer -> {
                    Block block = Block.of(graph.freeId(), FreeName.of(graph, layer), new Content.Of(layer));
                    Link link = new Link(new PortRef(block.id(), "output"), end);
                    return new Edit.AddBlocks(List.of(block), List.of(link), Map.of());
                })
                .toList();
    }

    /** One number a sample has an axis of its own where the loss compares it with a prediction that has one. */
    private static Target suited(Target target, Loss loss) {
        boolean single = target.shape().isEmpty() && target.dtype().isFloating();
        return single && (loss instanceof MSELoss || loss instanceof BCELoss || loss instanceof BCEWithLogitsLoss)
                ? new Target(target.field(), List.of(1), 0, target.dtype())
                : target;
    }
}
