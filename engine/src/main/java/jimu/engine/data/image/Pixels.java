package jimu.engine.data.image;

import java.util.Arrays;

/**
 * A picture as numbers from 0, black, to 1, white.
 *
 * @param channels 1 for grey, 3 for red, green and blue
 * @param height in pixels, at least 1
 * @param width in pixels, at least 1
 * @param values (channels, height, width), row-major; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // a million numbers are not worth boxing; nobody compares pictures
public record Pixels(int channels, int height, int width, float[] values) {
    public Pixels {
        if ((channels != 1 && channels != 3) || (long) channels * height * width != values.length) {
            throw new IllegalArgumentException(
                    values.length + " numbers are no picture " + channels + " × " + height + " × " + width);
        }
    }

    /** The picture in grey, each pixel as bright as its colour seems (ITU-R BT.601). */
    public Pixels grey() {
        if (channels == 1) {
            return this;
        }
        int size = height * width;
        float[] grey = new float[size];
        for (int i = 0; i < size; i++) {
            grey[i] = 0.299f * values[i] + 0.587f * values[size + i] + 0.114f * values[2 * size + i];
        }
        return new Pixels(1, height, width, grey);
    }

    /** The picture in red, green and blue. */
    public Pixels coloured() {
        if (channels == 3) {
            return this;
        }
        int size = height * width;
        float[] coloured = new float[3 * size];
        for (int channel = 0; channel < 3; channel++) {
            System.arraycopy(values, 0, coloured, channel * size, size);
        }
        return new Pixels(3, height, width, coloured);
    }

    /** The negative: white for black. */
    public Pixels inverted() {
        float[] negative = new float[values.length];
        for (int i = 0; i < negative.length; i++) {
            negative[i] = 1 - values[i];
        }
        return new Pixels(channels, height, width, negative);
    }

    /** What the picture stands on: for each channel the median along its four edges. */
    public float[] paper() {
        float[] paper = new float[channels];
        float[] edge = new float[2 * (height + width)];
        for (int channel = 0; channel < channels; channel++) {
            int from = channel * height * width;
            int last = from + (height - 1) * width;
            int at = 0;
            for (int column = 0; column < width; column++) {
                edge[at++] = values[from + column];
                edge[at++] = values[last + column];
            }
            for (int row = 0; row < height; row++) {
                edge[at++] = values[from + row * width];
                edge[at++] = values[from + row * width + width - 1];
            }
            Arrays.sort(edge);
            paper[channel] = edge[edge.length / 2];
        }
        return paper;
    }

    /** The whole picture at another size, its sides in the same proportion: in the middle, with paper around it. */
    public Pixels within(int toHeight, int toWidth) {
        double scale = Math.min((double) toHeight / height, (double) toWidth / width);
        int rows = Math.max(1, Math.min(toHeight, (int) Math.round(scale * height)));
        int columns = Math.max(1, Math.min(toWidth, (int) Math.round(scale * width)));
        float[] scaled = new Scaling(height, rows, width, columns).apply(this);
        float[] paper = paper();
        float[] whole = new float[channels * toHeight * toWidth];
        int top = (toHeight - rows) / 2;
        int left = (toWidth - columns) / 2;
        for (int channel = 0; channel < channels; channel++) {
            int from = channel * toHeight * toWidth;
            Arrays.fill(whole, from, from + toHeight * toWidth, paper[channel]);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(
                        scaled, (channel * rows + row) * columns, whole, from + (top + row) * toWidth + left, columns);
            }
        }
        return new Pixels(channels, toHeight, toWidth, whole);
    }

    /**
     * What stands out from the paper of a grey picture: 0 for paper, 1 for what differs most. Shadows on the paper and the noise of
     * a camera are paper, too: all below the level that parts the picture best in two.
     */
    public Pixels figure() {
        float[] grey = grey().values;
        float paper = grey().paper()[0];
        float[] out = new float[grey.length];
        float most = 0;
        for (int i = 0; i < grey.length; i++) {
            out[i] = paper < 0.5f ? grey[i] - paper : paper - grey[i];
            most = Math.max(most, out[i]);
        }
        float least = most == 0 ? 0 : Math.min(Threshold.of(out, most), most / 2);
        for (int i = 0; i < out.length; i++) {
            out[i] = most == 0 ? 0 : Math.max(0, out[i] - least) / (most - least);
        }
        return new Pixels(1, height, width, out);
    }
}
