package jimu.engine.runs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jimu.engine.io.FileException;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainEventReader;

/** The curves and events of a kept run, as its {@code metrics.jsonl} tells them. */
public final class RunHistory {
    /** The history of a run that left none. */
    public static final RunHistory EMPTY = new RunHistory();

    private static final int FIRST_CAPACITY = 256;
    private static final int NUMBERS = 4;

    private final List<TrainEvent> events = new ArrayList<>();
    private long[] steps = new long[0];
    private float[] numbers = new float[0];
    private int count;

    private RunHistory() {}

    /** Reads a run's metrics; half a line at the end, as a killed process leaves it, does no harm. */
    public static RunHistory read(Path metrics) throws FileException {
        RunHistory history = new RunHistory();
        TrainEventReader reader = new TrainEventReader(history.events::add, history::add);
        CharsetDecoder tolerant = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(metrics), tolerant))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.read(line);
            }
        } catch (IOException e) {
            throw FileException.reading(metrics, e);
        }
        return history;
    }

    private void add(StepReading reading) {
        if (count == steps.length) {
            int capacity = Math.max(FIRST_CAPACITY, 2 * count);
            steps = Arrays.copyOf(steps, capacity);
            numbers = Arrays.copyOf(numbers, capacity * NUMBERS);
        }
        steps[count] = reading.step();
        int at = count * NUMBERS;
        numbers[at] = reading.loss();
        numbers[at + 1] = reading.metric();
        numbers[at + 2] = reading.rate();
        numbers[at + 3] = reading.gradientNorm();
        count++;
    }

    /** What happened up to a step. */
    public RunHistory upTo(long step) {
        RunHistory earlier = new RunHistory();
        events.stream().filter(event -> lastStep(event) <= step).forEach(earlier.events::add);
        for (int i = 0; i < count && steps[i] <= step; i++) {
            earlier.add(reading(i));
        }
        return earlier;
    }

    /** How many steps were written down. */
    public int size() {
        return count;
    }

    /** The readings of a step; {@code index} counts from 0 to {@link #size} − 1. */
    public StepReading reading(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index);
        }
        int at = index * NUMBERS;
        return new StepReading(steps[index], numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]);
    }

    /** All events, in order. */
    public List<TrainEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /** How the run began, or was begun again the last time, if that was written down. */
    public Optional<TrainEvent.Started> started() {
        return events(TrainEvent.Started.class).stream().reduce((first, second) -> second);
    }

    /** The epochs that were ended, in order. */
    public List<TrainEvent.EpochEnded> epochs() {
        return events(TrainEvent.EpochEnded.class);
    }

    /** The events of one kind, in order. */
    public <E extends TrainEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Tells the run's readings and events again: the readings up to an event before it. */
    public void replay(Consumer<StepReading> readings, Consumer<TrainEvent> told) {
        int next = 0;
        for (TrainEvent event : events) {
            long until = lastStep(event);
            for (; next < count && steps[next] <= until; next++) {
                readings.accept(reading(next));
            }
            told.accept(event);
        }
        for (; next < count; next++) {
            readings.accept(reading(next));
        }
    }

    /** The last step that lay behind when something happened. */
    private static long lastStep(TrainEvent event) {
        if (event instanceof TrainEvent.EpochEnded epoch) {
            return epoch.step();
        } else if (event instanceof TrainEvent.Validated validated) {
            return validated.step();
        } else if (event instanceof TrainEvent.Best best) {
            return best.step();
        } else if (event instanceof TrainEvent.Continued continued) {
            return continued.step();
        } else if (event instanceof TrainEvent.Paused paused) {
            return paused.step() - 1;
        } else if (event instanceof TrainEvent.Resumed resumed) {
            return resumed.step() - 1;
        } else if (event instanceof TrainEvent.Changed changed) {
            return changed.step() - 1;
        } else if (event instanceof TrainEvent.Diverged diverged) {
            return diverged.step() - 1;
        } else if (event instanceof TrainEvent.Diagnosed diagnosed) {
            return diagnosed.step() - 1;
        } else if (event instanceof TrainEvent.Noticed noticed) {
            return noticed.step();
        } else if (event instanceof TrainEvent.Finished finished) {
            return finished.step();
        } else if (event instanceof TrainEvent.Failed failed) {
            return failed.step();
        }
        return 0;
    }
}
