package jimu.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.CacheHint;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jimu.app.canvas.BlockFace.State;
import jimu.app.fx.Slumber;
import jimu.app.session.BlockMark;
import jimu.app.session.LinkCheck;
import jimu.app.session.PortEnd;
import jimu.app.session.PortEnd.Side;
import jimu.app.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A block: a header in its category's colour, what it holds and makes below, and its ports on the edges. */
final class BlockView extends Slumber {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass GHOST = PseudoClass.getPseudoClass("ghost");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");
    private static final PseudoClass UNWIRED = PseudoClass.getPseudoClass("unwired");
    private static final PseudoClass HEATED = PseudoClass.getPseudoClass("heated");
    private static final double HEADER = 24;
    private static final double HEAT_OVERLAP = 5;
    private static final double BADGE = 18;

    private final Label name = label("block-name");
    private final Label type = label("block-type");
    private final Label detail = label("block-detail");
    private final Label output = label("block-output");
    private final Label cost = label("block-cost");
    private final FontIcon mark = new FontIcon("mdomz-priority_high");
    private final StackPane badge = new StackPane(mark);
    private final StackPane notice = new StackPane(new FontIcon("mdomz-report_problem"));
    private final Label heat = label("block-heat");
    private BlockMark shownMark = BlockMark.NONE;
    private final Label arrow = label("block-arrow");
    private final HBox header = new HBox(name, new Region(), type, arrow);
    private final VBox body = new VBox(detail, output, cost);
    private final List<PortView> ports = new ArrayList<>();
    private final List<PortName> portNames = new ArrayList<>();
    private @Nullable BlockFace face;
    private Detail detailed = Detail.FULL;

    private final String block;

    /** The name of a port beside it, within the block. */
    private record PortName(Label label, Side side, double y) {
        private static final double GAP = PortView.SIZE / 2 + 4;

        void layout(double width) {
            label.autosize();
            label.relocate(side == Side.INPUT ? GAP : width - GAP - label.getWidth(), y - 8);
        }
    }

    BlockView(String block) {
        this.block = block;
        setId("block-" + block);
        setManaged(false);
        setCacheHint(CacheHint.SPEED);
        setAccessibleRole(AccessibleRole.NODE);
        accessibleRoleDescriptionProperty().bind(Texts.bound("canvas.role.block"));
        getStyleClass().add("block");
        header.getStyleClass().add("block-header");
        body.getStyleClass().add("block-body");
        badge.getStyleClass().add("block-badge");
        badge.setManaged(false);
        badge.resize(BADGE, BADGE);
        notice.getStyleClass().add("block-notice");
        notice.setManaged(false);
        notice.resize(BADGE, BADGE);
        notice.setVisible(false);
        heat.setManaged(false);
        heat.setVisible(false);
        HBox.setHgrow(header.getChildren().get(1), Priority.ALWAYS);
        name.setMinWidth(Region.USE_PREF_SIZE);
        FontIcon unfold = new FontIcon("mdomz-unfold_more");
        unfold.setMouseTransparent(true);
        arrow.setGraphic(unfold);
        arrow.accessibleTextProperty().bind(Texts.bound("command.open_here"));
    }

    /** What bears the name. */
    Node header() {
        return header;
    }

    /** What opens a group in place. */
    Node arrow() {
        return arrow;
    }

    String block() {
        return block;
    }

    /** Says the same in the language now spoken. */
    void retell() {
        BlockFace shown = face;
        face = null;
        if (shown != null) {
            show(shown, detailed);
        }
    }

    void show(BlockFace now, Detail how) {
        BlockFace before = face;
        if (now.equals(before)) {
            show(how);
            return;
        }
        face = now;
        detailed = how;
        name.setText(now.name());
        type.setText(now.type());
        boolean group = now.category().startsWith("group");
        arrow.setVisible(group);
        arrow.setManaged(group);
        line(detail, now.detail());
        line(output, now.output(how));
        line(cost, now.costs());
        if (now.owner().isEmpty() != (cost.getGraphic() == null)) {
            cost.setGraphic(now.owner().isEmpty() ? null : new FontIcon("mdoal-link"));
        }
        badge.setVisible(!now.problems().isEmpty());
        pseudoClassStateChanged(WRONG, now.state() == State.WRONG);
        pseudoClassStateChanged(UNWIRED, now.state() == State.UNWIRED);
        pseudoClassStateChanged(BLOCKED, now.state() == State.BLOCKED);
        setAccessibleText(now.told());
        if (before == null || !before.category().equals(now.category())) {
            getStyleClass().removeIf(style -> style.startsWith("category-"));
            getStyleClass().add("category-" + now.category());
        }
        if (before == null || !before.ports().equals(now.ports())) {
            rebuildPorts(now);
        }
        resize(now.size().width(), now.size().height());
        requestLayout();
    }

    /** Shows the same at another zoom. */
    private void show(Detail how) {
        if (how != detailed && face != null) {
            detailed = how;
            line(output, face.output(how));
        }
    }

    private void rebuildPorts(BlockFace now) {
        ports.clear();
        portNames.clear();
        for (Side side : Side.values()) {
            List<String> names = now.ports().on(side);
            for (int i = 0; i < names.size(); i++) {
                PortView port = new PortView(
                        side == Side.INPUT
                                ? PortEnd.input(now.id(), names.get(i))
                                : PortEnd.output(now.id(), names.get(i)));
                double x = side == Side.INPUT ? 0 : now.size().width();
                double y = now.size().portY(i, names.size());
                port.relocate(x - PortView.SIZE / 2, y - PortView.SIZE / 2);
                ports.add(port);
                if (names.size() > 1) {
                    Label label = label("port-name");
                    label.setText(names.get(i));
                    portNames.add(new PortName(label, side, y));
                }
            }
        }
        body.getStyleClass().removeAll("beside-names", "between-names");
        if (!portNames.isEmpty()) {
            boolean both = now.ports().outputs().size() > 1;
            body.getStyleClass().add(both ? "between-names" : "beside-names");
        }
        getChildren().setAll(header, body);
        portNames.forEach(portName -> getChildren().add(portName.label()));
        getChildren().addAll(ports);
        getChildren().addAll(heat, notice, badge);
    }

    /** Shows heat and notices; most blocks most of the time have none. */
    void show(BlockMark mark) {
        if (mark.equals(shownMark)) {
            return;
        }
        shownMark = mark;
        getStyleClass().removeIf(style -> style.startsWith("heat-"));
        if (mark.heat() >= 0) {
            getStyleClass().add("heat-" + mark.heat());
        }
        pseudoClassStateChanged(HEATED, mark.heat() >= 0);
        heat.setText(mark.figure());
        heat.setVisible(!mark.figure().isEmpty());
        notice.setVisible(!mark.notices().isEmpty());
        requestLayout();
    }

    void showSelected(Selected selected) {
        pseudoClassStateChanged(SELECTED, selected == Selected.YES);
    }

    void showPull(Optional<Pull> pull) {
        ports.forEach(port -> port.show(pull));
        pseudoClassStateChanged(
                GHOST,
                pull.filter(now -> now.answer().filter(LinkCheck::allowed).isPresent())
                        .flatMap(Pull::over)
                        .filter(end -> end.block().equals(block))
                        .isPresent());
    }

    @Override
    protected void layoutChildren() {
        wake();
        header.resizeRelocate(0, 0, getWidth(), HEADER);
        body.resizeRelocate(0, HEADER, getWidth(), getHeight() - HEADER);
        portNames.forEach(portName -> portName.layout(getWidth()));
        badge.relocate(getWidth() - BADGE / 2 - 3, 3 - BADGE / 2);
        notice.relocate(3 - BADGE / 2, 3 - BADGE / 2);
        heat.autosize();
        heat.relocate(snapPositionX((getWidth() - heat.getWidth()) / 2), snapPositionY(getHeight() - HEAT_OVERLAP));
    }

    private static void line(Label label, String text) {
        label.setText(text);
        label.setManaged(!text.isEmpty());
        label.setVisible(!text.isEmpty());
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}
