package jimu.engine.evaluate;

import java.util.Arrays;

/** Numbers in an order, with their places, without an object for each. */
final class Ordered {
    private static final int HIGH = 32;
    private static final long LOW = 0xffff_ffffL;

    private Ordered() {}

    /** The places of the numbers from the largest to the smallest, of equal ones the first first; NaN is the largest. */
    static int[] descending(float[] numbers) {
        long[] keys = new long[numbers.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) ~ordinal(numbers[i]) << HIGH | i;
        }
        Arrays.sort(keys);
        int[] places = new int[keys.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = (int) (keys[i] & LOW);
        }
        return places;
    }

    /** A whole number that is larger for a larger number. */
    private static int ordinal(float number) {
        int bits = Float.floatToIntBits(number + 0f);
        return bits < 0 ? ~bits ^ Integer.MIN_VALUE : bits;
    }
}
