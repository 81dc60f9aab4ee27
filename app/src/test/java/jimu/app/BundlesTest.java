package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jimu.app.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** English and Chinese say the same things with the same arguments. */
class BundlesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}|<[^<>\\s]+>|\\[\\w+!?=[^]]*]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest
    @ValueSource(strings = {"i18n.app", "jimu.engine.messages", "jimu.engine.formulas"})
    void bothLanguagesHaveTheSameKeys(String bundle) {
        Set<String> english = new TreeSet<>(own(bundle, Locale.ROOT).keySet());
        Set<String> chinese = new TreeSet<>(own(bundle, Locale.CHINESE).keySet());
        assertEquals(english, chinese);
        assertTrue(english.size() > 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"i18n.app", "jimu.engine.messages", "jimu.engine.formulas"})
    void bothLanguagesUseTheSameArguments(String bundle) {
        Map<String, Set<String>> english = arguments(own(bundle, Locale.ROOT));
        Map<String, Set<String>> chinese = arguments(own(bundle, Locale.CHINESE));
        english.forEach((key, wanted) -> assertEquals(wanted, chinese.get(key), key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"i18n.app", "jimu.engine.messages"})
    void sentencesAreTranslated(String bundle) {
        Map<String, String> english = own(bundle, Locale.ROOT);
        Map<String, String> chinese = own(bundle, Locale.CHINESE);
        Set<String> same = english.entrySet().stream()
                .filter(text -> text.getValue().endsWith(".") && text.getValue().contains(" "))
                .map(Map.Entry::getKey)
                .filter(key -> !HAN.matcher(chinese.getOrDefault(key, "")).find())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh-SG", "zh-Hans-CN", "zh-TW"})
    void whereverChineseIsSpokenTheTextsAreChinese(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        assertEquals(Language.CHINESE, Language.of(locale));
        for (String bundle : List.of("i18n.app", "jimu.engine.messages", "jimu.engine.formulas")) {
            assertEquals(
                    Locale.CHINESE, ResourceBundle.getBundle(bundle, locale).getLocale());
        }
    }

    /** The texts of one file alone, without those that it would borrow. */
    private static Map<String, String> own(String bundle, Locale locale) {
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        Map<String, String> texts = new HashMap<>();
        String file = "/" + control.toResourceName(control.toBundleName(bundle, locale), "properties");
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(BundlesTest.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Map<String, Set<String>> arguments(Map<String, String> texts) {
        Map<String, Set<String>> arguments = new HashMap<>();
        texts.forEach((key, text) -> arguments.put(
                key,
                ARGUMENT.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(HashSet::new))));
        return arguments;
    }
}
