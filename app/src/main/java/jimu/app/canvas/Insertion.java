package jimu.app.canvas;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.session.BlockSize;
import jimu.app.session.LinkCheck;
import jimu.app.session.LooseWire;
import jimu.app.session.NewBlock;
import jimu.app.session.Placement;
import jimu.app.session.PortEnd;
import jimu.app.session.Ports;
import jimu.app.session.Replacement;
import jimu.app.session.Session;
import jimu.app.session.WireFit;
import jimu.app.session.WirePath;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;

/** Inserting by search: on the canvas, at the loose end of a wire, within a wire, behind a block. */
final class Insertion {
    private final Session session;
    private final NewBlock newBlock;
    private final Places places;
    private final Consumer<String> show;
    private final ReadOnlyObjectWrapper<Optional<InsertSearch>> search =
            new ReadOnlyObjectWrapper<>(this, "search", Optional.empty());

    /** Inserts where {@code places} says that things lie; {@code show} brings a block into view. */
    Insertion(Session session, NewBlock newBlock, Places places, Consumer<String> show) {
        this.session = session;
        this.newBlock = newBlock;
        this.places = places;
        this.show = show;
        session.documentProperty().addListener((value, old, now) -> close());
    }

    /** The search under way. */
    ReadOnlyObjectProperty<Optional<InsertSearch>> searchProperty() {
        return search.getReadOnlyProperty();
    }

    /** Begins a search for a block whose middle, or whose wired port, is to lie at {@code place}. */
    void begin(LooseWire wire, Position place) {
        WireFit fit = new WireFit(session.inference(), wire);
        String prompt = Texts.of(wire.isNone() ? "canvas.search" : "canvas.search.fitting");
        search.set(Optional.of(new InsertSearch(
                place,
                prompt,
                newBlock.mine(wire),
                layer -> wire.isNone()
                        ? new LinkCheck.Fits(Optional.empty())
                        : fit.of(layer).check(),
                type -> show.accept(
                        newBlock.addOn(type, wire, place(wire, place)).id()))));
    }

    /** Begins a search for what the selection asks for: behind a block, within a wire, or else at {@code otherwise}. */
    void beginAtSelection(Position otherwise) {
        Document document = session.present();
        Optional<Block> block = session.selection().single().flatMap(document.graph()::block);
        Optional<Link> link = session.selection().links().stream()
                .filter(only -> session.selection().blocks().isEmpty())
                .findFirst();
        if (block.isPresent()) {
            Position place = Placement.rightOf(document, block.get());
            LooseWire wire = Ports.of(document, block.get()).outputs().stream()
                    .findFirst()
                    .map(port -> LooseWire.at(PortEnd.output(block.get().id(), port), Optional.empty()))
                    .orElse(LooseWire.NONE);
            begin(wire, new Position(place.x(), place.y() + BlockSize.USUAL.height() / 2));
        } else if (link.isPresent()) {
            begin(
                    LooseWire.through(link.get()),
                    places.course(link.get()).map(WirePath::middle).orElse(otherwise));
        } else {
            begin(LooseWire.NONE, otherwise);
        }
    }

    /** Begins a search for a layer to be put into the selected block in place of its own. */
    void beginToReplace() {
        Document document = session.present();
        session.selection().single().flatMap(document.graph()::block).ifPresent(block -> {
            if (block.content() instanceof Content.Of of) {
                Position place = document.position(block.id());
                search.set(Optional.of(new InsertSearch(
                        new Position(
                                place.x(),
                                place.y() + BlockSize.of(document, block).height()),
                        Texts.of("canvas.search.replace", block.name()),
                        Map.of(),
                        layer -> new LinkCheck.Fits(Optional.empty()),
                        type -> replace(block, of.layer(), type))));
            }
        });
    }

    private void replace(Block block, Layer old, String type) {
        LayerCatalog.find(type)
                .ifPresent(schema ->
                        session.apply(Replacement.of(session.present(), block, Replacement.layer(old, schema))));
    }

    /** Takes an answer, or none, and ends the search. */
    void end(Optional<InsertSearch.Offer> answer) {
        Optional<InsertSearch> ended = search.get();
        close();
        ended.ifPresent(one -> answer.ifPresent(one::choose));
    }

    private void close() {
        if (search.get().isPresent()) {
            search.set(Optional.empty());
        }
    }

    /** The corner of a block whose port or middle lies there. */
    private static Position place(LooseWire wire, Position at) {
        if (wire.from().isPresent() && wire.to().isEmpty()) {
            return new Position(at.x(), at.y() - BlockSize.USUAL.height() / 2);
        } else if (wire.to().isPresent() && wire.from().isEmpty()) {
            return new Position(at.x() - BlockSize.USUAL.width(), at.y() - BlockSize.USUAL.height() / 2);
        }
        return NewBlock.around(at);
    }
}
