package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Port;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Source;
import jimu.engine.shape.TensorType;

/**
 * The structure of a network as PyTorch prints a module, in the order of computation.
 *
 * <p>A group is a module of its definition's name, and repeated it stands in an {@code nn.Sequential}; a plain chain that is used
 * only once is an {@code nn.Sequential} itself, as one would write it. Sources, losses, functions and blocks that use another's
 * weights are no modules.
 */
public final class ModuleTree {
    private static final String SEQUENTIAL = "Sequential";

    private final Document document;
    private final Inference inference;

    private ModuleTree(Document document, Inference inference) {
        this.document = document;
        this.inference = inference;
    }

    /** A module with what is inside: other modules, or else a text. */
    private record Module(String type, Map<String, Module> children, String inside) {
        static Module container(String type) {
            return new Module(type, new LinkedHashMap<>(), "");
        }

        void print(StringBuilder text, String indent) {
            text.append(type).append('(');
            text.append(inside.replace("\n", "\n" + indent));
            children.forEach((name, child) -> {
                text.append('\n').append(indent).append("  (").append(name).append("): ");
                child.print(text, indent + "  ");
            });
            text.append(children.isEmpty() ? ")" : "\n" + indent + ")");
        }
    }

    /** The structure of a document's network under the name of its class, such as the model's. */
    public static String print(Document document, Inference inference, String className) {
        ModuleTree tree = new ModuleTree(document, inference);
        Module root = Module.container(PythonNames.className(className, List.of()));
        for (String path : inference.order()) {
            FlatBlock block = inference.graph().require(path);
            if (isOwn(block)) {
                tree.module(block).ifPresent(module -> tree.add(root, block, module));
            }
        }
        StringBuilder text = new StringBuilder();
        root.print(text, "");
        return text.append('\n').toString();
    }

    private static boolean isOwn(FlatBlock block) {
        return !(block.layer() instanceof Source || block.layer() instanceof Loss)
                && block.sharesWeightsOf().isEmpty();
    }

    /** A layer's module; none where PyTorch has a function for it. */
    private Optional<PyTorch.Module> module(FlatBlock block) {
        Layer layer = block.layer();
        return inference
                .known(block.path())
                .map(known -> layer.pytorch(types(block, known)).module())
                .orElseGet(() -> PyTorch.module(layer.type()).module());
    }

    private static Map<String, TensorType> types(FlatBlock block, Known known) {
        Map<String, TensorType> types = new LinkedHashMap<>();
        for (Port port : block.layer().inputs()) {
            if (!block.inputs().getOrDefault(port.name(), List.of()).isEmpty()) {
                types.put(port.name(), known.inputs().get(types.size()));
            }
        }
        return types;
    }

    private void add(Module root, FlatBlock block, PyTorch.Module module) {
        List<String> types = containers(block);
        String[] names = block.path().split("\\.", -1);
        Module parent = root;
        for (int i = 0; i < names.length - 1; i++) {
            String container = types.get(Math.min(i, types.size() - 1));
            parent = parent.children().computeIfAbsent(names[i], name -> Module.container(container));
        }
        Map<String, Integer> sizes =
                inference.known(block.path()).map(Known::automaticSizes).orElse(Map.of());
        String type = module.name().replaceFirst("^nn\\.", "");
        String inside = new PrintedModule(block.layer(), sizes, module.arguments()).inside();
        parent.children().put(names[names.length - 1], new Module(type, Map.of(), inside));
    }

    /** The classes of the modules around a layer, outermost first. */
    private List<String> containers(FlatBlock block) {
        List<String> types = new ArrayList<>(List.of());
        Graph graph = document.graph();
        for (String id : block.blocks()) {
            Optional<Content.Use> use = graph.block(id)
                    .map(Block::content)
                    .filter(Content.Use.class::isInstance)
                    .map(Content.Use.class::cast);
            if (use.isPresent()) {
                Definition definition = document.definitions().get(use.get().definition());
                if (use.get().repeat() > 1) {
                    types.add(SEQUENTIAL);
                }
                if (definition != null) {
                    types.add(usedOnce(definition) && isChain(definition) ? SEQUENTIAL : definition.name());
                    graph = definition.graph();
                }
            }
        }
        return types;
    }

    private boolean usedOnce(Definition definition) {
        List<Graph> graphs = new ArrayList<>(List.of(document.graph()));
        document.definitions().values().forEach(other -> graphs.add(other.graph()));
        return graphs.stream()
                        .flatMap(graph -> graph.blocks().stream())
                        .filter(block -> block.content() instanceof Content.Use use
                                && use.definition().equals(definition.name()))
                        .mapToInt(block -> ((Content.Use) block.content()).repeat())
                        .sum()
                == 1;
    }

    /** Whether every block but one reads exactly one other, none is read twice, and one alone reads what goes into the group. */
    private static boolean isChain(Definition definition) {
        Graph graph = definition.graph();
        long entered = definition.inputs().stream()
                .mapToLong(entry -> entry.feeds().size())
                .sum();
        long readers = graph.links().stream()
                .map(Link::to)
                .map(to -> to.block())
                .distinct()
                .count();
        long read = graph.links().stream()
                .map(Link::from)
                .map(from -> from.block())
                .distinct()
                .count();
        int links = graph.links().size();
        return links == graph.blocks().size() - 1 && readers == links && read == links && entered <= 1;
    }
}
