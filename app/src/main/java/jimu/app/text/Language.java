package jimu.app.text;

import java.util.Locale;

/** A language that the program speaks; each has a bundle of the app's texts and of the engine's. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    CHINESE(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /** The language for a person whose system speaks {@code locale}. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(CHINESE.locale.getLanguage()) ? CHINESE : ENGLISH;
    }
}
