package jimu.app.fx.form;

import java.util.Optional;

/** What a form's answers go to. Answers are in plain form, as parameters have it. */
public interface FormTarget {
    /** What is wrong with an answer, in a sentence; empty if it may be given. */
    Optional<String> wrong(String name, Object plain);

    /** Shows what an answer would lead to. */
    void preview(String name, Object plain);

    /** Gives an answer for good. */
    void commit(String name, Object plain);

    /** Takes a preview back. */
    void cancel();
}
