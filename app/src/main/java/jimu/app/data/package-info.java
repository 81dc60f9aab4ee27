/**
 * The Data tab: chooses the document's data and their preparation, and shows what they are.
 *
 * <p>Depends on session, fx, text and the engine.
 */
@NullMarked
package jimu.app.data;

import org.jspecify.annotations.NullMarked;
