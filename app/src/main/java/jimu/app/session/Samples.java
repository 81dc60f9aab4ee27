package jimu.app.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models and data that come with the program.
 *
 * @param folder with {@code models} and {@code datasets}
 */
public record Samples(Path folder) {
    /** The folder named by the system property {@code jimu.samples}, or one beside where the program was started. */
    public static Optional<Samples> installed() {
        return Stream.of(System.getProperty("jimu.samples", "samples"), "samples", "../samples")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .map(folder -> new Samples(folder.toAbsolutePath().normalize()));
    }

    /** A file or folder of data. */
    public Path data(String name) {
        return folder.resolve("datasets").resolve(name);
    }

    /** A model. */
    public Path model(String name) {
        return folder.resolve("models").resolve(name + ".jimu");
    }
}
