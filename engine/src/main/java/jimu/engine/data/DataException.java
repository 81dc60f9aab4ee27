package jimu.engine.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import jimu.engine.message.Messages;

/** Says in one sentence why data cannot be used: the file, what was expected, what was found, and the cure. */
public final class DataException extends Exception {
    private static final long serialVersionUID = 1;

    /** The sentence {@code data.KEY} of the messages. */
    public DataException(String key, Object... arguments) {
        super(Messages.text("data." + key, arguments));
    }

    /** What went wrong while the text file {@code file} was read. */
    public static DataException reading(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new DataException("file.missing", file);
        }
        return cause instanceof CharacterCodingException
                ? new DataException("csv.encoding", file)
                : new DataException("file.unreadable", file, String.valueOf(cause.getMessage()));
    }
}
