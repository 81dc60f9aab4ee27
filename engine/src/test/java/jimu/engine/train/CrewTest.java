package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CrewTest {
    @Test
    void everyWorkerDoesItsShareEveryTime() {
        int[] shares = new int[3];
        try (Crew crew = new Crew(3, worker -> shares[worker]++)) {
            for (int i = 0; i < 2000; i++) {
                crew.run();
            }
        }
        assertArrayEquals(new int[] {2000, 2000, 2000}, shares);
    }

    @Test
    void whatAWorkerThrowsIsThrownToTheCaller() {
        try (Crew crew = new Crew(2, worker -> {
            if (worker == 1) {
                throw new IllegalArgumentException("no");
            }
        })) {
            assertThrows(IllegalStateException.class, crew::run);
        }
    }
}
