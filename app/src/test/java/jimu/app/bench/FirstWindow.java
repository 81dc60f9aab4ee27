package jimu.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Window;
import jimu.app.Main;

/** Times the start: from the process's first moment to the second pulse of a window that shows. */
public final class FirstWindow {
    private static final int STARTS = 5;
    private static final String CHILD = "child";
    private static final long LOOK = 5;

    private FirstWindow() {}

    /** Starts the program some times and prints the milliseconds; says so where there is no display. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length > 0 && arguments[0].equals(CHILD)) {
            new Thread(() -> watch(out), "watch").start();
            Main.main(new String[0]);
            return;
        }
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            start().ifPresent(millis::add);
        }
        millis.sort(null);
        out.println(
                millis.isEmpty()
                        ? "Time to the first window: not measured, there is no display."
                        : "Time to the first window: least %d, median %d, most %d ms"
                                .formatted(
                                        millis.get(0), millis.get(millis.size() / 2), millis.get(millis.size() - 1)));
    }

    private static Optional<Long> start() throws IOException {
        if (System.getenv("DISPLAY") == null) {
            return Optional.empty();
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstWindow.class.getName(),
                        CHILD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.inputReader(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("shown "))
                .map(line -> Long.parseLong(line.substring("shown ".length())))
                .findFirst();
    }

    private static void watch(PrintStream out) {
        try {
            while (!shows()) {
                Thread.sleep(LOOK);
            }
            Platform.runLater(() -> new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    if (++pulses > 1) {
                        long began = ManagementFactory.getRuntimeMXBean().getStartTime();
                        out.println("shown " + (System.currentTimeMillis() - began));
                        Runtime.getRuntime().halt(0);
                    }
                }
            }.start());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean shows() {
        return Window.getWindows().stream().anyMatch(Window::isShowing);
    }
}
