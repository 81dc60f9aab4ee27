/** Changes the size and colours of pictures. Depends on shape. */
@NullMarked
package jimu.engine.data.image;

import org.jspecify.annotations.NullMarked;
