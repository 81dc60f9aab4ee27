package jimu.engine.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.io.AtomicFolder;
import jimu.engine.io.FileException;
import jimu.engine.message.Messages;

/**
 * The checkpoints of a run, each in a folder named after the epochs ended and the samples done of the next. Whenever a process
 * ends, and be it killed, the last one that was whole is there.
 */
public final class Checkpoints {
    private final Path folder;

    /** Those in the folder {@code checkpoints} of a run, which need not be there. */
    public Checkpoints(Path run) {
        this.folder = run.resolve(RunFolder.CHECKPOINTS);
    }

    /** All that can be read, in the order of their steps. */
    public List<Checkpoint> list() throws FileException {
        List<Checkpoint> found = new ArrayList<>();
        for (Path entry : folders()) {
            readable(entry).ifPresent(found::add);
        }
        found.sort(Comparator.comparingLong(Checkpoint::step).thenComparing(Checkpoint::folder));
        return found;
    }

    private static Optional<Checkpoint> readable(Path folder) {
        try {
            return Optional.of(Checkpoint.in(folder));
        } catch (FileException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads the latest one that is whole.
     *
     * @throws FileException if there is none; if one is broken and no other is whole, saying what is wrong with it
     */
    public Checkpoint.Content latest() throws FileException {
        List<Checkpoint> all = list();
        Optional<FileException> wrong = Optional.empty();
        for (int i = all.size() - 1; i >= 0; i--) {
            try {
                return all.get(i).read();
            } catch (FileException e) {
                wrong = wrong.or(() -> Optional.of(e));
            }
        }
        if (wrong.isPresent()) {
            throw wrong.get();
        }
        for (Path entry : folders()) {
            Checkpoint.in(entry);
        }
        throw FileException.saying(Messages.text("checkpoint.none", folder));
    }

    /** Writes a state down as the latest, and lets only {@code kept} of them stay. */
    Checkpoint add(Document document, Preprocessing preprocessing, TrainState state, int kept) throws FileException {
        String name = String.format(Locale.ROOT, "epoch-%04d", state.epoch());
        if (state.position() > 0) {
            name += String.format(Locale.ROOT, "-sample-%06d", state.position());
        }
        Path place = folder.resolve(name);
        for (int i = 2; Files.exists(place); i++) {
            place = folder.resolve(name + "-" + i);
        }
        AtomicFolder.create(place, aside -> Checkpoint.write(aside, document, preprocessing, state));
        AtomicFolder.tidy(folder);
        List<Checkpoint> all = list();
        int surplus = all.size() - kept;
        for (Checkpoint old : all) {
            boolean replaced = old.step() == state.step() && !old.folder().equals(place);
            if (replaced || (surplus > 0 && !old.folder().equals(place))) {
                AtomicFolder.delete(old.folder());
                surplus--;
            }
        }
        return new Checkpoint(place, state.step(), state.epoch(), state.position());
    }

    /** Removes those that lie beyond a step. */
    void cut(long step) throws FileException {
        for (Checkpoint later : list()) {
            if (later.step() > step) {
                AtomicFolder.delete(later.folder());
            }
        }
    }

    /** Removes all. */
    void clear() throws FileException {
        for (Path entry : folders()) {
            AtomicFolder.delete(entry);
        }
    }

    private List<Path> folders() throws FileException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !String.valueOf(entry.getFileName()).startsWith(AtomicFolder.ASIDE))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileException.reading(folder, e);
        }
    }
}
