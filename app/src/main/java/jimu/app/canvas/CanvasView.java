package jimu.app.canvas;

import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import javafx.util.Duration;
import jimu.app.fx.Words;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;
import org.jspecify.annotations.Nullable;

/** The canvas: wires, blocks and labels in layers that the viewport moves and scales, and in front of them what stays put. */
public final class CanvasView extends Pane {
    private static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");
    private static final double MINIMAP_MARGIN = 12;
    private static final double WIRE = 6;
    private static final int AT_ONCE = 96;
    private static final int EACH_PULSE = 16;

    private final CanvasViewModel model;
    private final NodeLayer nodes;
    private final PaintedView painted;
    private final GridView grid;
    private final Rectangle band = new Rectangle();
    private final PullView pull = new PullView();
    private final MarksView marks = new MarksView();
    private final WireWeightsView weights;
    private final AroundView around;
    private final InsertSearchView search;
    private final Pane ground = NodeLayer.layer();
    private final Pane world = NodeLayer.layer();
    /** Cut off at the edges; the canvas itself is not, so that what lies behind it need not be drawn. */
    private final Pane inside = NodeLayer.layer();

    private final MinimapView minimap;
    private final OriginViewModel origins;
    private final HeatLegend legend = new HeatLegend();
    private final CrumbsView crumbs;
    private final Text hint = new Text();
    private final Label arranging = Words.label("canvas.arranging");
    private final PauseTransition rest = new PauseTransition(Duration.millis(200));
    private boolean changed = true;

    /** Draws what the model says. */
    public CanvasView(CanvasViewModel model) {
        this.model = model;
        origins = new OriginViewModel(model);
        nodes = new NodeLayer(model, origins);
        painted = new PaintedView(model, this::touch);
        grid = new GridView(model, this::touch);
        minimap = new MinimapView(model);
        weights = new WireWeightsView(model);
        around = new AroundView(model.openHere());
        search = new InsertSearchView(this, model.insertion(), model.viewport());
        setId("canvas");
        getStyleClass().add("canvas");
        setFocusTraversable(true);
        band.getStyleClass().add("band");
        band.setVisible(false);
        hint.textProperty().bind(Texts.bound("canvas.empty"));
        hint.getStyleClass().add("canvas-hint");
        hint.setMouseTransparent(true);
        hint.layoutBoundsProperty().addListener((value, old, now) -> requestLayout());
        crumbs = new CrumbsView(model.session());
        world.getChildren()
                .addAll(
                        weights,
                        nodes,
                        new RemarkLayer(model.session(), Remark.Kind.NOTE),
                        marks,
                        pull.line(),
                        band,
                        new InPlaceView(model, this::requestFocus));
        ground.getChildren().addAll(around, new RemarkLayer(model.session(), Remark.Kind.FRAME));
        inside.getChildren().addAll(grid, ground, painted, world);
        getChildren()
                .addAll(
                        inside,
                        hint,
                        minimap,
                        pull.words(),
                        new OriginCard(this, model, origins),
                        search.box(),
                        crumbs,
                        legend,
                        arranging);

        Viewport viewport = model.viewport();
        Translate translate = new Translate();
        translate.xProperty().bind(viewport.xProperty());
        translate.yProperty().bind(viewport.yProperty());
        Scale scale = new Scale();
        scale.xProperty().bind(viewport.scaleProperty());
        scale.yProperty().bind(viewport.scaleProperty());
        ground.getTransforms().setAll(translate, scale);
        world.getTransforms().setAll(translate, scale);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        inside.setClip(clip);

        model.session().documentProperty().addListener((value, old, now) -> follow());
        model.session().scopeProperty().addListener((value, old, now) -> follow());
        model.session().selectionProperty().addListener((value, old, now) -> follow());
        model.pullProperty().addListener((value, old, now) -> follow(old, now));
        model.marksProperty().addListener((value, old, now) -> follow(now));
        model.blockMarksProperty().addListener((value, old, now) -> follow());
        model.hottestProperty().addListener((value, old, now) -> legend.show(now));
        legend.show(model.hottestProperty().get());
        model.bandProperty().addListener((value, old, now) -> followBand(now));
        viewport.xProperty().addListener((value, old, now) -> move());
        viewport.scaleProperty().addListener((value, old, now) -> move());
        viewport.yProperty().addListener((value, old, now) -> move());
        model.unfittedProperty().addListener((value, old, now) -> requestLayout());
        rest.setOnFinished(event -> nodes.rest());
        new GlideView(model.arranging(), viewport, model.session(), this::glide);
        arranging.getStyleClass().add("canvas-notice");
        arranging.setMouseTransparent(true);
        arranging.visibleProperty().bind(model.arranging().computingProperty());
        model.arranging().computingProperty().addListener((value, old, now) -> {
            if (now) {
                requestFocus();
            }
        });
        model.grid().shownProperty().addListener((value, old, now) -> touch());
        Texts.follow(this, CanvasView::retell);
        new CanvasKeys(this, model.keyboard());
        new CanvasInput(this, model).install();
        Runnable pulse = this::pulse;
        sceneProperty().addListener((value, old, now) -> {
            if (old != null) {
                old.removePreLayoutPulseListener(pulse);
            }
            if (now != null) {
                now.addPreLayoutPulseListener(pulse);
            }
        });
        new HoverTip(this, model).install();
        follow();
    }

    private void retell() {
        nodes.retell();
        follow();
    }

    /** Shows what has changed; the nodes at once, since whoever changed it may look at them. */
    private void follow() {
        hint.setVisible(model.places().boxes().isEmpty());
        nodes.look(Sight.of(model.viewport(), model.places()), AT_ONCE);
        touch();
    }

    /** Shows the document as it is for a moment while blocks glide. */
    private void glide(Document document) {
        model.glide(document);
        follow();
    }

    private void move() {
        Detail detail = Detail.at(model.viewport().scale());
        pseudoClassStateChanged(BRIEF, detail != Detail.FULL);
        around.show(detail);
        nodes.hasten();
        rest.playFromStart();
        touch();
    }

    /** Lets the next pulse show what is in sight. */
    private void touch() {
        if (!changed) {
            changed = true;
            Platform.requestNextPulse();
        }
    }

    private void pulse() {
        if (!changed) {
            return;
        }
        changed = false;
        Sight sight = Sight.of(model.viewport(), model.places());
        boolean all = nodes.look(sight, EACH_PULSE);
        weights.follow();
        painted.paint(sight, nodes);
        grid.paint();
        minimap.follow();
        if (!all) {
            touch();
        }
    }

    private void follow(Optional<Pull> before, Optional<Pull> now) {
        pull.show(now, model.session().document(), model.viewport());
        boolean changes = !before.map(Pull::answers).equals(now.map(Pull::answers))
                || !before.flatMap(Pull::over).equals(now.flatMap(Pull::over));
        if (changes) {
            nodes.follow(now);
        }
    }

    private void follow(DragMarks now) {
        marks.show(now, model.viewport().scale(), now.spliced().flatMap(model.places()::course));
        nodes.follow(now);
        touch();
    }

    private void followBand(Optional<Box> now) {
        band.setVisible(now.isPresent());
        now.ifPresent(box -> {
            band.setX(box.left());
            band.setY(box.top());
            band.setWidth(box.width());
            band.setHeight(box.height());
        });
    }

    /** What is shown at a point, where the pointer meets {@code picked}. */
    Spot spot(@Nullable Node picked, double x, double y) {
        Position place = model.viewport().toCanvas(x, y);
        Spot there = ofNode(picked);
        if (!(there instanceof Spot.OnCanvas) && !isFrame(there)) {
            return there;
        }
        double reach = WIRE / model.viewport().scale();
        if (Detail.at(model.viewport().scale()) == Detail.PAINTED) {
            Spot painted = model.places().at(place, reach);
            return painted instanceof Spot.OnCanvas ? there : painted;
        }
        return model.places()
                .wireNear(place, reach, Set.of())
                .<Spot>map(Spot.OnWire::new)
                .orElse(there);
    }

    /** Whether it is a frame: frames lie behind blocks and wires. */
    private boolean isFrame(Spot spot) {
        return spot instanceof Spot.OnRemark on
                && Optional.ofNullable(model.session().document().remarks().get(on.id()))
                        .filter(remark -> remark.kind() == Remark.Kind.FRAME)
                        .isPresent();
    }

    private Spot ofNode(@Nullable Node picked) {
        for (Node node = picked; node != null && node != this; node = node.getParent()) {
            if (node instanceof PortView port) {
                return new Spot.OnPort(port.end());
            } else if (node instanceof BlockView block && block.arrow() == picked) {
                return new Spot.OnArrow(block.block());
            } else if (node instanceof BlockView block) {
                return new Spot.OnBlock(block.block());
            } else if (node instanceof RemarkView remark) {
                return node != picked && picked == remark.corner()
                        ? new Spot.OnCorner(remark.remark())
                        : new Spot.OnRemark(remark.remark());
            }
        }
        return new Spot.OnCanvas();
    }

    @Override
    protected void layoutChildren() {
        model.viewport().resize(getWidth(), getHeight());
        if (model.unfittedProperty().get() && getWidth() > 0) {
            model.begin();
        }
        crumbs.autosize();
        crumbs.relocate(MINIMAP_MARGIN, MINIMAP_MARGIN);
        legend.autosize();
        legend.relocate(MINIMAP_MARGIN, snapPositionY(getHeight() - legend.getHeight() - MINIMAP_MARGIN));
        arranging.autosize();
        arranging.relocate(snapPositionX((getWidth() - arranging.getWidth()) / 2), MINIMAP_MARGIN);
        Bounds words = hint.getLayoutBounds();
        hint.relocate(
                snapPositionX((getWidth() - words.getWidth()) / 2),
                snapPositionY((getHeight() - words.getHeight()) / 2));
        minimap.autosize();
        minimap.relocate(
                getWidth() - minimap.getWidth() - MINIMAP_MARGIN, getHeight() - minimap.getHeight() - MINIMAP_MARGIN);
        touch();
    }
}
