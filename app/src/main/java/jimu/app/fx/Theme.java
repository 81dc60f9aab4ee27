package jimu.app.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A look of the whole program: a theme of AtlantaFX, and the look-up colours that Jimu's own stylesheet takes in it. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), ""),
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark"),
    CONTRAST(new PrimerDark().getUserAgentStylesheet(), "dark contrast");

    private final String base;
    private final String sheets;

    Theme(String base, String sheets) {
        this.base = base;
        this.sheets = sheets;
    }

    /** The stylesheet of all controls. */
    String base() {
        return base;
    }

    /** The stylesheets over {@code jimu.css}. */
    List<String> sheets() {
        return Stream.of(sheets.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(Theme::sheet)
                .toList();
    }

    /** A stylesheet of Jimu's by name. */
    static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/css/" + name + ".css"), name)
                .toExternalForm();
    }
}
