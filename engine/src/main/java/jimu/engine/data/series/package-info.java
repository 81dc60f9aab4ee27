/** Cuts windows out of series that were read from CSV files. Depends on data, data.csv, graph, shape and message. */
@NullMarked
package jimu.engine.data.series;

import org.jspecify.annotations.NullMarked;
