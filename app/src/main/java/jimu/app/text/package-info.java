/** The words of the window and the command line, from one resource bundle. May depend on nothing else of app. */
@NullMarked
package jimu.app.text;

import org.jspecify.annotations.NullMarked;
