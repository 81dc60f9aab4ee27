package jimu.app.text;

import java.util.stream.Collectors;
import jimu.engine.train.StepProfile;

/** What a training step takes, in words. */
public final class ProfileText {
    private static final int NAMED = 3;

    private ProfileText() {}

    /** The layers that take longest, each with its share. */
    public static String longest(StepProfile profile) {
        String named = profile.longest().stream()
                .limit(NAMED)
                .filter(layer -> layer.nanos() > 0)
                .map(layer -> Texts.of(
                        "profile.longest.one",
                        layer.path(),
                        Numbers.milliseconds(layer.nanos()),
                        Numbers.share(profile.share(layer))))
                .collect(Collectors.joining(Texts.of("profile.longest.and")));
        return Texts.of("profile.longest", named);
    }
}
