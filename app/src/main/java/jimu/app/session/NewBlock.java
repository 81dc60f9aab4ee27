package jimu.app.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jimu.app.library.Shelf;
import jimu.app.library.StoredBlock;
import jimu.app.session.LinkCheck.Fits;
import jimu.app.text.Texts;
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
    /** What the types of a person's own blocks begin with; such a block follows the stored one. */
    public static final String MINE = "my/";

    private static final String COPY = "copy/";

    private final Session session;
    private final SourceDefaults defaults;
    private final Supplier<Shelf> shelf;

    /** A new block and what its document needs before it. */
    private record Made(Block block, List<Edit> before) {
        Edit added(Document document, Position wanted) {
            Document ready = new Edit.Sequence(before).apply(document);
            Position place = Placement.in(ready).near(wanted, BlockSize.of(ready, block));
            Edit add = new Edit.AddBlock(block, place);
            List<Edit> edits = new ArrayList<>(before);
            edits.add(add);
            return before.isEmpty() ? add : new Edit.Sequence(edits);
        }
    }

    /** Puts layers into the session's document. */
    public NewBlock(Session session, SourceDefaults defaults) {
        this(session, defaults, () -> Shelf.EMPTY);
    }

    /** Puts layers, and blocks of a person's own, into the session's document. */
    public NewBlock(Session session, SourceDefaults defaults, Supplier<Shelf> shelf) {
        this.session = session;
        this.defaults = defaults;
        this.shelf = shelf;
    }

    /** The type of an independent copy of a person's own block, given that of the block; a layer's stays as it is. */
    public static String copy(String type) {
        return type.startsWith(MINE) ? COPY + type.substring(MINE.length()) : type;
    }

    /** Adds a block of a type at the free place nearest to {@code wanted}. */
    public Block addAt(String type, Position wanted) {
        Made made = create(type);
        session.applyAndSelect(
                made.added(session.present(), wanted), Selection.of(made.block().id()));
        return made.block();
    }

    /**
     * Adds a block of a type behind the block that is selected, with a wire between them where that fits; where none is selected,
     * near {@code otherwise}.
     */
    public Block addBehindSelection(String type, Position otherwise) {
        Document document = session.present();
        Optional<Block> before = session.selection().single().flatMap(document.graph()::block);
        Made made = create(type);
        Block block = made.block();
        Edit add = made.added(
                document, before.map(last -> Placement.rightOf(document, last)).orElse(otherwise));
        Edit all = before.flatMap(last -> link(add.apply(document), last, block))
                .<Edit>map(link -> new Edit.Sequence(List.of(add, new Edit.Connect(link))))
                .orElse(add);
        session.applyAndSelect(all, Selection.of(block.id()));
        return block;
    }

    /** Adds a block of a type on a loose wire, and wires it by the ports that fit; where it cuts a wire, room is made. */
    public Block addOn(String type, LooseWire wire, Position wanted) {
        Document document = session.present();
        Made made = create(type);
        Block block = made.block();
        Document ready = new Edit.Sequence(made.before()).apply(document);
        WireFit.Fit fit = fit(ready, block, wire);
        if (!fit.check().allowed()) {
            return addAt(type, wanted);
        }
        BlockSize size = BlockSize.of(ready, block);
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
        edits.addAll(0, made.before());
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

    /** Whether a new block of a type could stand on a loose wire. */
    public boolean fits(String type, LooseWire wire) {
        Made made = create(type);
        Document ready = new Edit.Sequence(made.before()).apply(session.present());
        return fit(ready, made.block(), wire).check().allowed();
    }

    private WireFit.Fit fit(Document document, Block block, LooseWire wire) {
        if (block.content() instanceof Content.Of of) {
            return new WireFit(session.inference(), wire).of(of.layer());
        }
        return fit(Ports.of(document, block), block.name(), wire);
    }

    private static WireFit.Fit fit(Ports ports, String name, LooseWire wire) {
        boolean complete = (wire.from().isEmpty() || !ports.inputs().isEmpty())
                && (wire.to().isEmpty() || !ports.outputs().isEmpty());
        return new WireFit.Fit(
                complete ? new Fits(Optional.empty()) : new LinkCheck.Refused(Texts.of("link.no.input", name)),
                wire.from().flatMap(from -> ports.inputs().stream().findFirst()),
                wire.to().flatMap(to -> ports.outputs().stream().findFirst()));
    }

    /** The blocks of a person's own, and whether each has the ports that a loose wire needs. */
    public Map<LayerEntry, LinkCheck> mine(LooseWire wire) {
        Map<LayerEntry, LinkCheck> mine = new LinkedHashMap<>();
        for (StoredBlock block : shelf.get().blocks()) {
            Ports ports = Ports.of(
                    block.piece(), block.piece().graph().blocks().iterator().next());
            mine.put(LayerEntry.of(block), fit(ports, block.name(), wire).check());
        }
        return mine;
    }

    /** The place of a new block whose middle is {@code middle}. */
    public static Position around(Position middle) {
        return BlockSize.USUAL.around(middle);
    }

    private Made create(String type) {
        Document document = session.present();
        if (type.startsWith(MINE) || type.startsWith(COPY)) {
            StoredBlock stored = shelf.get()
                    .find(type.substring(type.indexOf('/') + 1))
                    .orElseThrow(() -> new IllegalArgumentException("No stored block is meant by " + type));
            Taking taken = type.startsWith(MINE) ? Taking.reference(document, stored) : Taking.copy(document, stored);
            String name = document.graph().freeName(stored.name());
            return new Made(Block.of(document.graph().freeId(), name, taken.content()), taken.edits());
        }
        Layer layer = LayerCatalog.find(type)
                .orElseThrow(() -> new IllegalArgumentException("No layer is called " + type))
                .defaults();
        Layer filled = layer instanceof Source source ? defaults.fill(document, source) : layer;
        Block block =
                Block.of(document.graph().freeId(), FreeName.of(document.graph(), filled), new Content.Of(filled));
        return new Made(block, List.of());
    }

    private Optional<Link> link(Document document, Block from, Block to) {
        Ports sources = Ports.of(document, from);
        Ports targets = Ports.of(document, to);
        if (sources.outputs().isEmpty() || targets.inputs().isEmpty()) {
            return Optional.empty();
        }
        PortEnd output = PortEnd.output(from.id(), sources.outputs().get(0));
        PortEnd input = PortEnd.input(to.id(), targets.inputs().get(0));
        LinkRules rules = new LinkRules(document, session.suppose(document), Optional.empty());
        return rules.check(output, input) instanceof Fits ? LinkRules.link(output, input) : Optional.empty();
    }
}
