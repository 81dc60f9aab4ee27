package jimu.app.canvas;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;

/** How far what is on the canvas reaches. */
final class Extent {
    /** The room that is left around what is shown as a whole. */
    static final double MARGIN = 48;

    private final Session session;
    private final Places places;
    private final OpenHere openHere;

    Extent(Session session, Places places, OpenHere openHere) {
        this.session = session;
        this.places = places;
        this.openHere = openHere;
    }

    /** All of it with some room around; the margin of notes and frames leaves room for frames' titles. */
    Box all() {
        Document document = session.document();
        Box remarks = document.remarks().values().stream()
                .map(remark -> Box.of(remark).grown(MARGIN / 2))
                .reduce(Box.EMPTY, Box::union);
        return Box.around(document, document.graph().blocks())
                .grown(MARGIN)
                .union(remarks)
                .union(openHere.surroundingsProperty().get().frame().grown(MARGIN));
    }

    /** What is selected, with some room around; of a wire both its blocks. */
    Box selected() {
        Document document = session.document();
        Selection selection = session.selection();
        Set<String> blocks = new HashSet<>(selection.blocks());
        selection
                .links()
                .forEach(link ->
                        blocks.addAll(List.of(link.from().block(), link.to().block())));
        Box remarks = document.remarks().entrySet().stream()
                .filter(remark -> selection.remarks().contains(remark.getKey()))
                .map(remark -> Box.of(remark.getValue()))
                .reduce(Box.EMPTY, Box::union);
        return blocks.stream().map(places::box).reduce(remarks, Box::union).grown(MARGIN);
    }

    /** Where a network begins that is read to the right and down. */
    Position start() {
        return places.boxes().stream()
                .min(Comparator.comparing(box -> box.left() + box.top()))
                .map(Box::middle)
                .orElse(Position.ORIGIN);
    }

    /** What blocks, notes and frames take up, each. */
    List<Box> things() {
        return Stream.concat(
                        places.boxes().stream(),
                        session.document().remarks().values().stream().map(Box::of))
                .toList();
    }
}
