/**
 * The command line: one subcommand a class, with what they print on a terminal.
 *
 * <p>May depend on the engine, on text, and on what of session is no window: samples and places of runs.
 */
@NullMarked
package jimu.app.cli;

import org.jspecify.annotations.NullMarked;
