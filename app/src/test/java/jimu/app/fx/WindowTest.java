package jimu.app.fx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * A test class that opens a real window, with TestFX's {@code @Start} and {@code FxRobot}.
 *
 * <p>All of them use one stage after the other, which keeps a size that it is given for good: a test that needs a width gives it to
 * what is in the window.
 *
 * <p>Where there is no display it is skipped with that reason. It fails if JavaFX warns of a stylesheet meanwhile.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("window")
@ExtendWith({DisplayCondition.class, CssWarnings.class, ApplicationExtension.class})
public @interface WindowTest {}
