package jimu.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where the program's words go.
 *
 * @param live whether a person watches, so that a line can be written over
 * @param charset how characters become bytes
 */
public record Terminal(boolean live, Charset charset) {
    /** The terminal or file that the program was started with. */
    @SuppressWarnings("SystemConsoleNull") // the launchers set jdk.console=java.base, with which it is null as before
    public static Terminal system() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        boolean moves = windows ? System.getenv("WT_SESSION") != null : !"dumb".equals(System.getenv("TERM"));
        return new Terminal(System.console() != null && moves, systemCharset());
    }

    /** A writer to the standard output. */
    public PrintWriter out() {
        return writer(FileDescriptor.out);
    }

    /** A writer to the standard error output. */
    public PrintWriter err() {
        return writer(FileDescriptor.err);
    }

    /** {@code wanted} if it can be written here, else {@code plain}. */
    char choose(char wanted, char plain) {
        return charset.newEncoder().canEncode(wanted) ? wanted : plain;
    }

    private PrintWriter writer(FileDescriptor to) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(to), charset), true);
    }

    /** A bare POSIX locale says ASCII, where terminals and files take UTF-8 all the same. */
    private static Charset systemCharset() {
        Charset charset = Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .filter(Charset::isSupported)
                .findFirst()
                .map(Charset::forName)
                .orElse(Charset.defaultCharset());
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }
}
