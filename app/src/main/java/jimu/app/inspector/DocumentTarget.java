package jimu.app.inspector;

import jimu.app.fx.form.FormTarget;
import jimu.app.session.Session;
import jimu.engine.graph.Edit;

/** Takes answers into a session's document; one that comes too late, since what it is about is gone, is dropped. */
interface DocumentTarget extends FormTarget {
    /** Where the document is. */
    Session session();

    /** Whether what is asked about is still there. */
    boolean isThere();

    /** What an answer does to the document. */
    Edit edit(String entry, Object plain);

    @Override
    default void preview(String entry, Object plain) {
        if (isThere()) {
            session().preview(edit(entry, plain));
        }
    }

    @Override
    default void commit(String entry, Object plain) {
        if (isThere()) {
            session().apply(edit(entry, plain));
        }
    }

    @Override
    default void cancel() {
        if (isThere()) {
            session().endPreview();
        }
    }
}
