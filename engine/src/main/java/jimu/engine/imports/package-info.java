/**
 * Brings a network in from another program's file: the counterpart of {@code export}. May depend on the packages up to plan, on
 * data's preprocessing and on io.
 */
@NullMarked
package jimu.engine.imports;

import org.jspecify.annotations.NullMarked;
