package jimu.app.canvas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.app.session.BlockCategory;
import jimu.app.session.BlockSize;
import jimu.app.session.Outputs;
import jimu.app.session.Ports;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.infer.BlockState;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Problem.Severity;
import jimu.engine.shape.TensorType;

/**
 * What all blocks and wires of a document show; it follows from the network and its inference alone.
 *
 * @param blocks by id, in the document's order
 * @param wires by link, in the document's order
 * @param grounds what each block's face follows from, by id
 */
record Faces(Map<String, BlockFace> blocks, Map<Link, WireFace> wires, Map<String, Grounds> grounds) {
    static final Faces NONE = new Faces(Map.of(), Map.of(), Map.of());

    /** All that a block's face follows from: while it stays the same, so does the face. */
    record Grounds(
            Block block,
            List<BlockState> states,
            List<Finding> findings,
            List<Link> incoming,
            Ports ports,
            Optional<TensorType> output,
            String owner,
            String category,
            String detail) {
        /** Whether a block with a layer that shares no weights stands on the very same; comparing in depth would cost more. */
        @SuppressWarnings("ReferenceEquality")
        boolean hold(Block now, List<BlockState> itsStates, List<Finding> itsFindings, List<Link> links) {
            return block == now
                    && now.content() instanceof Content.Of
                    && now.sharesWeightsOf().isEmpty()
                    && states.size() == 1
                    && itsStates.size() == 1
                    && states.get(0) == itsStates.get(0)
                    && findings.equals(itsFindings)
                    && incoming.equals(links);
        }
    }

    Faces {
        blocks = Collections.unmodifiableMap(blocks);
        wires = Collections.unmodifiableMap(wires);
        grounds = Collections.unmodifiableMap(grounds);
    }

    static Faces of(Document document, Inference inference) {
        return NONE.next(document, inference);
    }

    /** The faces of another document; those that stay as they are, are these very ones. */
    Faces next(Document document, Inference inference) {
        return next(document, inference, "");
    }

    /** The faces of what a group holds, where the paths of all layers begin with {@code prefix}. */
    Faces next(Document document, Inference inference, String prefix) {
        return new Builder(document, inference, prefix, this).build();
    }

    private static final class Builder {
        private static final Ports NO_PORTS = new Ports(List.of(), List.of());

        private final Document document;
        private final Inference inference;
        private final Map<String, List<Finding>> findings = new HashMap<>();
        private final Map<String, List<BlockState>> states = new HashMap<>();
        private final Map<PortRef, TensorType> types = new HashMap<>();
        private final Map<String, Ports> ports = new HashMap<>();
        private final Map<TensorType, String> words = new HashMap<>();
        private final Map<Long, String> costs = new HashMap<>();
        private final Set<String> unchanged = new HashSet<>();
        private final Faces before;

        Builder(Document document, Inference inference, String prefix, Faces before) {
            this.document = document;
            this.inference = inference;
            this.before = before;
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
                if (holds(block)) {
                    unchanged.add(block.id());
                    continue;
                }
                Ports own = sameLayer(block)
                        .filter(old -> old.incoming().equals(document.graph().incoming(block.id())))
                        .map(Grounds::ports)
                        .orElseGet(() -> Ports.of(document, block));
                ports.put(block.id(), own);
                for (String port : own.outputs()) {
                    type(block, prefix + block.name(), port)
                            .ifPresent(type -> types.put(new PortRef(block.id(), port), type));
                }
            }
        }

        private boolean holds(Block block) {
            Grounds old = before.grounds().get(block.id());
            return old != null
                    && old.hold(
                            block,
                            states.getOrDefault(block.id(), List.of()),
                            findings.getOrDefault(block.id(), List.of()),
                            document.graph().incoming(block.id()));
        }

        /** The grounds of before of a block that holds the same layer: what follows from that alone is as it was. */
        private Optional<Grounds> sameLayer(Block block) {
            return Optional.ofNullable(before.grounds().get(block.id()))
                    .filter(old -> old.block().equals(block) && block.content() instanceof Content.Of);
        }

        /** The type at an output of a block whose path begins with {@code path}. */
        private Optional<TensorType> type(Block block, String path, String port) {
            return Outputs.of(document, block, path, port).flatMap(inference::type);
        }

        Faces build() {
            Map<String, BlockFace> blocks = new LinkedHashMap<>();
            Map<String, Grounds> grounds = new HashMap<>();
            for (Block block : document.graph().blocks()) {
                BlockFace old = before.blocks().get(block.id());
                Grounds known = before.grounds().get(block.id());
                Grounds own = known == null || !unchanged.contains(block.id()) ? grounds(block) : known;
                boolean same = old != null && own.equals(known);
                blocks.put(block.id(), same ? old : face(own));
                grounds.put(block.id(), own);
            }
            Map<Link, WireFace> wires = new LinkedHashMap<>();
            document.graph()
                    .links()
                    .forEach(link -> wires.put(link, oldFace(link).orElseGet(() -> face(link, blocks))));
            return new Faces(blocks, wires, grounds);
        }

        /** The face of before of a wire between blocks whose own stay as they are. */
        private Optional<WireFace> oldFace(Link link) {
            return unchanged.contains(link.from().block())
                            && unchanged.contains(link.to().block())
                    ? Optional.ofNullable(before.wires().get(link))
                    : Optional.empty();
        }

        /** The type at an output, of a block that is as before too. */
        private Optional<TensorType> type(PortRef output) {
            Grounds old = before.grounds().get(output.block());
            if (old == null || !unchanged.contains(output.block())) {
                return Optional.ofNullable(types.get(output));
            }
            return old.states().get(0) instanceof Known known
                    ? Optional.ofNullable(known.outputs().get(output.port()))
                    : Optional.empty();
        }

        private Grounds grounds(Block block) {
            Ports own = ports.getOrDefault(block.id(), NO_PORTS);
            Optional<Grounds> old = sameLayer(block);
            return new Grounds(
                    block,
                    states.getOrDefault(block.id(), List.of()),
                    findings.getOrDefault(block.id(), List.of()),
                    document.graph().incoming(block.id()),
                    own,
                    own.outputs().stream()
                            .findFirst()
                            .flatMap(port -> Optional.ofNullable(types.get(new PortRef(block.id(), port)))),
                    block.sharesWeightsOf()
                            .flatMap(document.graph()::block)
                            .map(Block::name)
                            .orElse(""),
                    old.map(Grounds::category).orElseGet(() -> BlockCategory.of(document, block)),
                    old.map(Grounds::detail).orElseGet(() -> detail(block)));
        }

        private String detail(Block block) {
            if (block.content() instanceof Content.Of of) {
                return Brief.of(of.layer());
            }
            return definition(block)
                    .map(definition ->
                            Texts.of("canvas.group", definition.graph().blocks().size()))
                    .orElse("");
        }

        private Optional<Definition> definition(Block block) {
            return block.content() instanceof Content.Use use
                    ? Optional.ofNullable(document.definitions().get(use.definition()))
                    : Optional.empty();
        }

        private BlockFace face(Grounds grounds) {
            Block block = grounds.block();
            return new BlockFace(
                    block.id(),
                    block.name(),
                    block.content().label(),
                    grounds.category(),
                    grounds.detail(),
                    words(grounds.output()),
                    cost(grounds.states()),
                    grounds.owner(),
                    state(grounds),
                    grounds.findings().stream().map(Builder::sentence).toList(),
                    grounds.ports(),
                    BlockSize.of(grounds.ports()));
        }

        private String words(Optional<TensorType> type) {
            return type.map(one -> words.computeIfAbsent(one, TensorType::toString))
                    .orElse("");
        }

        private String cost(List<BlockState> states) {
            long trainable = states.stream()
                    .filter(Known.class::isInstance)
                    .mapToLong(state -> ((Known) state).trainable())
                    .sum();
            return trainable == 0 ? "" : costs.computeIfAbsent(trainable, Builder::parameters);
        }

        private static String parameters(long trainable) {
            return Texts.of("canvas.parameters", String.format(Locale.ROOT, "%,d", trainable));
        }

        private static BlockFace.State state(Grounds grounds) {
            List<Finding> wrong = grounds.findings();
            if (!wrong.isEmpty()) {
                return wrong.stream()
                                .allMatch(finding -> finding.problem().key().equals("input.missing"))
                        ? BlockFace.State.UNWIRED
                        : BlockFace.State.WRONG;
            }
            return grounds.states().stream().allMatch(Known.class::isInstance)
                    ? BlockFace.State.KNOWN
                    : BlockFace.State.BLOCKED;
        }

        private static String sentence(Finding finding) {
            return finding.cure().map(cure -> finding.message() + "\n" + cure).orElse(finding.message());
        }

        private WireFace face(Link link, Map<String, BlockFace> blocks) {
            boolean blamed = findings.getOrDefault(link.to().block(), List.of()).stream()
                    .anyMatch(finding -> finding.problem()
                                    .port()
                                    .equals(Optional.of(link.to().port()))
                            || finding.problem().key().equals("cycle"));
            Optional<TensorType> type = type(link.from());
            WireFace.State state =
                    blamed ? WireFace.State.WRONG : type.isPresent() ? WireFace.State.KNOWN : WireFace.State.UNKNOWN;
            String label = Optional.ofNullable(blocks.get(link.from().block()))
                    .filter(source ->
                            source.ports().outputs().indexOf(link.from().port()) == 0)
                    .map(BlockFace::output)
                    .orElseGet(() -> words(type));
            String from = name(link.from().block());
            String to = name(link.to().block());
            return new WireFace(link, label, from, to, state);
        }

        private String name(String block) {
            return document.graph().block(block).map(Block::name).orElse(block);
        }
    }
}
