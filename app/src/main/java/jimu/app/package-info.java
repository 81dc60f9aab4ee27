/** The program: its entry, and the wiring of window and command line. May depend on everything in app and on engine. */
@NullMarked
package jimu.app;

import org.jspecify.annotations.NullMarked;
