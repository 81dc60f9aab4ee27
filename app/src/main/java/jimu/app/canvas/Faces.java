package jimu.app.canvas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jimu.app.session.BlockSize;
import jimu.app.session.Ports;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.infer.BlockState;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Problem.Severity;
import jimu.engine.shape.TensorType;

/**
 * What all blocks and wires of a document show; it follows from the network and its inference alone.
 *
 * @param blocks by id, in the document's order
 * @param wires by link, in the document's order
 */
record Faces(Map<String, BlockFace> blocks, Map<Link, WireFace> wires) {
    static final Faces NONE = new Faces(Map.of(), Map.of());

    Faces {
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
        wires = Collections.unmodifiableMap(new LinkedHashMap<>(wires));
    }

    static Faces of(Document document, Inference inference) {
        return new Builder(document, inference).build();
    }

    private static final class Builder {
        private final Document document;
        private final Inference inference;
        private final Map<String, List<Finding>> findings = new HashMap<>();
        private final Map<String, List<BlockState>> states = new HashMap<>();
        private final Map<PortRef, TensorType> types = new HashMap<>();

        Builder(Document document, Inference inference) {
            this.document = document;
            this.inference = inference;
            inference.findings().stream()
                    .filter(finding ->
                            !finding.blocks().isEmpty() && finding.problem().severity() != Severity.HINT)
                    .forEach(
                            finding -> findings.computeIfAbsent(finding.blocks().get(0), id -> new ArrayList<>())
                                    .add(finding));
            inference.graph().blocks().values().forEach(flat -> {
                BlockState state = inference.states().get(flat.path());
                if (state != null) {
                    states.computeIfAbsent(flat.blocks().get(0), id -> new ArrayList<>())
                            .add(state);
                }
            });
            for (Block block : document.graph().blocks()) {
                for (String port : Ports.of(document, block).outputs()) {
                    type(block, block.name(), port).ifPresent(type -> types.put(new PortRef(block.id(), port), type));
                }
            }
        }

        /** The type at an output of a block whose path begins with {@code path}. */
        private Optional<TensorType> type(Block block, String path, String port) {
            if (!(block.content() instanceof Content.Use use)) {
                return inference.type(new Endpoint(path, port));
            }
            String copy = use.repeat() == 1 ? path : path + "." + (use.repeat() - 1);
            return Optional.ofNullable(document.definitions().get(use.definition()))
                    .flatMap(definition -> definition.outputs().stream()
                            .filter(exit -> exit.port().equals(port))
                            .findFirst()
                            .flatMap(exit -> definition
                                    .graph()
                                    .block(exit.shows().block())
                                    .flatMap(inner -> type(
                                            inner,
                                            copy + "." + inner.name(),
                                            exit.shows().port()))));
        }

        Faces build() {
            Map<String, BlockFace> blocks = new LinkedHashMap<>();
            document.graph().blocks().forEach(block -> blocks.put(block.id(), face(block)));
            Map<Link, WireFace> wires = new LinkedHashMap<>();
            document.graph().links().forEach(link -> wires.put(link, face(link)));
            return new Faces(blocks, wires);
        }

        private BlockFace face(Block block) {
            Ports ports = Ports.of(document, block);
            Optional<TensorType> output = ports.outputs().stream()
                    .findFirst()
                    .flatMap(port -> Optional.ofNullable(types.get(new PortRef(block.id(), port))));
            return new BlockFace(
                    block.id(),
                    block.name(),
                    block.content().label(),
                    category(block),
                    block.content() instanceof Content.Of of ? Brief.of(of.layer()) : "",
                    output.map(TensorType::toString).orElse(""),
                    cost(block),
                    block.sharesWeightsOf()
                            .flatMap(document.graph()::block)
                            .map(Block::name)
                            .orElse(""),
                    state(block),
                    findings.getOrDefault(block.id(), List.of()).stream()
                            .map(Builder::sentence)
                            .toList(),
                    ports,
                    BlockSize.of(document, block));
        }

        private static String category(Block block) {
            return block.content() instanceof Content.Of of
                    ? LayerCatalog.of(of.layer()).category()
                    : "group";
        }

        private String cost(Block block) {
            long trainable = states.getOrDefault(block.id(), List.of()).stream()
                    .filter(Known.class::isInstance)
                    .mapToLong(state -> ((Known) state).trainable())
                    .sum();
            if (trainable == 0) {
                return "";
            }
            return Texts.of("canvas.parameters", String.format(Locale.ROOT, "%,d", trainable));
        }

        private BlockFace.State state(Block block) {
            List<BlockState> own = states.getOrDefault(block.id(), List.of());
            List<Finding> wrong = findings.getOrDefault(block.id(), List.of());
            if (!wrong.isEmpty()) {
                return wrong.stream()
                                .allMatch(finding -> finding.problem().key().equals("input.missing"))
                        ? BlockFace.State.UNWIRED
                        : BlockFace.State.WRONG;
            }
            return own.stream().allMatch(Known.class::isInstance) ? BlockFace.State.KNOWN : BlockFace.State.BLOCKED;
        }

        private static String sentence(Finding finding) {
            return finding.cure().map(cure -> finding.message() + "\n" + cure).orElse(finding.message());
        }

        private WireFace face(Link link) {
            boolean blamed = findings.getOrDefault(link.to().block(), List.of()).stream()
                    .anyMatch(finding -> finding.problem()
                                    .port()
                                    .equals(Optional.of(link.to().port()))
                            || finding.problem().key().equals("cycle"));
            Optional<TensorType> type = Optional.ofNullable(types.get(link.from()));
            WireFace.State state =
                    blamed ? WireFace.State.WRONG : type.isPresent() ? WireFace.State.KNOWN : WireFace.State.UNKNOWN;
            return new WireFace(link, type.map(TensorType::toString).orElse(""), state);
        }
    }
}
