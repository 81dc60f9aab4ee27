package jimu.engine.message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Looks up the sentences that a person reads.
 *
 * <p>The bundle follows the default locale and falls back to English. Patterns are those of {@link MessageFormat}: arguments
 * stand as {0}, {1}, …, and an apostrophe is written twice. An argument appears as its {@code toString()}, so numbers come
 * without grouping.
 */
public final class Messages {
    private static final String BUNDLE = "jimu.engine.messages";

    private Messages() {}

    /**
     * The sentence for {@code key} with the arguments put in. Throws MissingResourceException for an unknown key: a programmer's
     * mistake.
     */
    public static String text(String key, Object... arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE);
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(words);
    }

    /** Whether the bundle has a sentence for {@code key}. */
    public static boolean has(String key) {
        return ResourceBundle.getBundle(BUNDLE).containsKey(key);
    }
}
