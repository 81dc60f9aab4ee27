package jimu.app.canvas;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.Pane;
import jimu.app.fx.Slumber;
import jimu.engine.graph.Link;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of the blocks and wires in sight. Those that leave it are hidden and kept for a while: they take no time until they are
 * in sight again and are told what has changed.
 */
final class NodeLayer extends Slumber {
    private static final int KEPT = 400;
    private static final int BLOCK = 2;

    private final CanvasViewModel model;
    private final OriginViewModel origins;
    private final Pane wireLayer = layer();
    private final Pane blockLayer = layer();
    private final Pane labelLayer = layer();
    private final Map<String, BlockView> blocks = new LinkedHashMap<>();
    private final Map<Link, WireView> wires = new LinkedHashMap<>();
    private final Set<String> shownBlocks = new HashSet<>();
    private final Set<Link> shownWires = new HashSet<>();
    private boolean hasty;

    NodeLayer(CanvasViewModel model, OriginViewModel origins) {
        this.model = model;
        this.origins = origins;
        setPickOnBounds(false);
        setManaged(false);
        labelLayer.setMouseTransparent(true);
        getChildren().addAll(wireLayer, blockLayer, labelLayer);
    }

    /** A layer that is no target of the mouse where it is empty. */
    static Pane layer() {
        Pane layer = new Pane();
        layer.setPickOnBounds(false);
        layer.setManaged(false);
        return layer;
    }

    /**
     * Shows what is in sight as it now is, and makes new nodes only while their cost stays within {@code most}, a block counting as
     * two and a wire as one; whether that was enough.
     */
    boolean look(Sight sight, int most) {
        boolean nodes = sight.detail() != Detail.PAINTED;
        setVisible(nodes);
        hideAllBut(nodes ? sight : Sight.NONE);
        if (!nodes) {
            return true;
        }
        Faces faces = model.facesProperty().get();
        int left = most;
        for (String id : sight.blocks()) {
            BlockFace face = faces.blocks().get(id);
            boolean there = blocks.containsKey(id);
            if (face != null && (there || left > 0)) {
                left -= there ? 0 : BLOCK;
                show(id, face, sight.detail());
            }
        }
        for (Link link : sight.wires()) {
            WireFace face = faces.wires().get(link);
            boolean there = wires.containsKey(link);
            if (face != null && (there || left > 0)) {
                left -= there ? 0 : 1;
                show(link, face);
            }
        }
        return left > 0;
    }

    private void show(String id, BlockFace face, Detail detail) {
        BlockView view = blocks.remove(id);
        if (view == null) {
            view = new BlockView(id);
            blockLayer.getChildren().add(view);
        }
        blocks.put(id, view);
        view.show(face, detail);
        view.show(model.mark(id));
        view.showSelected(Selected.when(model.session().selection().blocks().contains(id)));
        Box box = model.places().box(id);
        if (view.getLayoutX() != box.left() || view.getLayoutY() != box.top()) {
            view.relocate(box.left(), box.top());
        }
        if (shownBlocks.add(id)) {
            view.showPull(model.pullProperty().get());
            view.setCache(hasty);
            view.setVisible(true);
        }
    }

    private void show(Link link, WireFace face) {
        WireView view = wires.remove(link);
        if (view == null) {
            view = new WireView(link, origins);
            wireLayer.getChildren().add(view);
            labelLayer.getChildren().add(view.label());
        }
        wires.put(link, view);
        view.show(face);
        view.showSelected(Selected.when(model.session().selection().links().contains(link)));
        model.places().course(link).ifPresent(view::route);
        if (shownWires.add(link)) {
            view.showReplaced(Selected.when(isReplaced(link)));
            view.enter();
        }
    }

    private boolean isReplaced(Link link) {
        return model.pullProperty()
                .get()
                .flatMap(Pull::replaced)
                .filter(link::equals)
                .isPresent();
    }

    private void hideAllBut(Sight sight) {
        Set<String> ids = new HashSet<>(sight.blocks());
        shownBlocks.removeIf(id -> {
            boolean leaves = !ids.contains(id);
            BlockView view = leaves ? blocks.get(id) : null;
            if (view != null) {
                view.setVisible(false);
            }
            return leaves;
        });
        Set<Link> links = new HashSet<>(sight.wires());
        shownWires.removeIf(link -> {
            boolean leaves = !links.contains(link);
            WireView view = leaves ? wires.get(link) : null;
            if (view != null) {
                view.leave();
            }
            return leaves;
        });
        forget();
    }

    /** Forgets the nodes of what is gone, and of the hidden ones those that have been out of sight longest. */
    private void forget() {
        Faces faces = model.facesProperty().get();
        int spare = blocks.size() - KEPT;
        for (Iterator<Map.Entry<String, BlockView>> i = blocks.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<String, BlockView> entry = i.next();
            boolean gone = !faces.blocks().containsKey(entry.getKey());
            if (gone || (spare > 0 && !shownBlocks.contains(entry.getKey()))) {
                spare--;
                i.remove();
                shownBlocks.remove(entry.getKey());
                blockLayer.getChildren().remove(entry.getValue());
            }
        }
        spare = wires.size() - KEPT;
        for (Iterator<Map.Entry<Link, WireView>> i = wires.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<Link, WireView> entry = i.next();
            boolean gone = !faces.wires().containsKey(entry.getKey());
            if (gone || (spare > 0 && !shownWires.contains(entry.getKey()))) {
                spare--;
                i.remove();
                shownWires.remove(entry.getKey());
                wireLayer.getChildren().remove(entry.getValue());
                labelLayer.getChildren().remove(entry.getValue().label());
            }
        }
    }

    /** Shows blocks as pictures of themselves from now on: less sharp, but quickly moved, as larger or smaller letters are not. */
    void hasten() {
        if (!hasty && model.viewport().scale() != 1) {
            hasty = true;
            shownBlocks.forEach(id -> view(id).ifPresent(view -> view.setCache(true)));
            wires.values().forEach(view -> view.label().setCache(true));
        }
    }

    /** Shows blocks themselves again. */
    void rest() {
        hasty = false;
        blocks.values().forEach(view -> view.setCache(false));
        wires.values().forEach(view -> view.label().setCache(false));
    }

    /** Whether a block is shown by a node. */
    boolean shows(String block) {
        return shownBlocks.contains(block);
    }

    /** Whether a wire is shown by a node. */
    boolean shows(Link wire) {
        return shownWires.contains(wire);
    }

    /** Shows how a wire that is being pulled stands to the blocks in sight. */
    void follow(Optional<Pull> now) {
        shownBlocks.forEach(id -> view(id).ifPresent(view -> view.showPull(now)));
        wires.forEach((link, view) -> view.showReplaced(Selected.when(isReplaced(link))));
    }

    /** Shows which wire would lead through what is being dragged. */
    void follow(DragMarks marks) {
        wires.forEach(
                (link, view) -> view.showSpliced(Selected.when(marks.spliced().equals(Optional.of(link)))));
    }

    /** Says everything in the language now spoken. */
    void retell() {
        blocks.values().forEach(BlockView::retell);
        wires.values().forEach(WireView::retell);
    }

    private Optional<BlockView> view(String block) {
        @Nullable BlockView view = blocks.get(block);
        return Optional.ofNullable(view);
    }
}
