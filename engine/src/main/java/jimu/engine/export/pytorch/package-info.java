/** PyTorch source: knows layers by their schema, no operations. May depend on what export may depend on. */
@NullMarked
package jimu.engine.export.pytorch;

import org.jspecify.annotations.NullMarked;
