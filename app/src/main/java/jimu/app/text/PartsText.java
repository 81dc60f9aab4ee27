package jimu.app.text;

import java.util.OptionalInt;
import jimu.engine.data.Dataset;
import jimu.engine.data.LoadedData;

/** How many samples each part of data has, and of how many they were drawn, in words. */
public final class PartsText {
    private PartsText() {}

    /** All that the settings of the data leave. */
    public static String of(LoadedData data) {
        return of(data, OptionalInt.empty());
    }

    /** The same, where an epoch uses at most {@code limit} samples of the training part. */
    public static String of(LoadedData data, OptionalInt limit) {
        int train = Math.min(data.train().size(), limit.orElse(Integer.MAX_VALUE));
        return Texts.of(
                "data.parts", count(train, data.train().available()), count(data.validation()), count(data.test()));
    }

    private static String count(Dataset part) {
        return count(part.size(), part.available());
    }

    private static String count(int used, int available) {
        return used == available
                ? Numbers.grouped(used)
                : Texts.of("data.parts.limited", Numbers.grouped(used), Numbers.grouped(available));
    }
}
