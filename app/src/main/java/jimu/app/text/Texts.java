package jimu.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every sentence and label of the program, by key, from {@code resources/i18n/app.properties}.
 *
 * <p>A key that is missing is a programmer's mistake and throws {@link java.util.MissingResourceException}. A text is a
 * {@link MessageFormat} pattern: arguments stand as {@code {0}}, {@code {1}}, …, an apostrophe is written twice, and an
 * argument appears as its {@code toString()}, so numbers come without grouping.
 */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("i18n.app");

    private Texts() {}

    /** The text under {@code key}, with {@code arguments} filled in. */
    public static String of(String key, Object... arguments) {
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(words);
    }

    /** The bundle itself, raw patterns and all, for libraries that look their texts up on their own. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }
}
