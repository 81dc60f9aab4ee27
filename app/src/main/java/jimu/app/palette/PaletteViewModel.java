package jimu.app.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import jimu.app.library.BlockLibrary;
import jimu.app.library.Shelf;
import jimu.app.library.StoredBlock;
import jimu.app.session.LayerEntry;
import jimu.app.session.MyBlocks;
import jimu.app.session.NewBlock;
import jimu.app.text.Texts;
import jimu.engine.layer.LayerSchema;
import jimu.engine.message.Messages;

/** What the palette offers, filtered by what is searched for. */
public final class PaletteViewModel {
    private final List<LayerSchema> layers;
    private List<LayerEntry> all = List.of();
    private final Consumer<String> insert;
    private final PaletteMemory memory;
    private final BlockLibrary library;
    private final MyBlocks mine;
    private List<String> recent;
    private boolean held;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ReadOnlyObjectWrapper<List<Group>> groups = new ReadOnlyObjectWrapper<>(this, "groups", List.of());

    /** A palette of these layers, and of what a person keeps; {@code insert} puts one of a type into the document. */
    public PaletteViewModel(
            List<LayerSchema> layers,
            Consumer<String> insert,
            PaletteMemory memory,
            BlockLibrary library,
            MyBlocks mine) {
        this.memory = memory;
        recent = memory.recent();
        this.layers = List.copyOf(layers);
        this.insert = insert;
        this.library = library;
        this.mine = mine;
        library.shelfProperty().addListener((value, old, now) -> tell());
        query.addListener((value, old, now) -> groups.set(find(now)));
        Texts.follow(this, PaletteViewModel::tell);
        tell();
    }

    private void tell() {
        all = Stream.concat(
                        library.shelf().blocks().stream().map(LayerEntry::of),
                        layers.stream().map(LayerEntry::of))
                .toList();
        groups.set(find(query.get()));
    }

    StringProperty queryProperty() {
        return query;
    }

    ReadOnlyObjectProperty<List<Group>> groupsProperty() {
        return groups.getReadOnlyProperty();
    }

    /** Inserts a layer, or a block of a person's own in one manner or the other. */
    void insert(LayerEntry entry, Manner manner) {
        insert.accept(type(entry, manner));
        used(entry.type());
    }

    /** By what an entry is inserted. */
    static String type(LayerEntry entry, Manner manner) {
        return manner == Manner.COPY ? NewBlock.copy(entry.type()) : entry.type();
    }

    /** The block of a person's own that an entry stands for. */
    Optional<StoredBlock> stored(LayerEntry entry) {
        return isMine(entry) ? library.shelf().find(entry.title()) : Optional.empty();
    }

    private static boolean isMine(LayerEntry entry) {
        return entry.type().startsWith(NewBlock.MINE);
    }

    /** Asks for another name of a block, and gives it. */
    void rename(StoredBlock block) {
        mine.rename(block);
    }

    /** Takes a block away, if that is meant. */
    void delete(StoredBlock block) {
        mine.delete(block);
    }

    /** Notes that a layer was used, such as dragged onto the canvas. */
    void used(String type) {
        if (!type.startsWith(NewBlock.MINE)) {
            memory.use(type);
        }
        follow();
    }

    /** Lets everything stand where it stands while a person points at it: what is clicked twice must not have moved meanwhile. */
    void hold() {
        held = true;
    }

    /** Shows what was used last at its place again. */
    void letGo() {
        held = false;
        follow();
    }

    private void follow() {
        if (!held) {
            recent = memory.recent();
            groups.set(find(query.get()));
        }
    }

    boolean isFavourite(String type) {
        return memory.favourites().contains(type);
    }

    /** Makes a layer a favourite, or no favourite any more. */
    void toggleFavourite(String type) {
        if (!type.startsWith(NewBlock.MINE)) {
            memory.toggleFavourite(type);
        }
        groups.set(find(query.get()));
    }

    /** Inserts what answers the query best. */
    void insertBest() {
        best().ifPresent(entry -> insert(entry, Manner.REFERENCE));
    }

    /** What answers the query best, if something is searched for and something found. */
    Optional<LayerEntry> best() {
        return query.get().isBlank()
                ? Optional.empty()
                : all.stream()
                        .filter(entry -> entry.rank(query.get()) >= 0)
                        .min(Comparator.comparingInt(entry -> entry.rank(query.get())));
    }

    private List<Group> find(String wanted) {
        Map<String, List<LayerEntry>> found = new LinkedHashMap<>();
        all.stream()
                .filter(entry -> !isMine(entry) && entry.rank(wanted) >= 0)
                .forEach(entry -> found.computeIfAbsent(entry.category(), category -> new ArrayList<>())
                        .add(entry));
        List<Group> result = new ArrayList<>(mine(wanted));
        if (wanted.isBlank()) {
            own(Group.FAVOURITES, memory.favourites()).ifPresent(result::add);
            own(Group.RECENT, recent).ifPresent(result::add);
        }
        found.forEach((category, entries) -> result.add(new Group(category, title(category), entries)));
        return result;
    }

    private List<Group> mine(String wanted) {
        List<LayerEntry> entries = all.stream()
                .filter(entry -> isMine(entry) && entry.rank(wanted) >= 0)
                .toList();
        List<Shelf.Complaint> complaints = wanted.isBlank() ? library.shelf().complaints() : List.of();
        return entries.isEmpty() && complaints.isEmpty()
                ? List.of()
                : List.of(new Group(Group.MINE, Texts.of("palette.mine"), entries, complaints));
    }

    private Optional<Group> own(String name, List<String> types) {
        List<LayerEntry> entries = types.stream()
                .flatMap(type -> all.stream().filter(entry -> entry.type().equals(type)))
                .toList();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Group(name, Texts.of("palette." + name), entries));
    }

    private static String title(String category) {
        String key = "category." + category;
        return Messages.has(key) ? Messages.text(key) : category;
    }
}
