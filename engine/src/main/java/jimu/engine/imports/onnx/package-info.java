/**
 * Reads ONNX files: the graph field by field, then each operator as a block of the catalogue. May depend on what imports may
 * depend on.
 */
@NullMarked
package jimu.engine.imports.onnx;

import org.jspecify.annotations.NullMarked;
