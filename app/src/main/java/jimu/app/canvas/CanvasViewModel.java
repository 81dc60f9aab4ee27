package jimu.app.canvas;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import jimu.app.fx.Background;
import jimu.app.session.BlockMark;
import jimu.app.session.Groups;
import jimu.app.session.Healing;
import jimu.app.session.NewBlock;
import jimu.app.session.OpenMarks;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;
import jimu.engine.infer.Inference;

/** What the canvas shows and does: faces, viewport, the gesture under way, and the actions behind the commands. */
public final class CanvasViewModel {
    private final Session session;
    private final NewBlock newBlock;
    private final Viewport viewport = new Viewport();
    private final Grid grid = new Grid();
    private final WireWeights wireWeights;
    private final ReadOnlyObjectWrapper<Faces> faces = new ReadOnlyObjectWrapper<>(this, "faces", Faces.NONE);
    private final ReadOnlyObjectWrapper<Optional<Pull>> pull =
            new ReadOnlyObjectWrapper<>(this, "pull", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Box>> band =
            new ReadOnlyObjectWrapper<>(this, "band", Optional.empty());
    private final ReadOnlyObjectWrapper<DragMarks> marks = new ReadOnlyObjectWrapper<>(this, "marks", DragMarks.NONE);
    private final ObjectProperty<Map<String, BlockMark>> blockMarks =
            new SimpleObjectProperty<>(this, "blockMarks", Map.of());
    private final ObjectProperty<Optional<String>> hottest =
            new SimpleObjectProperty<>(this, "hottest", Optional.empty());
    private final Insertion insertion;
    private final Arranging arranging;
    private final OpenHere openHere;
    private final DragNew dragNew;
    private final InPlace inPlace;
    private Optional<Position> asked = Optional.empty();
    private final RoutedCourses courses = new RoutedCourses();
    private final Places places = new Places(courses);
    private final Mouse mouse;
    private final Extent extent;
    private Optional<Inference> inference = Optional.empty();
    private Map<String, Definition> definitions = Map.of();
    private final Pasting pasting;
    private final Keyboard keyboard;
    private final BooleanProperty unfitted = new SimpleBooleanProperty(this, "unfitted");
    private boolean settled;

    /** A canvas for the session's document. */
    public CanvasViewModel(Session session, NewBlock newBlock, Background background, Clipboard clipboard) {
        this.session = session;
        this.newBlock = newBlock;
        arranging = new Arranging(session, viewport, background);
        this.pasting = new Pasting(session, viewport, clipboard);
        keyboard = new Keyboard(session, pull::set, this::reveal);
        this.insertion = new Insertion(session, newBlock, places, this::reveal);
        this.dragNew = new DragNew(newBlock, viewport, places, marks::set);
        insertion.searchProperty().addListener((value, old, now) -> {
            if (now.isEmpty()) {
                pull.set(Optional.empty());
            }
        });
        openHere = new OpenHere(session, viewport);
        extent = new Extent(session, places, openHere);
        wireWeights = new WireWeights(session);
        session.documentProperty().addListener((value, old, now) -> follow());
        session.openingsProperty().addListener((value, old, now) -> unfitted.set(true));
        session.scopeProperty().addListener((value, old, now) -> {
            boolean anew = openHere.follow(old, now) == OpenHere.Arrival.ANEW;
            unfitted.set(unfitted.get() || anew);
            follow();
        });
        inPlace = new InPlace(session);
        mouse = new Mouse(session, viewport, places, insertion, pull::set, band::set, marks::set);
        Texts.follow(this, CanvasViewModel::retell);
        follow();
    }

    private void retell() {
        inference = Optional.empty();
        faces.set(Faces.NONE);
        follow();
    }

    private void follow() {
        Faces before = faces.get();
        Faces now = before;
        boolean same = inference.equals(Optional.of(session.inference()))
                && definitions.equals(session.document().definitions());
        if (!same) {
            inference = Optional.of(session.inference());
            definitions = session.document().definitions();
            now = before.next(
                    session.document(), session.inference(), session.scope().prefix(session.whole()));
        }
        places.follow(session.document(), now, settled(session.document(), now));
        faces.set(now);
    }

    /** The wires that have to run elsewhere, though their ends stand still, now that blocks stand where they do; none while they move. */
    private Set<Link> settled(Document document, Faces now) {
        boolean before = settled;
        settled = session.whole().equals(session.wholePresent());
        if (!settled || (before && places.isAsIn(document, now))) {
            return Set.of();
        }
        Map<String, Box> boxes = new HashMap<>();
        now.blocks().forEach((id, face) -> boxes.put(id, Box.at(document.position(id), face.size())));
        return courses.settle(boxes, document.graph().links());
    }

    /** Lets things lie for a moment where a document has them that is not the session's. */
    void glide(Document document) {
        settled = false;
        places.follow(document, faces.get(), Set.of());
    }

    /** Whether the viewport has not been fitted to what is shown yet. */
    BooleanProperty unfittedProperty() {
        return unfitted;
    }

    /** The text being written on the canvas itself. */
    public InPlace inPlace() {
        return inPlace;
    }

    Session session() {
        return session;
    }

    /** What keys do without a mouse. */
    public Keyboard keyboard() {
        return keyboard;
    }

    Viewport viewport() {
        return viewport;
    }

    ReadOnlyObjectProperty<Faces> facesProperty() {
        return faces.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Pull>> pullProperty() {
        return pull.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Box>> bandProperty() {
        return band.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<DragMarks> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /** Shows these marks on the blocks. */
    public void follow(OpenMarks besides) {
        blockMarks.bind(besides.marksProperty());
        hottest.bind(besides.hottestProperty());
    }

    /** What blocks show besides what they are, by id. */
    ObjectProperty<Map<String, BlockMark>> blockMarksProperty() {
        return blockMarks;
    }

    /** What a block shows besides what it is. */
    BlockMark mark(String block) {
        return blockMarks.get().getOrDefault(block, BlockMark.NONE);
    }

    /** The time that the hottest colour stands for; empty while there is no heat. */
    ObjectProperty<Optional<String>> hottestProperty() {
        return hottest;
    }

    /** Inserting by search. */
    Insertion insertion() {
        return insertion;
    }

    /** The zoom, 1 being 100 %. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return viewport.scaleProperty();
    }

    /** Begins what a press of the main button on a spot means. */
    void press(Pointer pressed, Spot spot, Reach reach) {
        asked = Optional.empty();
        keyboard.cancel();
        if (spot instanceof Spot.OnArrow arrow) {
            openHere.open(arrow.id());
        } else if (!(spot instanceof Spot.OnCanvas && openHere.leave(pressed.place()))) {
            mouse.press(pressed, spot, reach);
        }
    }

    /** Begins to pan. */
    void pressToPan(Pointer pressed) {
        mouse.pressToPan(pressed);
    }

    void drag(Pointer to) {
        mouse.drag(to);
    }

    void release(Pointer at) {
        mouse.release(at);
    }

    /** The grid's lines. */
    public Grid grid() {
        return grid;
    }

    /** The weights that wires lead to. */
    public WireWeights wireWeights() {
        return wireWeights;
    }

    /** Where things lie. */
    Places places() {
        return places;
    }

    /** How far they reach. */
    Extent extent() {
        return extent;
    }

    /** Gives up the gesture under way, or else selects nothing, or else closes a group that is open in place. */
    public void escape() {
        boolean given = arranging.cancel() || mouse.cancel();
        if (!given && !(session.selection().isEmpty() && openHere.close())) {
            session.select(Selection.NONE);
        }
    }

    /** Groups that are open in place. */
    public OpenHere openHere() {
        return openHere;
    }

    /** Puts a new block where it was dropped; outside of a group that is open in place, into what lies around that. */
    void drop(String type, Pointer at) {
        boolean left = openHere.leave(at.place());
        dragNew.drop(type, left ? Pointer.at(viewport, at.x(), at.y()) : at);
    }

    /** A new block that is dragged in from outside. */
    DragNew dragNew() {
        return dragNew;
    }

    /** Begins to search for a block to insert at the selection, or else in the middle of what is shown. */
    public void searchToInsert() {
        insertion.beginAtSelection(asked.orElseGet(viewport::middle));
    }

    /** Notes where a menu was opened: a block inserted from there goes there. */
    void ask(Optional<Position> place) {
        asked = place;
    }

    /** Inserts a block of a type behind the selected one or else in the middle of what is shown. */
    public void insert(String type) {
        Block block = newBlock.addBehindSelection(type, NewBlock.around(viewport.middle()));
        reveal(block.id());
    }

    /** Shows what a block holds, if it is a group. */
    void open(String block) {
        new Groups(session).stepInto(block);
    }

    /** Adds a note, or a frame around the selected blocks, and lets it be written in. */
    public void remark(Remark.Kind kind) {
        String id = Remarks.add(session, kind, asked.orElseGet(viewport::middle));
        Optional.ofNullable(session.document().remarks().get(id))
                .ifPresent(remark -> viewport.reveal(Box.of(remark).grown(Extent.MARGIN / 2)));
        inPlace.beginRemark(id);
    }

    /** Shows a block, panning as little as needed. */
    public void reveal(String block) {
        Document document = session.document();
        document.graph()
                .block(block)
                .ifPresent(there -> viewport.reveal(Box.of(document, there).grown(Extent.MARGIN / 2)));
    }

    /** Shows everything. */
    public void fit() {
        unfitted.set(false);
        viewport.fit(extent.all());
    }

    /** Shows what is selected, in the middle. */
    public void fitSelection() {
        viewport.focus(extent.selected());
    }

    /** Shows what has just been opened: everything, or where it begins if all would be too small to be read. */
    void begin() {
        unfitted.set(false);
        viewport.open(extent.all(), extent.start());
    }

    /** Makes everything larger or smaller by a factor, about the middle. */
    public void zoomBy(double factor) {
        viewport.zoomAbout(factor, viewport.width() / 2, viewport.height() / 2);
    }

    /** Shows everything at its own size. */
    public void zoomToActualSize() {
        viewport.zoomTo(1);
    }

    /** Deletes what is selected; wires heal over blocks with one wire in and one output. */
    public void delete() {
        if (!session.selection().isEmpty()) {
            session.apply(
                    Remarks.withSelected(session.selection(), Healing.delete(session.present(), session.selection())));
        }
    }

    /** Deletes what is selected, and every wire with it. */
    public void deleteWithWires() {
        Selection selection = session.selection();
        if (!selection.isEmpty()) {
            session.apply(
                    Remarks.withSelected(session.selection(), new Edit.Remove(selection.blocks(), selection.links())));
        }
    }

    /** Selects all blocks and wires. */
    public void selectAll() {
        session.select(Selection.allOf(session.document().graph()));
    }

    /** Copying and pasting. */
    public Pasting pasting() {
        return pasting;
    }

    /** Shows the selected blocks moved; {@link #settle} makes it one step of undo. */
    void nudge(double dx, double dy) {
        Map<String, Position> places = new LinkedHashMap<>();
        for (String id : session.selection().blocks()) {
            Position place = session.document().position(id);
            places.put(id, new Position(place.x() + dx, place.y() + dy));
        }
        if (!places.isEmpty()) {
            session.preview(new Edit.Move(places));
        }
    }

    /** Ends nudging and gliding. */
    void settle() {
        arranging.finish();
        Map<String, Position> places = session.document().layout();
        if (!mouse.busy() && !places.equals(session.present().layout())) {
            session.apply(new Edit.Move(places));
        }
    }

    /** Arranging blocks by themselves. */
    public Arranging arranging() {
        return arranging;
    }
}
