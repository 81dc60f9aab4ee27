package jimu.engine.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The switch between those who steer a run and its thread, which looks here between two batches. */
final class Control {
    /** What a run does. */
    enum State {
        RUNNING,
        PAUSED,
        STOPPING,
        ENDED
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Runnable> requests = new ArrayDeque<>();
    private State state = State.RUNNING;
    private int stepsAllowed;
    private boolean untilEpochEnds;
    private volatile boolean stopping;
    private volatile @Nullable Control partner;
    private boolean turn = true;
    private boolean precedes = true;
    private boolean working;

    /** Lets two runs that have not begun begin and do their batches in turn, this one first; who stops one stops both. */
    void takeTurnsWith(Control other) {
        partner = other;
        other.partner = this;
        other.turn = false;
        other.precedes = false;
    }

    /** Called by the run's thread before it takes its folder: waits until the partner that comes first has taken one, or has ended. */
    void awaitBeginning() {
        lock.lock();
        try {
            while (!precedes) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Told by the run's thread that it has its folder. */
    void begun() {
        Control other = partner;
        if (other != null) {
            other.follow();
        }
    }

    private void follow() {
        locked(() -> {
            precedes = true;
            return signal();
        });
    }

    State state() {
        return locked(() -> state);
    }

    void pause() {
        locked(() -> {
            if (state == State.RUNNING) {
                state = State.PAUSED;
            }
            untilEpochEnds = false;
            return signal();
        });
    }

    void resume() {
        locked(() -> {
            if (state == State.PAUSED) {
                state = State.RUNNING;
                stepsAllowed = 0;
            }
            untilEpochEnds = false;
            return signal();
        });
    }

    /** Lets a paused run do one step; pauses a running one. */
    void step() {
        locked(() -> {
            if (state == State.PAUSED) {
                stepsAllowed++;
            } else if (state == State.RUNNING) {
                state = State.PAUSED;
            }
            return signal();
        });
    }

    /** Lets a run go on to the end of its epoch, validation included, and wait there. */
    void stepEpoch() {
        locked(() -> {
            if (state == State.PAUSED || state == State.RUNNING) {
                state = State.RUNNING;
                stepsAllowed = 0;
                untilEpochEnds = true;
            }
            return signal();
        });
    }

    /** Told by the run's thread that an epoch has ended. */
    void epochEnded() {
        locked(() -> {
            if (untilEpochEnds && state == State.RUNNING) {
                state = State.PAUSED;
            }
            untilEpochEnds = false;
            return signal();
        });
    }

    /** Whether to stop, also in the midst of a batch; asked between two operations, so it waits for nobody. */
    boolean isStopping() {
        return stopping;
    }

    void stop() {
        locked(() -> {
            if (state != State.ENDED) {
                state = State.STOPPING;
                stopping = true;
            }
            return signal();
        });
        Control other = partner;
        if (other != null && !other.stopping) {
            other.stop();
        }
    }

    void end() {
        locked(() -> {
            state = State.ENDED;
            return signal();
        });
        Control other = partner;
        if (other != null) {
            other.goOnAlone();
        }
        serve();
    }

    /** Has {@code question} answered by the run's thread between two batches, or by {@code after} once the run has ended. */
    <T> CompletableFuture<T> ask(Supplier<T> question, Supplier<T> after) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean ended = locked(() -> {
            if (state != State.ENDED) {
                requests.add(() -> answer(answer, state == State.ENDED ? after : question));
            }
            signal();
            return state == State.ENDED;
        });
        if (ended) {
            answer(answer, after);
        }
        return answer;
    }

    /** Called by the run's thread between two batches of an evaluation: answers, and says whether to go on. */
    boolean attend() {
        serve();
        return state() != State.STOPPING;
    }

    /**
     * Called by the run's thread before each batch of training: answers, waits while paused, and says whether to go on.
     *
     * @param onPause told when the wait begins
     * @param onResume told when it has ended, for one step or for good
     */
    boolean proceed(Runnable onPause, Runnable onResume) {
        boolean waited = false;
        if (partner != null) {
            passTurn();
        }
        while (true) {
            serve();
            lock.lock();
            try {
                boolean paused = state == State.PAUSED && stepsAllowed == 0;
                if (!paused && (turn || state == State.STOPPING)) {
                    stepsAllowed = Math.max(0, stepsAllowed - 1);
                    working = true;
                    break;
                }
                if (requests.isEmpty()) {
                    if (paused && !waited) {
                        waited = true;
                        onPause.run();
                    }
                    changed.awaitUninterruptibly();
                }
            } finally {
                lock.unlock();
            }
        }
        if (waited) {
            onResume.run();
        }
        return state() != State.STOPPING;
    }

    /** Hands the turn to the partner, if this one has done its batch. */
    private void passTurn() {
        Control other = partner;
        boolean passes = locked(() -> {
            boolean done = working && partner != null;
            if (done) {
                working = false;
                turn = false;
            }
            return done;
        });
        if (passes && other != null) {
            other.takeTurn();
        }
    }

    private void takeTurn() {
        locked(() -> {
            turn = true;
            return signal();
        });
    }

    private void goOnAlone() {
        locked(() -> {
            partner = null;
            turn = true;
            precedes = true;
            return signal();
        });
    }

    private static <T> void answer(CompletableFuture<T> answer, Supplier<T> question) {
        try {
            answer.complete(question.get());
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    private void serve() {
        Runnable request = locked(requests::poll);
        while (request != null) {
            request.run();
            request = locked(requests::poll);
        }
    }

    private boolean signal() {
        changed.signalAll();
        return true;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
