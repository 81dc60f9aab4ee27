package jimu.app.inspector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormTarget;
import jimu.app.fx.form.Question;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Loss;
import jimu.engine.layer.ParameterKind;

/**
 * What ties a block to others of its document: whose weights it uses, and how much a loss counts beside other losses.
 *
 * @param owners the names of the blocks whose weights it may use, its present owner among them
 * @param weighted whether it is one of several losses
 */
record Ties(List<String> owners, boolean weighted) {
    /** The entry for the owner of the weights; no parameter of a layer can be called so. */
    static final String SHARING = "shared_weights";
    /** The entry for a loss's weight. */
    static final String WEIGHT = "loss_weight";

    Ties {
        owners = List.copyOf(owners);
    }

    /** What there is to choose for a block now. */
    static Ties of(Session session, Block block) {
        Document document = session.document();
        Map<String, Known> known = known(session.inference());
        long losses = document.graph().blocks().stream().filter(Ties::isLoss).count();
        boolean owns = document.graph().blocks().stream()
                .anyMatch(other -> other.sharesWeightsOf().equals(Optional.of(block.id())));
        List<String> owners = document.graph().blocks().stream()
                .filter(other -> block.sharesWeightsOf().equals(Optional.of(other.id()))
                        || (!owns && suits(known, block, other)))
                .map(Block::name)
                .toList();
        return new Ties(owners, isLoss(block) && losses > 1);
    }

    /** The entries, showing what is chosen. */
    List<FormEntry> entries(Document document, Block block, FormTarget target) {
        List<FormEntry> entries = new ArrayList<>();
        if (!owners.isEmpty()) {
            List<String> choices = new ArrayList<>(List.of(Texts.of("inspector.sharing.none")));
            choices.addAll(owners);
            Question question =
                    Question.choice(SHARING, Texts.of("inspector.sharing"), choices, Texts.of("inspector.sharing.tip"));
            entries.add(new FormEntry(question, value(document, block, SHARING), target));
        }
        if (weighted) {
            Question question = new Question(
                    WEIGHT,
                    Texts.of("inspector.weight"),
                    ParameterKind.NUMBER,
                    0,
                    Double.POSITIVE_INFINITY,
                    List.of(),
                    Texts.of("inspector.weight.tip"));
            entries.add(new FormEntry(question, value(document, block, WEIGHT), target));
        }
        return entries;
    }

    /** Whether an entry is one of these. */
    static boolean has(String entry) {
        return entry.equals(SHARING) || entry.equals(WEIGHT);
    }

    /** The answer that a document holds. */
    static Object value(Document document, Block block, String entry) {
        return entry.equals(WEIGHT)
                ? (Object) document.training().lossWeights().getOrDefault(block.id(), 1.0)
                : block.sharesWeightsOf()
                        .flatMap(document.graph()::block)
                        .map(Block::name)
                        .orElse(Texts.of("inspector.sharing.none"));
    }

    /** What is wrong with an answer. */
    static Optional<String> wrong(String entry, Object plain) {
        boolean right = entry.equals(SHARING) || (plain instanceof Double weight && weight >= 0);
        return right ? Optional.empty() : Optional.of(Texts.of("inspector.weight.wrong"));
    }

    /** The edit that an answer stands for. */
    static Edit edit(Document document, String id, String entry, Object plain) {
        return entry.equals(WEIGHT)
                ? new Edit.SetLossWeight(id, (Double) plain)
                : new Edit.ShareWeights(
                        id,
                        document.graph().blocks().stream()
                                .filter(block -> block.name().equals(plain))
                                .map(Block::id)
                                .findFirst());
    }

    private static boolean isLoss(Block block) {
        return layer(block).filter(Loss.class::isInstance).isPresent();
    }

    /** Whether a block has weights of its own, of the type and the shapes that another needs, as far as they are known. */
    private static boolean suits(Map<String, Known> known, Block block, Block owner) {
        boolean alike = !owner.id().equals(block.id())
                && owner.sharesWeightsOf().isEmpty()
                && layer(block).isPresent()
                && layer(block).map(Layer::type).equals(layer(owner).map(Layer::type));
        if (!alike) {
            return false;
        }
        Optional<Known> needs = Optional.ofNullable(known.get(block.id()));
        Optional<Known> has = Optional.ofNullable(known.get(owner.id()));
        return has.map(owned -> !owned.parameters().isEmpty()).orElse(false)
                && (needs.isEmpty() || needs.map(Known::parameters).equals(has.map(Known::parameters)));
    }

    /** What is known of layers that lie in no group, by the ids of their blocks. */
    private static Map<String, Known> known(Inference inference) {
        Map<String, Known> known = new HashMap<>();
        for (FlatBlock flat : inference.graph().blocks().values()) {
            if (flat.blocks().size() == 1) {
                inference
                        .known(flat.path())
                        .ifPresent(found -> known.putIfAbsent(flat.blocks().get(0), found));
            }
        }
        return known;
    }

    private static Optional<Layer> layer(Block block) {
        return block.content() instanceof Content.Of of ? Optional.of(of.layer()) : Optional.empty();
    }
}
