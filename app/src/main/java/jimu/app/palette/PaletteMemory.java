package jimu.app.palette;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.prefs.Preferences;
import java.util.stream.Stream;

/** The layers that a person marked as favourites or used last, remembered from one start of the program to the next. */
public final class PaletteMemory {
    private static final String FAVOURITES = "favourites";
    private static final String RECENT = "recent";
    private static final int MOST = 6;

    private final Preferences memory;

    /** What {@code memory} holds. */
    public PaletteMemory(Preferences memory) {
        this.memory = memory;
    }

    /** The favourites, the first marked first. */
    List<String> favourites() {
        return read(FAVOURITES);
    }

    /** The layers used last, the latest first. */
    List<String> recent() {
        return read(RECENT);
    }

    /** Notes that a layer was used. */
    void use(String type) {
        List<String> recent = new ArrayList<>(recent());
        recent.remove(type);
        recent.add(0, type);
        write(RECENT, recent.subList(0, Math.min(MOST, recent.size())));
    }

    /** Makes a layer a favourite, or no favourite any more. */
    void toggleFavourite(String type) {
        Set<String> favourites = new LinkedHashSet<>(favourites());
        if (!favourites.remove(type)) {
            favourites.add(type);
        }
        write(FAVOURITES, List.copyOf(favourites));
    }

    private List<String> read(String key) {
        return Stream.of(memory.get(key, "").split(" ", -1))
                .filter(type -> !type.isEmpty())
                .toList();
    }

    private void write(String key, List<String> types) {
        memory.put(key, String.join(" ", types));
    }
}
