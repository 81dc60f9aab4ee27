package jimu.app.fx.form;

import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import jimu.engine.layer.ParameterKind;

/**
 * One entry of a form, between a person and the target: right answers are previewed while a person types or turns, and given when
 * that is over; wrong ones are explained and never given.
 */
public final class FormEntry {
    private final Question question;
    private final FormTarget target;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(this, "shown");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private Object value;
    private String automatic = "";
    private boolean mixed;
    private boolean answering;
    private Optional<Object> answer = Optional.empty();

    /** An entry that shows {@code value}, in plain form. */
    public FormEntry(Question question, Object value, FormTarget target) {
        this.question = question;
        this.value = value;
        this.target = target;
    }

    /** What is asked. */
    public Question question() {
        return question;
    }

    /** The value, in plain form. */
    public Object value() {
        return value;
    }

    /** The value as text; empty while there are several values. */
    public String text() {
        return mixed ? "" : FormText.write(value);
    }

    /** Whether what it stands for has several values, of which {@link #value} is the first. */
    public boolean isMixed() {
        return mixed;
    }

    /** What {@code auto} stands for at present; empty where that is not known. */
    public String automatic() {
        return automatic;
    }

    /** Why what was typed cannot be; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What a person should know of the entry at present, in a sentence; empty for nothing. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Tells what a person should know of the entry at present. */
    public void note(String sentence) {
        note.set(sentence);
    }

    /** Changes whenever an editor should show the value anew. */
    public ReadOnlyIntegerProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows another value, unless a person is about to change it. */
    public void show(Object plain, String automaticSize) {
        boolean same = !mixed && value.equals(plain) && automatic.equals(automaticSize);
        mixed = false;
        automatic = automaticSize;
        become(plain, same);
    }

    /** Shows that there are several values, unless a person is about to change them. */
    public void showMixed(Object first) {
        boolean same = mixed && value.equals(first);
        mixed = true;
        automatic = "";
        become(first, same);
    }

    private void become(Object plain, boolean same) {
        value = plain;
        if (answering) {
            return;
        }
        problem.set("");
        if (!same) {
            shown.set(shown.get() + 1);
        }
    }

    /** Takes a text in progress. */
    public void type(String text) {
        turn(FormText.read(question.kind(), text));
    }

    /** Takes a value in progress, in plain form. */
    public void turn(Object plain) {
        answering = true;
        Optional<String> wrong = target.wrong(question.name(), plain);
        problem.set(wrong.orElse(""));
        if (wrong.isPresent()) {
            answer = Optional.empty();
            target.cancel();
        } else if (!answer.equals(Optional.of(plain))) {
            answer = Optional.of(plain);
            target.preview(question.name(), plain);
        }
    }

    /** Ends typing or turning: gives the answer if it is right. */
    public void finish() {
        if (!answering) {
            return;
        }
        answering = false;
        problem.set("");
        Optional<Object> given = answer;
        answer = Optional.empty();
        given.ifPresent(plain -> target.commit(question.name(), plain));
        shown.set(shown.get() + 1);
    }

    /** Ends typing if the answer is right; a wrong one stays, with its sentence, to be mended. */
    public void enter() {
        if (problem.get().isEmpty()) {
            finish();
        }
    }

    /** Whether a person is typing or turning. */
    public boolean isAnswering() {
        return answering;
    }

    /** Ends typing or turning without giving an answer. */
    public void revert() {
        if (answering) {
            answer = Optional.empty();
            target.cancel();
            finish();
        }
    }

    /** The number to begin with when an automatic size is pinned: what it is now. */
    public Object pinnedSize() {
        Object now = FormText.read(ParameterKind.INTEGER, automatic);
        return now instanceof Long ? now : (Object) Math.max(1L, (long) question.min());
    }

    /** Gives an answer at once; why a wrong one was not taken stays until something else is shown or answered. */
    public void set(Object plain) {
        turn(plain);
        String why = problem.get();
        finish();
        if (!why.isEmpty()) {
            problem.set(why);
        }
    }

    /** Moves a number up or down within its range; {@link #finish} ends the movement. */
    public void moveBy(long steps) {
        Object from = answer.orElse(value);
        if (from instanceof Long number) {
            double moved = Math.max(question.min(), Math.min(question.max(), (double) number + steps));
            turn((long) moved);
            shown.set(shown.get() + 1);
        }
    }

    /** Takes a value in progress from a slider, so that other editors show it too; {@link #finish} ends the movement. */
    public void slideTo(Object plain) {
        turn(plain);
        shown.set(shown.get() + 1);
    }

    /** The value to be shown now, in plain form: the one in progress, or the value. */
    public Object valueNow() {
        return answer.orElse(value);
    }

    /** The text to be shown now: of the value in progress, or of the value. */
    public String textNow() {
        return answer.map(FormText::write).orElseGet(this::text);
    }
}
