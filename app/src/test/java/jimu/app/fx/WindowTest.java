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
 * <p>Where there is no display it is skipped with that reason. It fails if JavaFX warns of a stylesheet meanwhile.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("window")
@ExtendWith({DisplayCondition.class, CssWarnings.class, ApplicationExtension.class})
public @interface WindowTest {}
