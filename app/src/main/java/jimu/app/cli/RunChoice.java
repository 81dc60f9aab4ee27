package jimu.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jimu.app.session.RunPlaces;
import jimu.app.session.Samples;
import jimu.engine.io.FileException;
import jimu.engine.runs.KeptRun;
import jimu.engine.runs.RunStore;

/** The kept runs of a document's file, and how one of them is named on the command line: by its number or its folder. */
final class RunChoice {
    private RunChoice() {}

    /** The runs of the document in a file. */
    static RunStore store(Path file) {
        Path whole = file.toAbsolutePath();
        return new RunStore(RunPlaces.of(Optional.of(whole), String.valueOf(whole.getFileName()), Samples.installed()));
    }

    /** The run called {@code name}; the latest that can go on if that is {@code latest}. */
    static KeptRun of(RunStore store, String name, String latest) throws CommandException, FileException {
        if (name.equals(latest)) {
            return store.latest().orElseThrow(() -> CommandException.of("runs.none.resumable", store.folder()));
        }
        return of(store, name);
    }

    /** The run called {@code name}. */
    static KeptRun of(RunStore store, String name) throws CommandException, FileException {
        Optional<KeptRun> numbered = store.find(name);
        if (numbered.isPresent()) {
            return numbered.get();
        }
        if (Files.isDirectory(Path.of(name))) {
            return RunStore.read(Path.of(name));
        }
        throw CommandException.of("runs.unknown", name, store.folder());
    }
}
