/** Reads pictures from files and changes their size and colours. Depends on shape and data; the one home of java.awt. */
@NullMarked
package jimu.engine.data.image;

import org.jspecify.annotations.NullMarked;
