/**
 * The document: graph, definitions, layout and settings as immutable values, the edits that change them, and their expansion
 * into paths.
 *
 * <p>Depends on shape, layer and message.
 */
@NullMarked
package jimu.engine.graph;

import org.jspecify.annotations.NullMarked;
