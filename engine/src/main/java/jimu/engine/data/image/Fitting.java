package jimu.engine.data.image;

/**
 * How a picture of any size is brought to the one that a network is given: turned into its negative or not, then whole and in the
 * middle, or only the figure on it as {@link Centring} says.
 *
 * @param channels of the result: 1, grey, or 3
 * @param height of the result, at least 1
 * @param width of the result, at least 1
 * @param inverted whether white becomes black
 * @param figure the share of the result that the figure takes; 0 for the whole picture as it is
 */
public record Fitting(int channels, int height, int width, boolean inverted, double figure) {
    /** The whole picture as it is. */
    public Fitting(int channels, int height, int width) {
        this(channels, height, width, false, 0);
    }

    /** The picture as the network is to see it. */
    public Pixels of(Pixels picture) {
        Pixels signed = inverted ? picture.inverted() : picture;
        Pixels fitted =
                figure > 0 ? centred(signed.grey()) : (channels == 1 ? signed.grey() : signed).within(height, width);
        return channels == 1 ? fitted.grey() : fitted.coloured();
    }

    /** The figure on paper that is quite black or quite white. */
    private Pixels centred(Pixels grey) {
        Pixels figure = new Centring(height, width, this.figure).of(grey.figure());
        return grey.paper()[0] < 0.5f ? figure : figure.inverted();
    }
}
