package jimu.app.evaluate;

import java.util.Optional;
import jimu.app.fx.Picture;
import jimu.app.session.DrawnPicture;
import jimu.engine.data.PictureLook;
import jimu.engine.data.PictureLook.Paper;
import jimu.engine.data.image.Centring;
import jimu.engine.data.image.Fitting;
import jimu.engine.data.image.Pixels;

/**
 * What a network sees of what lies on the pad.
 *
 * @param sample in raw numbers
 * @param picture the same to be looked at
 * @param inverted whether it is the negative
 * @param centred whether it is only what stands on the picture, as large as in the data
 */
record Seen(DrawnPicture sample, Picture picture, boolean inverted, boolean centred) {
    /** Of a drawing: white on black, or black on white if the data are so. */
    static Seen of(Pixels drawing, DrawnInput input, PictureLook look) {
        boolean inverted = look.paper() == Paper.WHITE;
        Pixels figure = new Centring(input.height(), input.width(), look.figure()).of(drawing);
        return of(inverted ? figure.inverted() : figure, input, look, inverted, true);
    }

    /**
     * Of a picture from a file: on paper like that of the data, and centred if they are and it is not one of their size already,
     * unless a person wants it otherwise.
     */
    static Seen of(
            Shown shown, DrawnInput input, PictureLook look, Optional<Boolean> invert, Optional<Boolean> centre) {
        boolean light = shown.pixels().grey().paper()[0] > 0.5f;
        boolean inverted = invert.orElse(look.paper() == (light ? Paper.BLACK : Paper.WHITE));
        boolean same =
                shown.pixels().height() == input.height() && shown.pixels().width() == input.width();
        boolean centred = input.channels() == 1 && centre.orElse(look.paper() != Paper.NONE && !same);
        Fitting fitting =
                new Fitting(input.channels(), input.height(), input.width(), inverted, centred ? look.figure() : 0);
        return of(fitting.of(shown.pixels()), input, look, inverted, centred);
    }

    private static Seen of(Pixels pixels, DrawnInput input, PictureLook look, boolean inverted, boolean centred) {
        Pixels whole = input.channels() == 1 ? pixels.grey() : pixels.coloured();
        return new Seen(
                new DrawnPicture(input.field(), look.raw(whole)),
                Picture.of(whole.values(), whole.height(), whole.width(), 0, 1),
                inverted,
                centred);
    }
}
