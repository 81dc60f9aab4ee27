package jimu.engine.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which of several points are beaten by no other: where less of one thing costs more of another, those to choose from. */
public final class ParetoFront {
    private ParetoFront() {}

    /**
     * The indices of the points of which none other is as good in both and better in one, from the lowest {@code costs} up. Lower is
     * better in both; points that are no finite numbers are left out, and of equal points all stay.
     */
    public static List<Integer> of(double[] costs, double[] losses) {
        List<Integer> order = IntStream.range(0, costs.length)
                .filter(i -> Double.isFinite(costs[i]) && Double.isFinite(losses[i]))
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> costs[i]).thenComparingDouble(i -> losses[i]))
                .toList();
        List<Integer> front = new ArrayList<>();
        for (int i : order) {
            if (front.isEmpty()) {
                front.add(i);
                continue;
            }
            int last = front.get(front.size() - 1);
            boolean equal = costs[i] == costs[last] && losses[i] == losses[last];
            if (losses[i] < losses[last] || equal) {
                front.add(i);
            }
        }
        return front;
    }
}
