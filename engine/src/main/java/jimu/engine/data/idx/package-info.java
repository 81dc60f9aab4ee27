/** Reads MNIST's IDX files. Depends on data, shape and message. */
@NullMarked
package jimu.engine.data.idx;

import org.jspecify.annotations.NullMarked;
