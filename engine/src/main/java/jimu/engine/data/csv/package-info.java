/** Reads tables of comma-separated values. Depends on data, shape and message. */
@NullMarked
package jimu.engine.data.csv;

import org.jspecify.annotations.NullMarked;
