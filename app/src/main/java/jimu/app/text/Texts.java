package jimu.app.text;

import java.lang.ref.WeakReference;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/**
 * Every sentence and label of the program, by key, from {@code resources/i18n/app.properties} in the language now spoken.
 *
 * <p>A key that is missing is a programmer's mistake and throws {@link java.util.MissingResourceException}. A text is a
 * {@link MessageFormat} pattern: arguments stand as {@code {0}}, {@code {1}}, …, an apostrophe is written twice, and an
 * argument appears as its {@code toString()}, so numbers come without grouping.
 *
 * <p>The language is the JVM's default locale, which the engine's messages and JavaFX's own dialogs follow too; what is shown when
 * it changes is either {@linkplain #bound bound} or {@linkplain #follow told anew}.
 */
public final class Texts {
    private static final String BUNDLE = "i18n.app";
    private static final ResourceBundle.Control ROOT_NEXT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final ReadOnlyObjectWrapper<Language> LANGUAGE =
            new ReadOnlyObjectWrapper<>(Language.of(Locale.getDefault()));

    private Texts() {}

    /** The text under {@code key}, with {@code arguments} filled in. */
    public static String of(String key, Object... arguments) {
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return new MessageFormat(bundle().getString(key), Locale.ROOT).format(words);
    }

    /** The text under {@code key} in a certain language, for what is searched for in all of them. */
    public static String in(Language language, String key) {
        return new MessageFormat(
                        ResourceBundle.getBundle(BUNDLE, language.locale(), ROOT_NEXT)
                                .getString(key),
                        Locale.ROOT)
                .format(new Object[0]);
    }

    /** The text under {@code key} in whatever language is spoken; for what a view shows all its life. */
    public static StringBinding bound(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> of(key, arguments), LANGUAGE);
    }

    /** The bundle itself, raw patterns and all, for libraries that look their texts up on their own. */
    public static ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE);
    }

    /** The language now spoken. */
    public static ReadOnlyObjectProperty<Language> language() {
        return LANGUAGE.getReadOnlyProperty();
    }

    /** Speaks another language from now on, on the JavaFX thread. */
    public static void speak(Language language) {
        Locale.setDefault(language.locale());
        LANGUAGE.set(language);
    }

    /**
     * Lets {@code teller} tell its texts anew whenever the language changes, for as long as something else holds it.
     *
     * @param tell holds nothing itself, since it is held for ever and what it holds would be too
     */
    public static <T> void follow(T teller, Consumer<T> tell) {
        if (tell.getClass().getDeclaredFields().length > 0) {
            throw new IllegalArgumentException("What follows the language must take all it needs from its teller");
        }
        WeakReference<T> held = new WeakReference<>(teller);
        LANGUAGE.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Language> value, Language old, Language now) {
                T there = held.get();
                if (there == null) {
                    LANGUAGE.removeListener(this);
                } else {
                    tell.accept(there);
                }
            }
        });
    }
}
