package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final String OVER = "\r\u001b[?7l";
    private static final String REST = "\u001b[K\u001b[?7h";

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);

    @Test
    void onATerminalTheLineIsWrittenOver() {
        ProgressBar bar = new ProgressBar(out, new Terminal(true, StandardCharsets.UTF_8), "1/2 ");
        bar.show(0.25, " going");
        bar.finish(" done");
        assertEquals(
                OVER + "1/2 ━━━━──────────── going" + REST + OVER + "1/2 ━━━━━━━━━━━━━━━━ done" + REST
                        + System.lineSeparator(),
                written.toString());
    }

    @Test
    void inAFileItGrowsIntoOnePlainLine() {
        ProgressBar bar = new ProgressBar(out, new Terminal(false, StandardCharsets.UTF_8), "1/2 ");
        bar.show(0.25, " going");
        bar.show(0.26, " going");
        bar.show(0.5, " going");
        bar.finish(" done");
        assertEquals("1/2 ━━━━━━━━━━━━━━━━ done" + System.lineSeparator(), written.toString());
    }

    @Test
    void asciiDoesWhereTheCharsetHasNoMore() {
        ProgressBar bar = new ProgressBar(out, new Terminal(false, StandardCharsets.US_ASCII), "");
        bar.finish("");
        assertEquals("=".repeat(16) + System.lineSeparator(), written.toString());
    }

    @Test
    void aBarThatIsLeftEndsItsLine() {
        ProgressBar bar = new ProgressBar(out, new Terminal(false, StandardCharsets.UTF_8), "1/2 ");
        bar.show(0.125, "");
        bar.leave();
        assertEquals("1/2 ━━" + System.lineSeparator(), written.toString());
    }

    @Test
    void aBarThatWasNeverShownLeavesNothing() {
        new ProgressBar(out, new Terminal(true, StandardCharsets.UTF_8), "1/2 ").leave();
        assertEquals("", written.toString());
    }
}
