/**
 * What a person can do, each as one command: menu bar, toolbar and shortcuts are made from the list of them.
 *
 * <p>Depends on text and JavaFX. The features give their commands an action; a command without one is not shown.
 */
@NullMarked
package jimu.app.command;

import org.jspecify.annotations.NullMarked;
