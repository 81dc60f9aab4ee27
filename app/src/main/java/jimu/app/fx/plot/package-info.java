/** Plots of lines and points for panels, drawn by JFreeChart in the theme's colours. May depend on fx and text. */
@NullMarked
package jimu.app.fx.plot;

import org.jspecify.annotations.NullMarked;
