package jimu.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.DoubleUnaryOperator;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import jimu.app.BenchWindow;
import jimu.app.command.CommandId;
import jimu.app.file.FileActions;
import jimu.engine.io.DocumentFile;

/**
 * Times a network of a thousand blocks in a window of 1,600 × 1,000 pixels, drawn without a graphics card: opening, dragging,
 * panning, zooming, edits and pasting. Prints a table and writes it as JSON; system property {@code bench.json} names the file.
 */
public final class LargeCanvas {
    private static final int PULSES = Integer.getInteger("bench.pulses", 120);
    private static final int REST = 30;
    private static final int NOTCHES = 14;
    private static final int STEPS = 4;
    private static final int EDITS = 20;
    private static final int PASTES = 6;
    private static final double MILLIS = 1e-6;
    private static final double CIRCLE = 160;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final ObjectNode json = new ObjectMapper().createObjectNode();
    private final Stage stage;
    private final FileActions files;
    private final Robot robot = new Robot();

    private LargeCanvas(Stage stage, FileActions files) {
        this.stage = stage;
        this.files = files;
    }

    /** Measures, or says that there is no display. */
    public static void main(String[] arguments) throws Exception {
        if (System.getenv("DISPLAY") == null) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .println("A network of a thousand blocks: not measured, there is no display.");
            return;
        }
        System.setProperty("prism.order", "sw");
        Preferences memory = Preferences.userRoot().node("jimu-bench");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        try {
            call(() -> {
                        Stage stage = new Stage();
                        stage.setX(0);
                        stage.setY(0);
                        LargeCanvas made = new LargeCanvas(stage, BenchWindow.open(stage, memory));
                        stage.setMaximized(false);
                        stage.setWidth(1600);
                        stage.setHeight(1000);
                        return made;
                    })
                    .measure();
        } finally {
            memory.removeNode();
            memory.flush();
            Platform.exit();
        }
    }

    private void measure() throws Exception {
        Thread.sleep(3000);
        out.printf(
                "load average %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Path file = Files.createTempFile("large", ".jimu");
        try {
            DocumentFile.save(file, LargeNetwork.whole());
            open(file);
            Point2D middle = call(() -> {
                Node canvas = scene().lookup("#canvas");
                return canvas.localToScreen(
                        canvas.getLayoutBounds().getCenterX(),
                        canvas.getLayoutBounds().getCenterY());
            });
            part("pan", () -> panning(middle));
            part("zoom", () -> zooming(middle));
            part("drag", () -> dragging(middle));
            part("edit", this::edits);
            part("paste", this::paste);
        } finally {
            Files.delete(file);
        }
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(
                        Path.of(System.getProperty("bench.json", "canvas.json")).toFile(), json);
    }

    private void open(Path file) throws Exception {
        List<Double> millis = new ArrayList<>();
        List<Double> used = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long before = System.nanoTime();
            long usedBefore = Frames.computing();
            run(() -> files.open(file));
            while (!call(() -> stage.getTitle().startsWith("large")
                    && scene().lookup("#minimap").isVisible())) {
                Thread.sleep(2);
            }
            Frames.run(2, pulse -> {});
            millis.add((System.nanoTime() - before) * MILLIS);
            used.add((Frames.computing() - usedBefore) * MILLIS);
            Thread.sleep(500);
            if (i < 2) {
                run(files::close);
                Frames.run(10, pulse -> {});
            }
        }
        tell("opening, first", millis.subList(0, 1));
        tell("opening, again", millis.subList(1, millis.size()));
        tell("opening, processor", used);
    }

    private interface Part {
        void run() throws Exception;
    }

    /** Measures a part, unless system property {@code bench.parts} names others only. */
    private static void part(String name, Part part) throws Exception {
        if (System.getProperty("bench.parts", name).contains(name)) {
            part.run();
        }
    }

    private void panning(Point2D middle) throws Exception {
        circle("panning, all in view", middle, MouseButton.MIDDLE);
        run(() -> robot.mouseMove(middle));
        Frames.run(NOTCHES, pulse -> robot.mouseWheel(-1));
        Frames.run(REST, pulse -> {});
        circle("panning at about 40 %", middle, MouseButton.MIDDLE);
        key(KeyCode.DIGIT1);
        Frames.run(REST, pulse -> {});
        circle("panning at 100 %", middle, MouseButton.MIDDLE);
        key(KeyCode.DIGIT0);
    }

    private void zooming(Point2D middle) throws Exception {
        run(() -> robot.mouseMove(middle));
        Frames.run(4, pulse -> {});
        tell("zooming, 10 to 150 %", Frames.run(PULSES, pulse -> robot.mouseWheel(pulse / 30 % 2 == 0 ? -1 : 1)));
        key(KeyCode.DIGIT0);
    }

    private void dragging(Point2D middle) throws Exception {
        key(KeyCode.DIGIT1);
        Frames.run(REST, pulse -> {});
        Point2D block = call(() -> header(middle));
        circle("dragging a block at 100 %", block, MouseButton.PRIMARY);
        key(KeyCode.Z);
        key(KeyCode.DIGIT0);
        Frames.run(REST, pulse -> {});
        circle("dragging a block, all in view", call(() -> header(middle)), MouseButton.PRIMARY);
        key(KeyCode.Z);
        circle("rubber band, all in view", call(() -> corner(20)), MouseButton.PRIMARY);
        key(KeyCode.DIGIT0);
    }

    private Point2D corner(double inset) {
        return scene().lookup("#canvas").localToScreen(inset, inset);
    }

    private Point2D header(Point2D near) {
        return scene().lookup("#canvas").lookupAll(".block-header").stream()
                .map(node -> node.localToScreen(20, 10))
                .filter(at -> at != null)
                .min((one, other) -> Double.compare(one.distance(near), other.distance(near)))
                .orElseThrow();
    }

    /** Drags in a circle. */
    private void circle(String name, Point2D from, MouseButton button) throws Exception {
        run(() -> robot.mouseMove(from));
        Frames.run(4, pulse -> {});
        run(() -> robot.mousePress(button));
        Frames.run(4, pulse -> {});
        DoubleUnaryOperator angle = pulse -> 2 * Math.PI * pulse / PULSES;
        Frames.Times times = Frames.run(
                PULSES,
                pulse -> robot.mouseMove(
                        from.getX() + CIRCLE * Math.sin(angle.applyAsDouble(pulse + 1)),
                        from.getY() + CIRCLE * (1 - Math.cos(angle.applyAsDouble(pulse + 1)))));
        run(() -> robot.mouseRelease(button));
        Frames.run(4, pulse -> {});
        tell(name, times);
    }

    private void edits() throws Exception {
        for (String zoom : List.of("all in view", "at 100 %")) {
            run(() -> scene().lookup("#canvas").requestFocus());
            key(KeyCode.DIGIT1);
            fire(KeyCode.RIGHT, false);
            for (int i = 0; i < STEPS && !call(this::isStemSelected); i++) {
                fire(KeyCode.RIGHT, false);
            }
            key(zoom.equals("all in view") ? KeyCode.DIGIT0 : KeyCode.DIGIT1);
            alternate("edit of 1,000 shapes, " + zoom, "padding", zoom.equals("all in view") ? "2" : "1");
            alternate("edit of one block, " + zoom, "bias", "");
            run(() -> scene().lookup("#canvas").requestFocus());
            fire(KeyCode.ESCAPE, false);
        }
    }

    private String totals() {
        return scene().lookup("#status-totals") instanceof Labeled label ? label.getText() : "";
    }

    /** Only the stem's filters are seven wide. */
    private boolean isStemSelected() {
        return scene().lookup("#properties #entry-kernel_size") instanceof TextField field
                && field.getText().startsWith(String.valueOf(LargeNetwork.STEM_KERNEL));
    }

    /** Makes an edit in the inspector, then undoes and redoes it. */
    private void alternate(String name, String entry, String text) throws Exception {
        run(() -> {
            Node editor = scene().lookup("#properties #entry-" + entry);
            editor.requestFocus();
            if (editor instanceof TextField field) {
                field.setText(text);
                Event.fireEvent(
                        field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            } else if (editor instanceof ButtonBase box) {
                box.fire();
            } else {
                throw new IllegalStateException(entry + " is " + editor);
            }
        });
        Frames.run(20, pulse -> {});
        run(() -> scene().lookup("#canvas").requestFocus());
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < EDITS; i++) {
            String before = call(this::totals);
            time(i % 2 == 0 ? CommandId.UNDO : CommandId.REDO, wall, cpu);
            if (before.equals(call(this::totals))) {
                throw new IllegalStateException(name + ": nothing has changed, it is " + before);
            }
        }
        tell(name, wall);
        tell(name + ", processor", cpu);
    }

    private void paste() throws Exception {
        String text = DocumentFile.write(LargeNetwork.hundred());
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        run(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        run(() -> scene().lookup("#palette-search").requestFocus());
        run(() -> scene().lookup("#canvas").requestFocus());
        Frames.run(20, pulse -> {});
        for (int i = 0; i < PASTES; i++) {
            run(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
            time(CommandId.PASTE, wall, cpu);
            key(KeyCode.Z);
        }
        tell("pasting 100 blocks", wall);
        tell("pasting 100 blocks, processor", cpu);
    }

    /** Presses the keys of a command and times until the end of the pulse that shows what came of it. */
    private void time(CommandId command, List<Double> wall, List<Double> cpu) throws Exception {
        CountDownLatch shown = new CountDownLatch(1);
        long[] at = new long[2];
        run(() -> {
            at[0] = System.nanoTime();
            at[1] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            press(command);
            scene().addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene().removePostLayoutPulseListener(this);
                    at[0] = System.nanoTime() - at[0];
                    at[1] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - at[1];
                    shown.countDown();
                }
            });
            Platform.requestNextPulse();
        });
        shown.await();
        wall.add(at[0] * MILLIS);
        cpu.add(at[1] * MILLIS);
        Frames.run(12, pulse -> {});
    }

    private void key(KeyCode code) throws Exception {
        fire(code, true);
    }

    private void fire(KeyCode code, boolean shortcut) throws Exception {
        run(() -> press(code, shortcut));
        Frames.run(10, pulse -> {});
    }

    private void press(CommandId command) {
        if (command.shortcut().orElseThrow() instanceof KeyCodeCombination keys) {
            boolean shift = keys.getShift() == KeyCombination.ModifierValue.DOWN;
            Event.fireEvent(
                    focus(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", keys.getCode(), shift, true, false, false));
        }
    }

    private Node focus() {
        Node focus = scene().getFocusOwner();
        return focus == null ? scene().lookup("#canvas") : focus;
    }

    private void press(KeyCode code, boolean shortcut) {
        Event.fireEvent(focus(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
    }

    private void tell(String name, Frames.Times times) {
        out.printf(
                "%-44s least %6.1f  median %6.1f  95 %% %6.1f ms  %5.0f frames a second; JavaFX %5.1f, drawing %5.1f ms%n",
                name, times.least(), times.median(), times.late(), times.frames(), times.computing(), times.drawing());
        json.withObject("/frames").putPOJO(name, times);
    }

    private void tell(String name, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        double median = sorted.get(sorted.size() / 2);
        out.printf("%-44s least %6.1f  median %6.1f ms%n", name, sorted.get(0), median);
        json.withObject("/times")
                .withObject("/" + name)
                .put("least", sorted.get(0))
                .put("median", median);
    }

    private Scene scene() {
        return stage.getScene();
    }

    private static void run(Runnable action) throws Exception {
        call(() -> {
            action.run();
            return 0;
        });
    }

    private static <T> T call(java.util.concurrent.Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get();
    }
}
