package jimu.app.canvas;

import java.util.List;
import java.util.Set;
import jimu.app.session.BlockSize;
import jimu.app.session.Placement;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;
import jimu.engine.graph.Remark.Kind;

/** New notes and frames. */
final class Remarks {
    private static final double WIDTH = 208;
    private static final double HEIGHT = 88;
    private static final double MARGIN = 24;
    private static final double TITLE = 24;

    private Remarks() {}

    /** Adds and selects one, around the selected blocks if it is a frame; the answer is its id. */
    static String add(Session session, Kind kind, Position middle) {
        Document document = session.present();
        String id = freeId(document);
        Remark remark = made(kind, document, session.selection(), middle);
        session.applyAndSelect(new Edit.SetRemark(id, remark), Selection.ofRemark(id));
        return id;
    }

    /** An id that no note or frame has. */
    private static String freeId(Document document) {
        int number = document.remarks().size() + 1;
        while (document.remarks().containsKey("n" + number)) {
            number++;
        }
        return "n" + number;
    }

    /** The removal of the selected notes and frames, after that of what else is selected. */
    static Edit withSelected(Selection selection, Edit others) {
        if (selection.remarks().isEmpty()) {
            return others;
        }
        Edit remarks = new Edit.RemoveRemarks(selection.remarks());
        boolean alone = selection.blocks().isEmpty() && selection.links().isEmpty();
        return alone ? remarks : new Edit.Sequence(List.of(others, remarks));
    }

    /** A note on free ground near a place, or a frame around the selected blocks; without these a frame where a note would be. */
    private static Remark made(Kind kind, Document document, Selection selection, Position middle) {
        Set<String> chosen = selection.blocks();
        Box box = Box.around(
                document,
                document.graph().blocks().stream()
                        .filter(block -> chosen.contains(block.id()))
                        .toList());
        if (kind == Kind.NOTE || box.isEmpty()) {
            double scale = kind == Kind.NOTE ? 1 : 2;
            Position wanted = new Position(middle.x() - scale * WIDTH / 2, middle.y() - scale * HEIGHT / 2);
            Position corner = Placement.in(document).near(wanted, new BlockSize(scale * WIDTH, scale * HEIGHT));
            return new Remark(
                    kind,
                    Texts.of(key(kind)),
                    corner,
                    scale * WIDTH,
                    scale * HEIGHT,
                    kind == Kind.NOTE ? "yellow" : "blue");
        }
        Position corner = BlockSize.snap(new Position(box.left() - MARGIN, box.top() - MARGIN - TITLE));
        Position end = BlockSize.snap(new Position(box.right() + MARGIN, box.bottom() + MARGIN));
        return new Remark(kind, Texts.of(key(kind)), corner, end.x() - corner.x(), end.y() - corner.y(), "blue");
    }

    private static String key(Kind kind) {
        return kind == Kind.NOTE ? "remark.note" : "remark.frame";
    }
}
