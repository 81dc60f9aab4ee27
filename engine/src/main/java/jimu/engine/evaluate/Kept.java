package jimu.engine.evaluate;

/**
 * Which answers were kept one by one: all of them, or of very many every {@code stride}-th, so that memory stays bounded.
 *
 * @param answers how many there were
 * @param perSample how many each sample has
 * @param stride the distance of those kept; 1 for all
 */
public record Kept(long answers, int perSample, int stride) {
    /** Every so-manieth answer of samples, so that no more than {@code most} are kept. */
    static Kept of(int samples, int perSample, long most) {
        long answers = (long) samples * perSample;
        return new Kept(answers, perSample, Math.toIntExact(Math.max(1, (answers + most - 1) / most)));
    }

    /** How many are kept. */
    public int count() {
        return Math.toIntExact((answers + stride - 1) / stride);
    }

    /** The sample to which a kept answer belongs. */
    public int sample(int place) {
        return Math.toIntExact((long) place * stride / perSample);
    }

    /** Which of its sample's answers it is. */
    public int answer(int place) {
        return Math.toIntExact((long) place * stride % perSample);
    }

    /** Whether each sample has one answer, and all are kept: then the places are the samples' numbers. */
    public boolean plain() {
        return perSample == 1 && stride == 1;
    }

    /** The place of an answer; −1 if it was not kept. */
    int place(int sample, int answer) {
        long number = (long) sample * perSample + answer;
        return number % stride == 0 ? Math.toIntExact(number / stride) : -1;
    }
}
