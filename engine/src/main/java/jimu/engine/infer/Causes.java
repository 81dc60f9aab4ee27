package jimu.engine.infer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.FlatGraph;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Cause.Place;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Source;
import jimu.engine.message.Messages;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorType;

/** Walks back from the dimensions of a network's tensors to the layers that made them. */
public final class Causes {
    private static final String TIMES = " × ";

    private final FlatGraph graph;
    private final Map<String, BlockState> states;

    Causes(FlatGraph graph, Map<String, BlockState> states) {
        this.graph = graph;
        this.states = states;
    }

    /** The causes within a network. */
    public static Causes of(Inference inference) {
        return new Causes(inference.graph(), inference.states());
    }

    /** How each dimension at an output came about; empty where its type is not known. */
    public List<Cause> at(Endpoint output) {
        return type(output).stream()
                .flatMap(type -> IntStream.range(0, type.shape().rank()).boxed())
                .flatMap(axis -> of(new Place(output, axis)).stream())
                .toList();
    }

    /** How one dimension at an output came about; a negative axis counts from the end. */
    public Optional<Cause> of(Endpoint output, int axis) {
        return type(output)
                .map(type -> axis < 0 ? axis + type.shape().rank() : axis)
                .flatMap(place -> of(new Place(output, place)));
    }

    /** A cause and what it rests on, the nearest first, each once. */
    public List<Cause> chain(Cause cause) {
        Map<String, Cause> chain = new LinkedHashMap<>();
        Deque<Cause> open = new ArrayDeque<>(List.of(cause));
        while (!open.isEmpty()) {
            Cause next = open.remove();
            if (chain.putIfAbsent(next.sentence(), next) == null) {
                next.from().forEach(place -> of(place).ifPresent(open::add));
            }
        }
        return List.copyOf(chain.values());
    }

    /**
     * Whence a dimension comes, in one sentence; where it was made of others, the one among them that a formula made is told
     * as well: {@code 576 = 16 × 6 × 6, from Flatten "flat"; 6 = ⌊(10 + 2·0 − 5) / 1⌋ + 1, since Conv2d "conv2" has padding 0.}
     */
    public Optional<String> sentence(Endpoint output, int axis) {
        return of(output, axis)
                .map(cause -> Messages.text(
                        "origin.full_stop",
                        Stream.concat(Stream.of(cause), decisive(cause).stream())
                                .map(Cause::sentence)
                                .collect(Collectors.joining(Messages.text("origin.and")))));
    }

    private Optional<Cause> decisive(Cause cause) {
        if (cause.origin() instanceof Origin.Computed) {
            return Optional.empty();
        }
        List<Cause> parts =
                cause.from().stream().flatMap(place -> of(place).stream()).toList();
        return parts.stream()
                .filter(part -> part.origin() instanceof Origin.Computed)
                .findFirst()
                .or(() -> parts.stream()
                        .filter(part -> !(part.origin() instanceof Origin.Samples))
                        .findFirst());
    }

    private Optional<Cause> of(Place place) {
        Place at = place;
        while (states.get(at.output().path()) instanceof Known known) {
            FlatBlock block = graph.require(at.output().path());
            int output = block.layer().outputs().indexOf(at.output().port());
            List<Origin> origins = block.layer().origins(output, known.inputs());
            if (at.axis() < 0 || at.axis() >= origins.size()) {
                return Optional.empty();
            }
            Origin origin = origins.get(at.axis());
            List<Place> from = new ArrayList<>();
            for (Origin.Axis axis : origin.from()) {
                from.add(new Place(block.connected().get(axis.input()), axis.axis()));
            }
            if (!(origin instanceof Origin.Same)) {
                return Optional.of(cause(at, block, known, origin, from));
            }
            at = from.get(0);
        }
        return Optional.empty();
    }

    private Cause cause(Place at, FlatBlock block, Known known, Origin origin, List<Place> from) {
        Formula.Names names = Formula.names(block.layer(), known);
        String because = origin instanceof Origin.Computed computed
                ? Messages.text("origin.setting", computed.because(), names.setting(computed.because()))
                : "";
        Dim size = type(at.output()).orElseThrow().shape().dim(at.axis());
        return new Cause(block, size, origin, how(origin, block, names, from), because, from);
    }

    private String how(Origin origin, FlatBlock block, Formula.Names names, List<Place> from) {
        if (origin instanceof Origin.Product) {
            return sizes(from, TIMES);
        } else if (origin instanceof Origin.Sum) {
            return sizes(from, " + ");
        } else if (origin instanceof Origin.Rest rest) {
            return sizes(from, TIMES) + " / " + rest.others();
        } else if (origin instanceof Origin.Chosen chosen) {
            String name = chosen.parameter()
                    + (chosen.element().isPresent() ? "[" + chosen.element().getAsInt() + "]" : "");
            return chosen.times() == 1 ? name : chosen.times() + "·" + name;
        } else if (origin instanceof Origin.Computed computed) {
            return Formula.right(block.layer(), computed.formula(), names).orElse("?");
        } else if (origin instanceof Origin.Given && block.layer() instanceof Source source) {
            return Messages.text("origin.field", source.field());
        }
        return Messages.text(origin instanceof Origin.Samples ? "origin.samples" : "origin.single");
    }

    private String sizes(List<Place> places, String between) {
        return places.stream()
                .map(place -> type(place.output())
                        .orElseThrow()
                        .shape()
                        .dim(place.axis())
                        .toString())
                .collect(Collectors.joining(between));
    }

    private Optional<TensorType> type(Endpoint output) {
        return states.get(output.path()) instanceof Known known
                ? Optional.ofNullable(known.outputs().get(output.port()))
                : Optional.empty();
    }
}
