package jimu.app.fx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import jimu.app.text.Language;
import jimu.app.text.Texts;

/** How the program looks and speaks, as a person chose it: remembered from one start to the next, and changed while it runs. */
public final class Appearance {
    private static final double TEXT = 13;

    /** Families with simplified Chinese, the first being what the platforms bring: elsewhere letters could be Japanese ones. */
    private static final List<String> CHINESE =
            List.of("Noto Sans CJK SC", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC");

    private final Preferences memory;
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<TextSize> textSize;
    private final ObservableList<String> sheets = FXCollections.observableArrayList();

    /** What {@code memory} holds, or else the light theme and the system's language; it applies at once. */
    public Appearance(Preferences memory) {
        this.memory = memory;
        theme = new SimpleObjectProperty<>(this, "theme", remembered(Theme.class, "theme", Theme.LIGHT));
        textSize = new SimpleObjectProperty<>(this, "textSize", remembered(TextSize.class, "text", TextSize.TEXT_100));
        speak(remembered(Language.class, "language", Texts.language().get()));
        theme.addListener((value, old, now) -> keep("theme", now));
        textSize.addListener((value, old, now) -> keep("text", now));
        Texts.follow(this, Appearance::dress);
        dress();
    }

    /** The theme. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The size of all text but the canvas's, which has its zoom. */
    public ObjectProperty<TextSize> textSizeProperty() {
        return textSize;
    }

    /** Speaks a language from now on, and at the next start. */
    public void choose(Language language) {
        memory.put("language", language.name());
        speak(language);
    }

    /** Lets a scene look as the rest, now and later. */
    public void follow(Scene scene) {
        javafx.beans.binding.Bindings.bindContent(scene.getStylesheets(), sheets);
    }

    private static void speak(Language language) {
        if (Texts.language().get() != language) {
            Texts.speak(language);
        }
    }

    private <E extends Enum<E>> E remembered(Class<E> kind, String key, E otherwise) {
        String name = memory.get(key, "");
        return Optional.of(name)
                .flatMap(wanted -> List.of(kind.getEnumConstants()).stream()
                        .filter(one -> one.name().equals(wanted))
                        .findFirst())
                .orElse(otherwise);
    }

    private void keep(String key, Enum<?> value) {
        memory.put(key, value.name());
        dress();
    }

    private void dress() {
        List<String> all = new ArrayList<>();
        all.add(Theme.sheet("jimu"));
        all.addAll(theme.get().sheets());
        if (Texts.language().get() == Language.CHINESE || LineHeight.isTall(Font.getDefault())) {
            all.add(Theme.sheet("chinese"));
        }
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            all.add(Theme.sheet("opaque"));
        }
        all.add(text());
        if (!theme.get().base().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme.get().base());
        }
        sheets.setAll(all);
    }

    /** The size and family of text as a stylesheet, since popups, which have roots of their own, take over nothing else. */
    private String text() {
        String size = String.format(
                Locale.ROOT, "-fx-font-size: %.2fpx;", TEXT * textSize.get().factor());
        String family = Texts.language().get() == Language.CHINESE
                ? CHINESE.stream()
                        .filter(Font.getFamilies()::contains)
                        .findFirst()
                        .map(name -> " -fx-font-family: \"" + name + "\";")
                        .orElse("")
                : "";
        String sheet = ".root { " + size + family + " }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.UTF_8));
    }
}
