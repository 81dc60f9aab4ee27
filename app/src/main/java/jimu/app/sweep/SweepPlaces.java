package jimu.app.sweep;

import java.nio.file.Path;
import java.util.Optional;
import jimu.engine.io.FileException;
import jimu.engine.sweep.SweepFolder;
import jimu.engine.sweep.SweepOptions;

/** Where the sweeps of a document lie, and with what they compute. */
public interface SweepPlaces {
    /** The folder of all runs of a document, of that name while it is in no file. */
    Path runs(Optional<Path> document, String name);

    /** The options of a sweep that lies in a folder. */
    SweepOptions options(SweepFolder folder) throws FileException;
}
