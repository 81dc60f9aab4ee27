/** ONNX files: knows primitive operations, no layers. May depend on what export may depend on. */
@NullMarked
package jimu.engine.export.onnx;

import org.jspecify.annotations.NullMarked;
