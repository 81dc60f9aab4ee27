package jimu.app;

import java.util.Locale;

/** The tabs of the dock below the canvas, in order; their texts are {@code dock.NAME}. */
enum Dock {
    PROBLEMS("mdoal-error_outline"),
    SUMMARY("mdoal-list_alt"),
    DATA("mdomz-table_rows"),
    TRAINING("mdomz-show_chart"),
    EVALUATE("mdoal-assessment"),
    BOUNDARY("mdomz-scatter_plot"),
    RUNS("mdoal-compare_arrows"),
    HISTORY("mdoal-history");

    private final String icon;

    Dock(String icon) {
        this.icon = icon;
    }

    String key() {
        return "dock." + name().toLowerCase(Locale.ROOT);
    }

    String icon() {
        return icon;
    }
}
