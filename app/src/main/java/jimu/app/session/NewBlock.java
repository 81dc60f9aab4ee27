package jimu.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.app.session.LinkCheck.Fits;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FreeName;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.graph.Position;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Source;

/** Puts new blocks into the open document: names them, finds them a place and selects them. */
public final class NewBlock {
    private final Session session;
    private final SourceDefaults defaults;

    public NewBlock(Session session, SourceDefaults defaults) {
        this.session = session;
        this.defaults = defaults;
    }

    /** Adds a block of a type from the catalogue at the free place nearest to {@code wanted}. */
    public Block addAt(String type, Position wanted) {
        Block block = create(type);
        session.applyAndSelect(placed(block, wanted), Selection.of(block.id()));
        return block;
    }

    /**
     * Adds a block of a type behind the block that is selected, with a wire between them where that fits; where none is selected,
     * near {@code otherwise}.
     */
    public Block addBehindSelection(String type, Position otherwise) {
        Document document = session.present();
        Optional<Block> before = session.selection().single().flatMap(document.graph()::block);
        Block block = create(type);
        Edit add = placed(
                block, before.map(last -> Placement.rightOf(document, last)).orElse(otherwise));
        Edit all = before.flatMap(last -> link(add.apply(document), last, block))
                .<Edit>map(link -> new Edit.Sequence(List.of(add, new Edit.Connect(link))))
                .orElse(add);
        session.applyAndSelect(all, Selection.of(block.id()));
        return block;
    }

    /** Adds a block of a type on a loose wire, and wires it by the ports that fit; where it cuts a wire, room is made. */
    public Block addOn(String type, LooseWire wire, Position wanted) {
        Document document = session.present();
        Block block = create(type);
        WireFit.Fit fit = new WireFit(session.inference(), wire).of(layer(block));
        if (!fit.check().allowed()) {
            return addAt(type, wanted);
        }
        BlockSize size = BlockSize.of(document, block);
        List<Edit> edits = new ArrayList<>();
        Position place = wanted;
        if (wire.from().isPresent() && wire.to().isPresent() && wire.instead().isPresent()) {
            Splice splice = new Splice(document, wire.instead().get());
            place = splice.place(size, wanted);
            Map<String, Position> moved = splice.room(size, place, Optional.empty());
            if (!moved.isEmpty()) {
                edits.add(new Edit.Move(moved));
            }
        }
        Document roomy = new Edit.Sequence(edits).apply(document);
        edits.add(0, new Edit.AddBlock(block, Placement.in(roomy).near(place, size)));
        wire.instead().ifPresent(old -> edits.add(new Edit.Disconnect(old)));
        fit.input()
                .ifPresent(port -> wire.from()
                        .ifPresent(from -> edits.add(new Edit.Connect(new Link(from, new PortRef(block.id(), port))))));
        fit.output()
                .ifPresent(port -> wire.to()
                        .ifPresent(to -> edits.add(new Edit.Connect(new Link(new PortRef(block.id(), port), to)))));
        session.applyAndSelect(edits.size() == 1 ? edits.get(0) : new Edit.Sequence(edits), Selection.of(block.id()));
        return block;
    }

    private static Layer layer(Block block) {
        return ((Content.Of) block.content()).layer();
    }

    /** The place of a new block whose middle is {@code middle}. */
    public static Position around(Position middle) {
        return BlockSize.USUAL.around(middle);
    }

    private Block create(String type) {
        Document document = session.present();
        Layer layer = LayerCatalog.find(type)
                .orElseThrow(() -> new IllegalArgumentException("No layer is called " + type))
                .defaults();
        Layer filled = layer instanceof Source source ? defaults.fill(document, source) : layer;
        return Block.of(document.graph().freeId(), FreeName.of(document.graph(), filled), new Content.Of(filled));
    }

    private Edit placed(Block block, Position wanted) {
        Document document = session.present();
        return new Edit.AddBlock(block, Placement.in(document).near(wanted, BlockSize.of(document, block)));
    }

    private Optional<Link> link(Document document, Block from, Block to) {
        Ports sources = Ports.of(document, from);
        Ports targets = Ports.of(document, to);
        if (sources.outputs().isEmpty() || targets.inputs().isEmpty()) {
            return Optional.empty();
        }
        PortEnd output = PortEnd.output(from.id(), sources.outputs().get(0));
        PortEnd input = PortEnd.input(to.id(), targets.inputs().get(0));
        LinkRules rules = new LinkRules(document, session.inference(), Optional.empty());
        return rules.check(output, input) instanceof Fits ? LinkRules.link(output, input) : Optional.empty();
    }
}
