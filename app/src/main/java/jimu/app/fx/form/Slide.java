package jimu.app.fx.form;

/**
 * The part of a number's range that a slider goes over; beyond it a number can be typed.
 *
 * @param from the number at its left end
 * @param to the number at its right end
 * @param perUnit how many steps a unit has: 1 for whole numbers, 100 for hundredths
 */
public record Slide(double from, double to, int perUnit) {
    /** The number nearest to a place on the slider, in plain form: whole where a unit is a step. */
    Object plain(double place) {
        long steps = Math.round(place * perUnit);
        return perUnit == 1 ? (Object) steps : (Object) ((double) steps / perUnit);
    }
}
