package jimu.app.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import jimu.app.text.Texts;

/** Runs work that takes longer than a frame off the JavaFX thread. */
public interface Background {
    /**
     * Runs {@code work} and then, on the JavaFX thread, {@code done} with its result or {@code failed} with what it threw; where
     * Java's memory does not suffice, with a sentence that says so.
     */
    <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);

    /** Says in a sentence that Java's memory does not suffice. */
    static Exception tooLarge() {
        return new IllegalStateException(Texts.of("command.memory"));
    }

    /** The twin for tests: everything happens at once, on the calling thread. */
    static Background onCurrentThread() {
        return new Background() {
            @Override
            public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
                T result;
                try {
                    result = work.call();
                } catch (Exception e) {
                    failed.accept(e);
                    return;
                } catch (OutOfMemoryError e) {
                    failed.accept(tooLarge());
                    return;
                }
                done.accept(result);
            }
        };
    }
}
