package jimu.app.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;

/** The folder in which each block of a person's own is a file: {@code NAME.jimu}. */
final class BlockFolder {
    private static final String ENDING = ".jimu";

    private final Path folder;

    BlockFolder(Path folder) {
        this.folder = folder;
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    /** All that lies there; a folder that is not there is empty. */
    Shelf read() {
        List<StoredBlock> blocks = new ArrayList<>();
        List<Shelf.Complaint> complaints = new ArrayList<>();
        for (Path file : files(complaints)) {
            String name = file.getFileName().toString().replaceAll("\\.jimu$", "");
            try {
                Optional<StoredBlock> block =
                        Block.isIdentifier(name) ? StoredBlock.in(DocumentFile.open(file), name) : Optional.empty();
                block.ifPresentOrElse(
                        blocks::add, () -> complaints.add(complaint(file, Texts.of("library.other", file))));
            } catch (FileException e) {
                complaints.add(complaint(file, Texts.of("library.broken", String.valueOf(e.getMessage()))));
            }
        }
        return new Shelf(blocks, complaints);
    }

    private static Shelf.Complaint complaint(Path file, String sentence) {
        return new Shelf.Complaint(file.getFileName().toString(), sentence);
    }

    private List<Path> files(List<Shelf.Complaint> complaints) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            complaints.add(complaint(folder, Texts.of("library.folder", folder)));
            return List.of();
        }
    }

    /** Writes a block, in place of one of its name that can be read; a file that cannot be read is never lost. */
    void save(StoredBlock block) throws FileException, BlockException {
        Path file = file(block.name());
        boolean foreign = Files.exists(file) && read().find(block.name()).isEmpty();
        if (foreign) {
            throw new BlockException(Texts.of("library.taken", file));
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BlockException(Texts.of("library.folder", folder));
        }
        DocumentFile.save(file, block.piece());
    }

    /** Takes a block away. */
    void delete(String name) throws BlockException {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new BlockException(Texts.of("library.kept", file(name)));
        }
    }

    /** Gives a block another name or another note. */
    void replace(String name, StoredBlock now) throws FileException, BlockException {
        save(now);
        if (!name.equals(now.name())) {
            delete(name);
        }
    }
}
