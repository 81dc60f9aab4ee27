/**
 * The Layer Lab: one layer tried on inputs of any shapes, with its formula, its cost, and its real numbers and gradients.
 *
 * <p>Depends on fx, text and engine.
 */
@NullMarked
package jimu.app.lab;

import org.jspecify.annotations.NullMarked;
