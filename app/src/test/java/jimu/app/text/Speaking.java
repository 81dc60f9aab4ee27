package jimu.app.text;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Speaks another language in a test, on the JavaFX thread where there is one: windows of other tests may still listen. */
public final class Speaking {
    private static final long PATIENCE = 60_000;

    private Speaking() {}

    public static void speak(Language language) {
        if (FxToolkit.isFXApplicationThreadRunning()) {
            WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> Texts.speak(language));
        } else {
            Texts.speak(language);
        }
    }
}
