package jimu.app.chart;

import java.util.Locale;
import jimu.app.text.MetricText;
import jimu.app.text.Texts;

/** What happened, in a few words. */
final class MarkText {
    private MarkText() {}

    static String of(Mark mark) {
        return switch (mark.kind()) {
            case BEST -> Texts.of("chart.best", MetricText.of(mark.name()).reading(mark.value()));
            case DIVERGED -> Texts.of("chart.diverged." + mark.name().toLowerCase(Locale.ROOT));
            case CHANGED -> Texts.of("chart.changed", setting(mark.name()), shown(mark.from()), shown(mark.to()));
        };
    }

    private static String setting(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String shown(String text) {
        return text.isEmpty() ? "–" : text;
    }
}
