package jimu.engine.data.image;

import jimu.engine.shape.TensorShape;

/**
 * Brings pictures (1 or {@code channels}, *, *) to (channels, height, width): bilinear, and a grey one fills all channels.
 *
 * @param channels of the result, at least 1
 * @param height of the result, at least 1
 * @param width of the result, at least 1
 */
public record Resize(int channels, int height, int width) {
    public Resize {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("A picture has no size " + channels + " × " + height + " × " + width);
        }
    }

    /** The shape of the results. */
    public TensorShape shape() {
        return TensorShape.of(channels, height, width);
    }

    /** Whether pictures of that shape can be brought to this one. */
    public boolean accepts(TensorShape picture) {
        if (picture.rank() != 3) {
            return false;
        }
        long[] sizes = picture.sizes();
        return (sizes[0] == 1 || sizes[0] == channels) && sizes[1] > 0 && sizes[2] > 0;
    }

    /** The way from pictures of one shape. Throws IllegalArgumentException for one that is not accepted. */
    public Bilinear from(TensorShape picture) {
        if (!accepts(picture)) {
            throw new IllegalArgumentException("Pictures " + picture + " cannot become " + shape());
        }
        return new Bilinear(picture.sizes(), this);
    }
}
