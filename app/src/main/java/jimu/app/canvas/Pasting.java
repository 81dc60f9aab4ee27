package jimu.app.canvas;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import jimu.app.session.Deed;
import jimu.app.session.Healing;
import jimu.app.session.Session;

/** Copies, cuts, pastes and duplicates blocks with the wires between them. */
public final class Pasting {
    private static final double MARGIN = 24;

    private final Session session;
    private final Viewport viewport;
    private final Clipboard clipboard;
    private boolean looking;
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper(this, "possible");

    Pasting(Session session, Viewport viewport, Clipboard clipboard) {
        this.session = session;
        this.viewport = viewport;
        this.clipboard = clipboard;
    }

    /** Whether there is something to paste, so far as was seen when it was last looked at. */
    public ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    /**
     * Looks whether the clipboard holds something to paste: other programs fill it, and do not say so. On some systems events are
     * handled while their answer is awaited; what is asked for by one of them is answered then, too.
     */
    public void look() {
        if (!looking) {
            looking = true;
            try {
                possible.set(clipboard.mayHoldPiece());
            } finally {
                looking = false;
            }
        }
    }

    /** Puts the selected blocks and the wires between them into the clipboard. */
    public void copy() {
        Clip clip = Clip.of(session.present(), session.selection().blocks());
        if (!clip.isEmpty()) {
            clipboard.put(clip.piece());
            possible.set(true);
        }
    }

    /** Copies, then deletes. */
    public void cut() {
        copy();
        if (!session.selection().isEmpty()) {
            Clip clip = Clip.of(session.present(), session.selection().blocks());
            session.apply(Deed.of("cut", clip.names(), Healing.delete(session.present(), session.selection())));
        }
    }

    /** Adds what the clipboard holds. */
    public void paste() {
        clipboard.get().ifPresent(piece -> add(new Clip(piece), "paste"));
    }

    /** Adds a copy of the selected blocks. */
    public void duplicate() {
        Clip clip = Clip.of(session.present(), session.selection().blocks());
        if (!clip.isEmpty()) {
            add(clip, "duplicate");
        }
    }

    private void add(Clip clip, String deed) {
        Clip.Paste paste = clip.into(session.present());
        session.applyAndSelect(Deed.of(deed, clip.names(), paste.edit()), paste.selection());
        viewport.reveal(Box.around(
                        session.document(),
                        session.document().graph().blocks().stream()
                                .filter(block -> paste.selection().blocks().contains(block.id()))
                                .toList())
                .grown(MARGIN));
    }
}
