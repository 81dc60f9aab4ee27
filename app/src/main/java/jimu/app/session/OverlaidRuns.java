package jimu.app.session;

import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which kept runs are drawn over the current one in the charts: whoever keeps the runs chooses, the charts follow. For the JavaFX thread only. */
public final class OverlaidRuns {
    private final ObservableList<Overlaid> runs = FXCollections.observableArrayList();

    /** Tells a run's readings and events again, in order, on any thread. */
    @FunctionalInterface
    public interface Retelling {
        /** Tells them to {@code follower}: its {@code reading} and {@code happened}, nothing else. */
        void to(RunFollower follower) throws Exception;
    }

    /**
     * A run that is drawn.
     *
     * @param id what it is told apart by, such as its folder; the same for the same run
     * @param named what a person calls it, in the language that is spoken when it is asked for
     * @param retelling what happened in it; read once, in the background
     */
    public record Overlaid(String id, Supplier<String> named, Retelling retelling) {
        /** What a person calls it. */
        public String name() {
            return named.get();
        }
    }

    /** The runs, in the order in which they were chosen; to be changed as a person chooses. */
    public ObservableList<Overlaid> runs() {
        return runs;
    }
}
