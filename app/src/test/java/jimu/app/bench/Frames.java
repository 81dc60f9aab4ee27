package jimu.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Drives the window pulse by pulse and times the pulses. */
final class Frames {
    private static final double MILLIS = 1e-6;

    private Frames() {}

    /**
     * What some pulses took.
     *
     * @param least the shortest time from one pulse to the next, in milliseconds
     * @param median the middle one
     * @param late what 95 of 100 stay below
     * @param computing the processor time of the JavaFX thread per pulse
     * @param drawing the processor time of the drawing thread per pulse
     */
    record Times(double least, double median, double late, double computing, double drawing) {
        double frames() {
            return 1000 / median;
        }
    }

    /** Does a step at each of so many pulses; waits for them, and must not run on the JavaFX thread. */
    static Times run(int pulses, IntConsumer step) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        List<Double> waits = new ArrayList<>();
        long[] used = new long[2];
        Platform.runLater(() -> new AnimationTimer() {
            private int count;
            private long last;

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                if (count == 0) {
                    used[0] = -computing();
                    used[1] = -cpu("QuantumRenderer-0");
                } else {
                    waits.add((time - last) * MILLIS);
                }
                last = time;
                if (count == pulses) {
                    stop();
                    used[0] += computing();
                    used[1] += cpu("QuantumRenderer-0");
                    done.countDown();
                } else {
                    step.accept(count++);
                }
            }
        }.start());
        done.await();
        waits.sort(null);
        return new Times(
                waits.get(0),
                waits.get(waits.size() / 2),
                waits.get(waits.size() * 95 / 100),
                used[0] * MILLIS / pulses,
                used[1] * MILLIS / pulses);
    }

    /** The processor time that the JavaFX thread has taken so far, in nanoseconds. */
    static long computing() {
        return cpu("JavaFX Application Thread");
    }

    private static long cpu(String name) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (long id : threads.getAllThreadIds()) {
            if (threads.getThreadInfo(id) != null
                    && threads.getThreadInfo(id).getThreadName().equals(name)) {
                return threads.getThreadCpuTime(id);
            }
        }
        return 0;
    }
}
