/** Root of the engine: a library for building, checking, training and exporting neural networks, without a window. */
@NullMarked
package jimu.engine;

import org.jspecify.annotations.NullMarked;
