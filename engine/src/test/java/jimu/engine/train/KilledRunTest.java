package jimu.engine.train;

import static jimu.engine.train.ResumeTest.assertSame;
import static jimu.engine.train.ResumeTest.document;
import static jimu.engine.train.ResumeTest.goOn;
import static jimu.engine.train.ResumeTest.optimizers;
import static jimu.engine.train.ResumeTest.options;
import static jimu.engine.train.ResumeTest.train;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten epochs are four epochs, a process killed by the system within the fifth, and six epochs in another process: bit by bit, with
 * dropout, for every optimiser. One process trains them all, so that one has to be started and killed.
 */
@Timeout(120)
class KilledRunTest {
    private static final int CUT = 4;
    private static final int STEPS = CUT * ResumeTest.STEPS_PER_EPOCH + 2;
    private static final String READY = "ready";

    @TempDir
    private static Path folder;

    private static Process process;

    /** Trains with every optimiser into folders of that name in the folder that is told, four epochs and two batches, and waits. */
    public static void main(String... arguments) throws Exception {
        for (String optimizer : optimizers()) {
            Path own = Path.of(arguments[0], optimizer);
            Run run = Trainer.startPaused(network(optimizer), ResumeTest.DATA, options(new RunFolder(own)));
            for (int step = 0; step < STEPS; step++) {
                run.step();
            }
            while (run.ring().written() < STEPS) {
                Thread.sleep(1);
            }
        }
        System.out.println(READY);
        Thread.sleep(TimeUnit.MINUTES.toMillis(5));
    }

    private static Document network(String optimizer) {
        return document(Choice.of(optimizer), Optional.empty());
    }

    @BeforeAll
    static void trainAndKill() throws Exception {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        KilledRunTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String before = said.lines().takeWhile(line -> !line.equals(READY)).collect(Collectors.joining("\n"));
            assertTrue(process.isAlive(), before);
            process.destroyForcibly();
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        }
    }

    @AfterAll
    static void end() {
        process.destroyForcibly();
    }

    @ParameterizedTest
    @MethodSource("jimu.engine.train.ResumeTest#optimizers")
    void goesOnBitByBit(String optimizer) throws Exception {
        Path cut = folder.resolve(optimizer);
        assertTrue(Files.readString(cut.resolve("result.json")).contains("running"), "it was killed before its end");
        Checkpoint last =
                new Checkpoints(cut).list().stream().reduce((one, next) -> next).orElseThrow();
        assertEquals(CUT, last.epoch());
        goOn(cut, last);
        assertSame(train(network(optimizer), folder.resolve(optimizer + "-whole")), cut);
    }

    private static String classPath() throws IOException {
        String known = System.getProperty("java.class.path");
        return KilledRunTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":", "", ":" + known))
                : known;
    }
}
