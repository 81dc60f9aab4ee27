package jimu.app.canvas;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import jimu.app.session.LayerEntry;
import jimu.app.session.LinkCheck;
import jimu.app.session.LinkCheck.Fits;
import jimu.app.text.Texts;
import jimu.engine.graph.Position;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;

/** A search for a layer at a place of the canvas: what fits there comes first, what cannot be there does not come at all. */
final class InsertSearch {
    private static final int FITTING = -100;

    private final Position place;
    private final String prompt;
    private final List<Offer> offers;
    private final Consumer<String> choose;

    /**
     * A kind of layer that can be had.
     *
     * @param entry the kind
     * @param check how it would do
     */
    record Offer(LayerEntry entry, LinkCheck check) {
        boolean fits() {
            return check instanceof Fits;
        }

        /** What there is to know about it: what it would make, why it would not work, or what it does. */
        String about() {
            if (check instanceof Fits fits) {
                return fits.output()
                        .map(type -> Texts.of("canvas.search.makes", type))
                        .orElse(entry.tip());
            }
            return check instanceof LinkCheck.Marked marked ? marked.reason() : "";
        }
    }

    /** A search shown at {@code place} under the text {@code prompt}, {@code mine} included; {@code choose} is told a type. */
    InsertSearch(
            Position place,
            String prompt,
            Map<LayerEntry, LinkCheck> mine,
            Function<Layer, LinkCheck> check,
            Consumer<String> choose) {
        this.place = place;
        this.prompt = prompt;
        this.choose = choose;
        offers = Stream.concat(
                        mine.entrySet().stream().map(one -> new Offer(one.getKey(), one.getValue())),
                        LayerCatalog.all().stream()
                                .map(schema -> new Offer(LayerEntry.of(schema), check.apply(schema.defaults()))))
                .filter(offer -> offer.check().allowed())
                .toList();
    }

    Position place() {
        return place;
    }

    String prompt() {
        return prompt;
    }

    /** What answers a query, best first. */
    List<Offer> find(String query) {
        return offers.stream()
                .filter(offer -> offer.entry().rank(query) >= 0)
                .sorted(Comparator.comparingInt(offer -> offer.entry().rank(query) + (offer.fits() ? FITTING : 0)))
                .toList();
    }

    /** Takes an offer. */
    void choose(Offer offer) {
        choose.accept(offer.entry().type());
    }
}
