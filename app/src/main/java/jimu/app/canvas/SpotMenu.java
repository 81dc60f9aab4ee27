package jimu.app.canvas;

import java.util.List;
import jimu.app.command.CommandId;
import jimu.app.session.Selection;

/** The commands that are offered at a spot of the canvas, in groups. */
final class SpotMenu {
    private static final List<CommandId> ALIGN = List.of(
            CommandId.SELECT_PATH,
            CommandId.ALIGN_LEFT,
            CommandId.ALIGN_CENTRE,
            CommandId.ALIGN_RIGHT,
            CommandId.ALIGN_TOP,
            CommandId.ALIGN_MIDDLE,
            CommandId.ALIGN_BOTTOM,
            CommandId.DISTRIBUTE_ACROSS,
            CommandId.DISTRIBUTE_DOWN);

    private static final List<CommandId> GROUPS = List.of(
            CommandId.RENAME,
            CommandId.GROUP,
            CommandId.UNGROUP,
            CommandId.STEP_IN,
            CommandId.OPEN_HERE,
            CommandId.OWN_GROUP,
            CommandId.SAVE_BLOCK,
            CommandId.UPDATE_BLOCK);

    private SpotMenu() {}

    /** What is selected once a menu is open at a spot: what it is opened on, or all of the selection if that is in it. */
    static Selection selection(Spot spot, Selection before) {
        if (spot instanceof Spot.OnBlock block) {
            return before.blocks().contains(block.id()) ? before : Selection.of(block.id());
        } else if (spot instanceof Spot.OnPort port) {
            return Selection.of(port.end().block());
        } else if (spot instanceof Spot.OnArrow arrow) {
            return Selection.of(arrow.id());
        } else if (spot instanceof Spot.OnWire wire) {
            return Selection.of(wire.link());
        } else if (spot instanceof Spot.OnRemark remark) {
            return Selection.ofRemark(remark.id());
        } else if (spot instanceof Spot.OnCorner corner) {
            return Selection.ofRemark(corner.id());
        }
        return spot instanceof Spot.OnCanvas ? Selection.NONE : before;
    }

    /** The groups at a spot. */
    static List<List<CommandId>> at(Spot spot) {
        if (spot instanceof Spot.OnBlock || spot instanceof Spot.OnArrow) {
            return List.of(
                    List.of(CommandId.INSERT, CommandId.REPLACE, CommandId.CONNECT),
                    List.of(CommandId.CUT, CommandId.COPY, CommandId.DUPLICATE),
                    List.of(CommandId.DELETE, CommandId.DELETE_WIRES),
                    GROUPS,
                    ALIGN);
        } else if (spot instanceof Spot.OnWire) {
            return List.of(List.of(CommandId.INSERT, CommandId.DELETE));
        } else if (spot instanceof Spot.OnPort) {
            return List.of(List.of(CommandId.INSERT, CommandId.CONNECT, CommandId.DELETE_WIRES));
        } else if (spot instanceof Spot.OnRemark || spot instanceof Spot.OnCorner) {
            return List.of(List.of(CommandId.RENAME, CommandId.DELETE));
        }
        return List.of(
                List.of(CommandId.INSERT, CommandId.PASTE, CommandId.SELECT_ALL),
                List.of(CommandId.NOTE, CommandId.FRAME),
                List.of(CommandId.FIT, CommandId.ZOOM_NONE, CommandId.LAYOUT, CommandId.LAYOUT_DOWN));
    }
}
