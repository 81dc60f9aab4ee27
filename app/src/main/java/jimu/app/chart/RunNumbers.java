package jimu.app.chart;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The numbers of the runs laid over the current one, by which they have their colours: each keeps its own until it is taken away. */
final class RunNumbers {
    /** The number of the current run, which no other gets. */
    static final int CURRENT = 0;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** Forgets all runs but these, and gives each new one the lowest number that is free. */
    void keep(Collection<String> ids) {
        numbers.keySet().retainAll(ids);
        for (String id : ids) {
            numbers.computeIfAbsent(id, one -> free());
        }
    }

    private int free() {
        int number = CURRENT + 1;
        while (numbers.containsValue(number)) {
            number++;
        }
        return number;
    }

    /** The number of a run that is kept. */
    int of(String id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("Run " + id + " has no number");
        }
        return number;
    }

    /** Which of so many colours a number has: the current run's is its own, the others begin again after the last. */
    static int colour(int number, int colours) {
        return number == CURRENT ? CURRENT : 1 + (number - 1) % (colours - 1);
    }
}
