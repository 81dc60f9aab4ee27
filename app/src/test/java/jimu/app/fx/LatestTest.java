package jimu.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTest {
    private final HeldBackground background = new HeldBackground().hold();
    private final List<String> heard = new ArrayList<>();
    private final Latest latest = new Latest(background);

    private void ask(String question) {
        latest.run(
                () -> {
                    heard.add("work " + question);
                    return question;
                },
                answer -> heard.add("done " + answer),
                failure -> heard.add("failed"));
    }

    @Test
    void ofThoseThatWaitOnlyTheNewestIsDone() {
        ask("a");
        ask("b");
        ask("c");
        assertEquals(1, background.waiting());
        background.doAll();
        assertEquals(List.of("work a", "work c", "done c"), heard);
    }

    @Test
    void oneAfterTheOtherBothCount() {
        ask("a");
        background.doAll();
        ask("b");
        background.doAll();
        assertEquals(List.of("work a", "done a", "work b", "done b"), heard);
    }

    @Test
    void whatIsForgottenIsNotTold() {
        ask("a");
        latest.forget();
        background.doAll();
        assertEquals(List.of("work a"), heard);
    }
}
