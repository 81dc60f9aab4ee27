package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jimu.engine.train.Control.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ControlTest {
    private final Control control = new Control();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @Test
    void aRunningRunProceedsWithoutAWord() {
        assertTrue(proceed());
        assertEquals(List.of(), List.copyOf(said));
    }

    @Test
    void aPausedRunWaitsUntilItIsResumed() throws Exception {
        control.pause();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(this::proceed);
        assertEquals("paused", said.poll(30, TimeUnit.SECONDS));
        assertFalse(waiting.isDone());
        control.resume();
        assertTrue(waiting.get());
        assertEquals("resumed", said.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void stepsOfAPausedRunAreCounted() throws Exception {
        control.step();
        assertEquals(State.PAUSED, control.state());
        control.step();
        control.step();
        assertTrue(proceed());
        assertTrue(proceed());
        CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(this::proceed);
        assertEquals("paused", said.poll(30, TimeUnit.SECONDS));
        control.stop();
        assertFalse(third.get());
    }

    @Test
    void resumingForgetsStepsThatWereAllowed() throws Exception {
        control.pause();
        control.step();
        control.resume();
        control.pause();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(this::proceed);
        assertEquals("paused", said.poll(30, TimeUnit.SECONDS));
        control.resume();
        assertTrue(waiting.get());
    }

    @Test
    void aStoppedRunIsNeitherPausedNorResumed() {
        control.stop();
        control.pause();
        control.resume();
        assertEquals(State.STOPPING, control.state());
        assertFalse(control.attend());
        assertFalse(proceed());
        control.end();
        control.stop();
        assertEquals(State.ENDED, control.state());
    }

    @Test
    void questionsAreAnsweredByTheRunsThreadAlsoWhilePaused() throws Exception {
        CompletableFuture<String> before = ask();
        assertFalse(before.isDone());
        control.attend();
        assertEquals("during", before.get());
        control.pause();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(this::proceed);
        assertEquals("paused", said.poll(30, TimeUnit.SECONDS));
        assertEquals("during", ask().get(30, TimeUnit.SECONDS));
        control.resume();
        assertTrue(waiting.get());
    }

    @Test
    void questionsLeftOpenAtTheEndGetTheLastAnswer() throws Exception {
        CompletableFuture<String> open = ask();
        control.end();
        assertEquals("after", open.get());
        assertEquals("after", ask().get());
    }

    @Test
    void aQuestionThatFailsTellsWhoAsked() {
        CompletableFuture<String> answer = control.ask(
                () -> {
                    throw new IllegalStateException("no answer");
                },
                () -> "after");
        assertTrue(control.attend());
        ExecutionException failed = assertThrows(ExecutionException.class, answer::get);
        assertEquals("java.lang.IllegalStateException: no answer", failed.getMessage());
    }

    private CompletableFuture<String> ask() {
        return control.ask(() -> "during", () -> "after");
    }

    private boolean proceed() {
        return control.proceed(() -> said.add("paused"), () -> said.add("resumed"));
    }
}
