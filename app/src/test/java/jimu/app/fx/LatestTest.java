package jimu.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LatestTest {
    private final Deque<Runnable> underWay = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final Latest latest = new Latest(new Background() {
        @Override
        public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
            underWay.add(() -> Background.onCurrentThread().run(work, done, failed));
        }
    });

    private void ask(String question) {
        latest.run(
                () -> {
                    heard.add("work " + question);
                    return question;
                },
                answer -> heard.add("done " + answer),
                failure -> heard.add("failed"));
    }

    private void finishAll() {
        while (!underWay.isEmpty()) {
            underWay.remove().run();
        }
    }

    @Test
    void ofThoseThatWaitOnlyTheNewestIsDone() {
        ask("a");
        ask("b");
        ask("c");
        assertEquals(1, underWay.size());
        finishAll();
        assertEquals(List.of("work a", "work c", "done c"), heard);
    }

    @Test
    void oneAfterTheOtherBothCount() {
        ask("a");
        finishAll();
        ask("b");
        finishAll();
        assertEquals(List.of("work a", "done a", "work b", "done b"), heard);
    }

    @Test
    void whatIsForgottenIsNotTold() {
        ask("a");
        latest.forget();
        finishAll();
        assertEquals(List.of("work a"), heard);
    }
}
