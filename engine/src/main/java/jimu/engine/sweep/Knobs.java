package jimu.engine.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.graph.Document;

/** All that a sweep can set in a document. */
public final class Knobs {
    private static final int OFFERED = 8;

    private Knobs() {}

    /** The parameters of the training, then those of the blocks, a group's once however often it is used. */
    public static List<Knob> of(Document document) {
        List<Knob> knobs = new ArrayList<>(TrainingKnobs.of(document));
        knobs.addAll(NetworkKnobs.of(document));
        return knobs;
    }

    /**
     * The knob of that name. The optimiser's parameters need no {@code optimizer.} before them, and a copy's number in a path,
     * as in {@code stage1.0.conv.stride}, may be there or not.
     *
     * @throws SweepException if there is none; it names those that are most like it
     */
    public static Knob find(Document document, String name) throws SweepException {
        String bare = name.strip().replaceAll("\\.[0-9]+(?=\\.)", "");
        List<Knob> all = of(document);
        Optional<Knob> found = all.stream()
                .filter(knob -> knob.name().equals(bare))
                .findFirst()
                .or(() -> all.stream()
                        .filter(knob -> knob.name().equals(TrainingKnobs.OPTIMIZER + "." + bare))
                        .findFirst())
                .or(() -> TrainingKnobs.ofOtherKind(document, bare));
        if (found.isPresent()) {
            return found.get();
        }
        throw SweepException.of("unknown", bare, String.join(", ", like(all, bare)));
    }

    /** Those of the same block, or those that end alike, or the first ones. */
    private static List<String> like(List<Knob> all, String name) {
        int dot = name.lastIndexOf('.');
        String owner = dot < 0 ? "" : name.substring(0, dot);
        String last = name.substring(dot + 1);
        List<String> same = all.stream()
                .filter(knob -> !owner.isEmpty()
                        && (knob.owner().equals(owner) || knob.name().startsWith(owner + ".")))
                .map(Knob::name)
                .toList();
        List<String> alike = all.stream()
                .map(Knob::name)
                .filter(one -> one.endsWith("." + last))
                .toList();
        List<String> rest = all.stream().map(Knob::name).toList();
        List<String> best = !same.isEmpty() ? same : !alike.isEmpty() ? alike : rest;
        return best.size() <= OFFERED
                ? best
                : java.util.stream.Stream.concat(best.stream().limit(OFFERED), java.util.stream.Stream.of("…"))
                        .toList();
    }
}
