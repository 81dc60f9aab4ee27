package jimu.app.inspector;

import java.util.Set;
import jimu.app.session.BlockCategory;
import jimu.app.session.Selection;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.graph.Remark;
import jimu.engine.message.Messages;

/**
 * What is selected, in words.
 *
 * @param kind what it is
 * @param title the block's type, or what is selected otherwise
 * @param category the block's place in the palette, for its colour; empty without a block
 * @param about a sentence on it; may be empty
 */
record Heading(Kind kind, String title, String category, String about) {
    /** What can be selected. */
    enum Kind {
        NOTHING,
        BLOCK,
        WIRE,
        REMARK,
        SEVERAL
    }

    /** That of a group that one stands in with nothing selected. */
    static Heading inside(String group) {
        return new Heading(Kind.NOTHING, Texts.of("inspector.inside", group), "", Texts.of("inspector.inside.about"));
    }

    static Heading of(Document document, Selection selection) {
        int blocks = selection.blocks().size();
        int wires = selection.links().size();
        if (blocks + wires == 0 && !selection.remarks().isEmpty()) {
            return ofRemarks(document, selection.remarks());
        }
        if (blocks + wires == 0) {
            String about = document.graph().blocks().isEmpty() ? "inspector.empty.about" : "inspector.none.about";
            return new Heading(Kind.NOTHING, Texts.of("inspector.none"), "", Texts.of(about));
        }
        if (blocks + wires > 1) {
            String title = wires == 0
                    ? Texts.of("inspector.several.blocks", blocks)
                    : blocks == 0
                            ? Texts.of("inspector.several.wires", wires)
                            : Texts.of("inspector.several", blocks, wires);
            String about = blocks == 0
                    ? "inspector.several.alone"
                    : CommonParameters.of(document, selection.blocks()).isEmpty()
                            ? "inspector.several.nothing"
                            : "inspector.several.about";
            return new Heading(Kind.SEVERAL, title, "", Texts.of(about));
        }
        return wires == 1
                ? of(document, selection.links().iterator().next())
                : of(
                        document,
                        document.graph().require(selection.blocks().iterator().next()));
    }

    private static Heading of(Document document, Block block) {
        String category = BlockCategory.of(document, block);
        if (block.content() instanceof Content.Of of) {
            String key = "layer." + of.layer().type();
            String about = Messages.has(key) ? Messages.text(key) : "";
            return new Heading(Kind.BLOCK, of.layer().type(), category, about);
        }
        return new Heading(Kind.BLOCK, block.content().label(), category, Texts.of("inspector.group.about"));
    }

    private static Heading ofRemarks(Document document, Set<String> remarks) {
        if (remarks.size() > 1) {
            return new Heading(Kind.REMARK, Texts.of("inspector.remarks", remarks.size()), "", "");
        }
        Remark remark = document.remarks().get(remarks.iterator().next());
        boolean frame = remark != null && remark.kind() == Remark.Kind.FRAME;
        return new Heading(
                Kind.REMARK,
                Texts.of(frame ? "remark.frame" : "remark.note"),
                "",
                Texts.of(frame ? "inspector.frame.about" : "inspector.note.about"));
    }

    private static Heading of(Document document, Link link) {
        return new Heading(
                Kind.WIRE,
                Texts.of("inspector.wire"),
                "",
                Texts.of("inspector.wire.about", end(document, link.from()), end(document, link.to())));
    }

    private static String end(Document document, PortRef end) {
        return document.graph().require(end.block()).name() + "." + end.port();
    }
}
