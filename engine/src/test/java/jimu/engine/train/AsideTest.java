package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsideTest {
    @Test
    void doesOnePieceAfterTheOther() {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        List<Integer> expected = new ArrayList<>();
        try (Aside aside = new Aside()) {
            for (int i = 0; i < 1000; i++) {
                int number = i;
                expected.add(number);
                aside.begin(() -> done.add(number));
            }
            aside.await();
            assertEquals(expected, done);
        }
    }

    @Test
    void whatItThrowsIsThrownWhereItIsWaitedFor() {
        try (Aside aside = new Aside()) {
            aside.begin(() -> {
                throw new IllegalStateException("no such sample");
            });
            IllegalStateException thrown = assertThrows(IllegalStateException.class, aside::await);
            assertEquals("no such sample", thrown.getMessage());
            aside.await();
        }
    }

    @Test
    void closingBeforeAnyWorkWaitsForNothing() {
        new Aside().close();
    }
}
