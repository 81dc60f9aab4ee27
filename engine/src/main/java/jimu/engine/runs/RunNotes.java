package jimu.engine.runs;

/**
 * What a person has to say about a run.
 *
 * @param star whether it is marked
 * @param text free text
 */
public record RunNotes(boolean star, String text) {
    /** Nothing. */
    public static final RunNotes NONE = new RunNotes(false, "");

    /** The same text, marked if it was not, and otherwise not. */
    public RunNotes withOtherStar() {
        return new RunNotes(!star, text);
    }

    /** The same with another text. */
    public RunNotes withText(String other) {
        return new RunNotes(star, other);
    }
}
