package jimu.app.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jimu.app.session.LinkCheck.Fits;
import jimu.app.session.LinkCheck.Marked;
import jimu.app.session.LinkCheck.Refused;
import jimu.app.session.PortEnd.Side;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Expansion;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.Link;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.infer.Supposition;
import jimu.engine.shape.TensorType;

/**
 * Says of each pair of ports whether a wire between them would fit, by trying it out.
 *
 * <p>Made at the beginning of a pull and good for as long as the document stays the same; each answer is computed once.
 */
public final class LinkRules {
    private final Optional<Link> replaced;
    private final Document document;
    private final Inference inference;
    private final Function<Document, Inference> suppose;
    private final Map<String, FlatBlock> layers = new HashMap<>();
    private final Map<String, Map<String, String>> waysTo = new HashMap<>();
    private final Map<Link, LinkCheck> known = new HashMap<>();

    /** Rules for a new wire or, with {@code replaced}, for that one's end being plugged in elsewhere. */
    public LinkRules(Session session, Optional<Link> replaced) {
        this(session.present(), session.inference(), session::suppose, replaced);
    }

    /** Rules for a document that is nowhere open. */
    LinkRules(Document document, Inference inference, Optional<Link> replaced) {
        this(document, inference, seen -> ShapeInference.infer(Expansion.of(seen), Optional.of(inference)), replaced);
    }

    private LinkRules(
            Document document, Inference inference, Function<Document, Inference> suppose, Optional<Link> replaced) {
        this.suppose = suppose;
        this.replaced = replaced;
        this.document =
                replaced.map(old -> new Edit.Disconnect(old).apply(document)).orElse(document);
        this.inference = replaced.isEmpty() ? inference : suppose.apply(this.document);
        for (FlatBlock layer : this.inference.graph().blocks().values()) {
            if (layer.blocks().size() == 1) {
                layers.put(layer.blocks().get(0), layer);
            }
        }
    }

    /** The wire between two ends, whichever way round; empty between two outputs or two inputs. */
    public static Optional<Link> link(PortEnd one, PortEnd other) {
        if (one.side() == other.side()) {
            return Optional.empty();
        }
        return Optional.of(
                one.side() == Side.OUTPUT ? new Link(one.port(), other.port()) : new Link(other.port(), one.port()));
    }

    /** Whether a wire between two ends would fit. */
    public LinkCheck check(PortEnd one, PortEnd other) {
        if (one.block().equals(other.block())) {
            return new Refused(Texts.of("link.own", name(one.block())));
        }
        Optional<Link> link = link(one, other);
        if (link.isEmpty()) {
            return new Refused(Texts.of(one.side() == Side.OUTPUT ? "link.outputs" : "link.inputs"));
        }
        return known.computeIfAbsent(link.get(), this::check);
    }

    /** The edit that makes the wire, or moves the end of the replaced one. */
    public Edit edit(Link link) {
        return replaced.<Edit>map(old -> new Edit.Reconnect(old, link)).orElse(new Edit.Connect(link));
    }

    private LinkCheck check(Link link) {
        if (document.graph().links().contains(link)) {
            return new Refused(Texts.of("link.there"));
        }
        if (document.graph().links().stream().anyMatch(other -> other.to().equals(link.to()))) {
            return new Refused(
                    Texts.of("link.second", link.to().port(), name(link.to().block())));
        }
        List<String> back = way(link.to().block(), link.from().block());
        if (!back.isEmpty()) {
            return new Refused(Texts.of("link.cycle", String.join(" → ", back)));
        }
        return infer(link);
    }

    private LinkCheck infer(Link link) {
        FlatBlock source = layers.get(link.from().block());
        FlatBlock target = layers.get(link.to().block());
        return source == null || target == null ? inferAll(link) : infer(link, source, target);
    }

    /** Between two layers only the target needs to be looked at. */
    private LinkCheck infer(Link link, FlatBlock source, FlatBlock target) {
        Map<String, List<Endpoint>> inputs = new HashMap<>(target.inputs());
        inputs.put(
                link.to().port(),
                List.of(new Endpoint(source.path(), link.from().port())));
        Supposition after = ShapeInference.suppose(
                inference,
                new FlatBlock(target.path(), target.blocks(), target.layer(), inputs, target.sharesWeightsOf()));
        Optional<TensorType> output =
                after.state() instanceof Known known && !known.outputs().isEmpty()
                        ? Optional.of(known.output())
                        : Optional.empty();
        return judge(findings(inference, link.to().block()), after.findings(), output);
    }

    /** Where a group is at an end, the wire may change anything within. */
    private LinkCheck inferAll(Link link) {
        Document linked = new Edit.Connect(link).apply(document);
        Inference after = suppose.apply(linked);
        String target = link.to().block();
        return judge(findings(inference, target), findings(after, target), Optional.empty());
    }

    private static LinkCheck judge(List<Finding> before, List<Finding> after, Optional<TensorType> output) {
        for (Finding finding : after) {
            boolean isNew = before.stream().noneMatch(old -> old.problem().equals(finding.problem()));
            if (isNew) {
                return finding.problem().key().equals("type")
                        ? new Refused(finding.message())
                        : new Marked(finding.message());
            }
        }
        return new Fits(output);
    }

    private static List<Finding> findings(Inference inference, String block) {
        return inference.findings().stream()
                .filter(finding ->
                        !finding.blocks().isEmpty() && finding.blocks().get(0).equals(block))
                .toList();
    }

    /** The names of the blocks from {@code start} along the wires to {@code end}; empty if there is no way. */
    private List<String> way(String start, String end) {
        Map<String, String> next = waysTo.computeIfAbsent(end, this::waysTo);
        List<String> way = new ArrayList<>();
        if (next.containsKey(start)) {
            for (String at = start; !at.equals(end); at = next.getOrDefault(at, end)) {
                way.add(name(at));
            }
            way.add(name(end));
        }
        return way;
    }

    /** For each block from which there is a way to {@code end} the next block on the shortest one. */
    private Map<String, String> waysTo(String end) {
        Map<String, List<String>> sources = new HashMap<>();
        document.graph()
                .links()
                .forEach(link -> sources.computeIfAbsent(link.to().block(), block -> new ArrayList<>())
                        .add(link.from().block()));
        Map<String, String> next = new HashMap<>();
        Deque<String> queue = new ArrayDeque<>(List.of(end));
        while (!queue.isEmpty()) {
            String at = queue.remove();
            for (String source : sources.getOrDefault(at, List.of())) {
                if (next.putIfAbsent(source, at) == null) {
                    queue.add(source);
                }
            }
        }
        return next;
    }

    private String name(String block) {
        return document.graph().block(block).map(Block::name).orElse(block);
    }
}
