/** Makes up points of a plane for problems that can be seen whole. Depends on data, graph, random, shape and message. */
@NullMarked
package jimu.engine.data.toy;

import org.jspecify.annotations.NullMarked;
