/**
 * The Evaluate tab: how good the network is on a part of the data, in figures and pictures, and a pad to draw a digit on. May depend
 * on session, fx and text.
 */
@NullMarked
package jimu.app.evaluate;

import org.jspecify.annotations.NullMarked;
