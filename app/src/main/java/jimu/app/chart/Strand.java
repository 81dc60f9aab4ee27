package jimu.app.chart;

import java.util.Arrays;

/**
 * Several series over the same steps: for each place the number of its last step, the seconds of the run until then, and a reading
 * of each channel. All channels become coarser together.
 *
 * <p>A place takes 16 bytes besides what the channels take: a run's four channels and its validations come to 60 MB at most.
 */
final class Strand {
    private static final int FIRST = 256;

    private final Pyramid[] channels;
    private double[] steps = new double[FIRST];
    private double[] seconds = new double[FIRST];
    private int size;

    /** Of so many channels and at most so many places. */
    Strand(int channels, int most) {
        this.channels = new Pyramid[channels];
        for (int i = 0; i < channels; i++) {
            this.channels[i] = new Pyramid(most);
        }
    }

    private Strand(Pyramid[] channels) {
        this.channels = channels;
    }

    /** Adds the readings of a step, one a channel; steps and seconds never fall. */
    void add(double step, double second, float[] readings) {
        int grain = grain();
        for (int i = 0; i < channels.length; i++) {
            channels[i].add(readings[i]);
        }
        if (grain() != grain) {
            int count = grain() / grain;
            record(step, second);
            for (int place = 0; place < size / count; place++) {
                steps[place] = steps[(place + 1) * count - 1];
                seconds[place] = seconds[(place + 1) * count - 1];
            }
            size /= count;
        } else if (channels[0].size() > size) {
            record(step, second);
        }
    }

    private void record(double step, double second) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
        }
        steps[size] = step;
        seconds[size] = second;
        size++;
    }

    /** Spreads the places from {@code place} to before {@code end} evenly over the time after {@code start} until {@code stop}. */
    void spread(int place, int end, double start, double stop) {
        for (int i = place; i < end; i++) {
            seconds[i] = start + (stop - start) * (i - place + 1) / (end - place);
        }
    }

    /** Moves the places from {@code place} on by so many seconds. */
    void delay(int place, double by) {
        for (int i = place; i < size; i++) {
            seconds[i] += by;
        }
    }

    /** How many places there are. */
    int size() {
        return size;
    }

    /** How many steps a place stands for. */
    int grain() {
        return channels[0].grain();
    }

    Pyramid channel(int channel) {
        return channels[channel];
    }

    /** The last step of a place. */
    double step(int place) {
        return steps[place];
    }

    /** The seconds of the run until the end of a place. */
    double seconds(int place) {
        return seconds[place];
    }

    /** The first place from {@code from} on whose step is not before {@code step}; the size where there is none. */
    int placeOfStep(double step, int from) {
        return search(steps, step, from);
    }

    /** The first place from {@code from} on that is not before {@code second}; the size where there is none. */
    int placeOfSecond(double second, int from) {
        return search(seconds, second, from);
    }

    private int search(double[] values, double value, int from) {
        int low = from;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** As it is now, for another thread. */
    Strand copy() {
        Pyramid[] copies = new Pyramid[channels.length];
        for (int i = 0; i < channels.length; i++) {
            copies[i] = channels[i].copy();
        }
        Strand copy = new Strand(copies);
        copy.steps = steps.clone();
        copy.seconds = seconds.clone();
        copy.size = size;
        return copy;
    }
}
