package jimu.app.session;

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
     * @param name what a person calls it
     * @param retelling what happened in it; read once, in the background
     */
    public record Overlaid(String id, String name, Retelling retelling) {}

    /** The runs, in the order in which they were chosen; to be changed as a person chooses. */
    public ObservableList<Overlaid> runs() {
        return runs;
    }
}
