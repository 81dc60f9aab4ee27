/**
 * The open document as the window sees it: its edits, previews, undo, file, selection, and its inference, always current.
 *
 * <p>Depends on engine, library, fx, text and javafx.beans; knows no nodes and no feature.
 */
@NullMarked
package jimu.app.session;

import org.jspecify.annotations.NullMarked;
