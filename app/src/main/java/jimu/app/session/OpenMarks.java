package jimu.app.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.infer.Finding;
import jimu.engine.train.LayerProfile;
import jimu.engine.train.StepProfile;

/** The marks of the blocks that are shown: heat from the profile, and what the run noticed. For the JavaFX thread only. */
public final class OpenMarks {
    private final Session session;
    private final OpenInsight insight;
    private final OpenProfile profile;
    private final ReadOnlyObjectWrapper<Map<String, BlockMark>> marks =
            new ReadOnlyObjectWrapper<>(this, "marks", Map.of());
    private final ReadOnlyObjectWrapper<Optional<String>> hottest =
            new ReadOnlyObjectWrapper<>(this, "hottest", Optional.empty());

    /** Follows what is shown, what is noticed and what was measured. */
    public OpenMarks(Session session, OpenInsight insight, OpenProfile profile) {
        this.session = session;
        this.insight = insight;
        this.profile = profile;
        session.documentProperty().addListener((value, old, now) -> refresh());
        session.scopeProperty().addListener((value, old, now) -> refresh());
        insight.findingsProperty().addListener((value, old, now) -> refresh());
        profile.profileProperty().addListener((value, old, now) -> refresh());
        profile.shownProperty().addListener((value, old, now) -> refresh());
        Texts.follow(this, OpenMarks::refresh);
        refresh();
    }

    /** By the ids of blocks; those without a mark are absent. */
    public ReadOnlyObjectProperty<Map<String, BlockMark>> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /** The time of the block that computes longest of those that are shown; empty while heat is not shown. */
    public ReadOnlyObjectProperty<Optional<String>> hottestProperty() {
        return hottest.getReadOnlyProperty();
    }

    private void refresh() {
        Map<String, List<String>> notices = notices();
        Map<String, LayerProfile> times = times();
        if (notices.isEmpty() && times.isEmpty() && marks.get().isEmpty()) {
            return;
        }
        long most = times.values().stream().mapToLong(LayerProfile::nanos).max().orElse(0);
        Map<String, BlockMark> now = new HashMap<>();
        times.forEach((id, time) -> now.put(
                id, new BlockMark(heat(time.nanos(), most), figure(time), notices.getOrDefault(id, List.of()))));
        notices.forEach((id, sentences) -> now.putIfAbsent(id, new BlockMark(-1, "", sentences)));
        if (!now.equals(marks.get())) {
            marks.set(now);
        }
        hottest.set(times.isEmpty() ? Optional.empty() : Optional.of(Numbers.milliseconds(most)));
    }

    private static int heat(long nanos, long most) {
        return most == 0 ? 0 : (int) Math.min(BlockMark.HOTTEST, nanos * (BlockMark.HOTTEST + 1) / most);
    }

    private String figure(LayerProfile time) {
        return time.within()
                .map(other -> Texts.of("profile.within", other))
                .orElseGet(() -> time.nanos() == 0
                        ? ""
                        : Texts.of(
                                "profile.figure",
                                Numbers.milliseconds(time.nanos()),
                                Numbers.share(profile.profileProperty()
                                        .get()
                                        .map(all -> all.share(time))
                                        .orElse(0.0))));
    }

    private Map<String, LayerProfile> times() {
        Optional<StepProfile> measured = profile.profileProperty().get();
        Map<String, LayerProfile> times = new HashMap<>();
        if (measured.isPresent() && profile.shownProperty().get()) {
            String prefix = session.scope().prefix(session.whole());
            for (Block block : session.document().graph().blocks()) {
                measured.get().under(prefix + block.name()).ifPresent(layer -> times.put(block.id(), layer));
            }
        }
        return times;
    }

    private Map<String, List<String>> notices() {
        Map<String, List<String>> notices = new HashMap<>();
        for (Finding finding : insight.findingsProperty().get()) {
            session.scope()
                    .of(session.whole(), finding)
                    .filter(seen -> !seen.blocks().isEmpty())
                    .ifPresent(seen -> notices.computeIfAbsent(seen.blocks().get(0), id -> new ArrayList<>())
                            .add(finding.advice()));
        }
        return notices;
    }
}
