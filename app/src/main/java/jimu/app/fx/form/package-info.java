/**
 * Forms: entries that read what a person types or turns, and their editors; shared by all features with settings.
 *
 * <p>Depends on text, JavaFX and the kinds of parameters in engine.layer.
 */
@NullMarked
package jimu.app.fx.form;

import org.jspecify.annotations.NullMarked;
