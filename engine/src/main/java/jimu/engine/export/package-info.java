/**
 * Takes a network away as a file. Reads the flat graph, its inference and a snapshot of the weights, and nothing else; may
 * depend on the packages up to plan, on data's preprocessing and on io.
 */
@NullMarked
package jimu.engine.export;

import org.jspecify.annotations.NullMarked;
