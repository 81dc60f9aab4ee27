package jimu.engine.runs;

/**
 * One thing in which a document, or its settings, differs from an earlier one.
 *
 * @param subject what kind of thing it is
 * @param kind what became of it
 * @param name the block, with its groups before it; the link, from output to input; or the setting, as in files
 * @param from what it was; empty if it was not there
 * @param to what it is; empty if it is there no more
 */
public record Change(Subject subject, Kind kind, String name, String from, String to) {
    /** What can differ. */
    public enum Subject {
        BLOCK,
        PARAMETER,
        LINK,
        DATA,
        TRAINING
    }

    /** What became of it. */
    public enum Kind {
        ADDED('+'),
        REMOVED('−'),
        CHANGED('~');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        /** How it is marked in a list. */
        public char sign() {
            return sign;
        }
    }

    static Change added(Subject subject, String name, String to) {
        return new Change(subject, Kind.ADDED, name, "", to);
    }

    static Change removed(Subject subject, String name, String from) {
        return new Change(subject, Kind.REMOVED, name, from, "");
    }

    static Change changed(Subject subject, String name, String from, String to) {
        return new Change(subject, Kind.CHANGED, name, from, to);
    }

    /** The change in a line without its sign, in no particular language: {@code conv1.out_channels: 6 → 16}. */
    public String text() {
        if (kind == Kind.CHANGED) {
            return name + ": " + from + " → " + to;
        }
        String value = kind == Kind.ADDED ? to : from;
        return value.isEmpty() ? name : name + ": " + value;
    }

    @Override
    public String toString() {
        return kind.sign() + " " + text();
    }
}
