package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShortenedTest {
    private static String in(int room, String name) {
        return Shortened.of(name, room, character -> 1);
    }

    @Test
    void aNameThatHasRoomIsWhole() {
        assertEquals("conv_a1", in(7, "conv_a1"));
    }

    @Test
    void aLongerOneKeepsItsEnd() {
        assertEquals("con…_a1", in(7, "convolution_a1"));
    }

    @Test
    void namesThatDifferTowardsTheirEndsStayDifferent() {
        assertEquals("con…a1", in(6, "conv_a1"));
        assertEquals("con…b1", in(6, "conv_b1"));
    }

    @Test
    void narrowLettersLeaveRoomForMore() {
        assertEquals("fill1", Shortened.of("fill1", 3, character -> character == 'l' || character == 'i' ? 0.3 : 1));
    }

    @Test
    void withoutRoomNothingIsLeft() {
        assertEquals("", in(0, "conv"));
    }
}
