/**
 * What every feature needs of JavaFX: work off its thread, and dialogs.
 *
 * <p>The only package of app that may start threads and queue work for the JavaFX thread. Depends on text, engine and JavaFX.
 */
@NullMarked
package jimu.app.fx;

import org.jspecify.annotations.NullMarked;
