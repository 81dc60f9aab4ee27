package jimu.app.library;

import java.util.List;
import java.util.Optional;

/**
 * What lies in the folder of a person's own blocks.
 *
 * @param blocks those that can be used, by name
 * @param complaints the files that cannot
 */
public record Shelf(List<StoredBlock> blocks, List<Complaint> complaints) {
    /** A file that cannot be used, and why in one sentence. */
    public record Complaint(String file, String sentence) {}

    /** An empty one. */
    public static final Shelf EMPTY = new Shelf(List.of(), List.of());

    public Shelf {
        blocks = List.copyOf(blocks);
        complaints = List.copyOf(complaints);
    }

    /** The block of that name. */
    public Optional<StoredBlock> find(String name) {
        return blocks.stream().filter(block -> block.name().equals(name)).findFirst();
    }
}
