package jimu.engine.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import jimu.engine.message.Messages;

/** Says in one sentence why a file cannot be read, understood or written: where, what was expected, what was found. */
public class FileException extends Exception {
    private static final long serialVersionUID = 1;

    FileException(String sentence) {
        super(sentence);
    }

    /** The sentence {@code io.KEY} of the messages. */
    static FileException of(String key, Object... arguments) {
        return new FileException(Messages.text("io." + key, arguments));
    }

    /** A finished sentence. */
    public static FileException saying(String sentence) {
        return new FileException(sentence);
    }

    /** What went wrong while {@code file} was read. */
    public static FileException reading(Path file, IOException cause) {
        return cause instanceof NoSuchFileException ? of("missing", file) : of("unreadable", file, reason(cause));
    }

    /** What went wrong while {@code file} was written. */
    public static FileException writing(Path file, IOException cause) {
        return cause instanceof NoSuchFileException ? of("folder", file) : of("unwritable", file, reason(cause));
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return Messages.text("io.denied");
        }
        String message = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
