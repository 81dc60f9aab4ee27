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
    private List<String> favourites;
    private List<String> recent;

    /** What {@code memory} holds. */
    public PaletteMemory(Preferences memory) {
        this.memory = memory;
        favourites = read(FAVOURITES);
        recent = read(RECENT);
    }

    /** The favourites, the first marked first. */
    List<String> favourites() {
        return favourites;
    }

    /** The layers used last, the latest first. */
    List<String> recent() {
        return recent;
    }

    /** Notes that a layer was used. */
    void use(String type) {
        List<String> used = new ArrayList<>(recent);
        used.remove(type);
        used.add(0, type);
        recent = List.copyOf(used.subList(0, Math.min(MOST, used.size())));
        write(RECENT, recent);
    }

    /** Makes a layer a favourite, or no favourite any more. */
    void toggleFavourite(String type) {
        Set<String> marked = new LinkedHashSet<>(favourites);
        if (!marked.remove(type)) {
            marked.add(type);
        }
        favourites = List.copyOf(marked);
        write(FAVOURITES, favourites);
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
