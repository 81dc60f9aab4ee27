package jimu.engine.sweep;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.ParameterKind;

/** Something of a document that a sweep can set: a parameter of a block, or one of the training. */
public final class Knob {
    private static final Set<ParameterKind> WHOLE = Set.of(
            ParameterKind.INTEGER,
            ParameterKind.SIZE,
            ParameterKind.PAIR,
            ParameterKind.AUTO_PAIR,
            ParameterKind.PADDING,
            ParameterKind.OUTPUT_SIZE,
            ParameterKind.MARGINS,
            ParameterKind.OPTION);
    private static final Set<ParameterKind> REAL = Set.of(ParameterKind.NUMBER, ParameterKind.SCALE);

    private final String name;
    private final String owner;
    private final ParameterKind kind;
    private final Object value;
    private final List<String> choices;
    private final boolean following;
    private final Setter setter;

    /** Makes the edit that gives a document a value. */
    interface Setter {
        Edit edit(Document document, Object plain) throws ParameterException;
    }

    Knob(String name, String owner, ParameterKind kind, Object value, List<String> choices, Setter setter) {
        this(name, owner, kind, value, choices, false, setter);
    }

    Knob(
            String name,
            String owner,
            ParameterKind kind,
            Object value,
            List<String> choices,
            boolean following,
            Setter setter) {
        this.following = following;
        this.name = name;
        this.owner = owner;
        this.kind = kind;
        this.value = value;
        this.choices = List.copyOf(choices);
        this.setter = setter;
    }

    /** What it is called: {@code conv1.out_channels}, {@code stage1.conv.stride}, {@code optimizer.lr}, {@code batch_size}. */
    public String name() {
        return name;
    }

    /** The block it belongs to, with its groups before it; empty for one of the training. */
    public String owner() {
        return owner;
    }

    /** The kind of its values. */
    public ParameterKind kind() {
        return kind;
    }

    /** Its value in the document it was found in, in plain form. */
    public Object value() {
        return value;
    }

    /** The values to choose from; empty unless the kind is CHOICE. */
    public List<String> choices() {
        return choices;
    }

    /** Whether it is a size of what comes into its block, so that only one value fits and varying it makes no sense. */
    public boolean isFollowing() {
        return following;
    }

    /** What numbers it takes; empty if its values are no single numbers. */
    public Optional<Digits> digits() {
        return WHOLE.contains(kind)
                ? Optional.of(Digits.WHOLE)
                : REAL.contains(kind) ? Optional.of(Digits.REAL) : Optional.empty();
    }

    /** The edit that gives {@code document} the value {@code plain}. */
    public Edit edit(Document document, Object plain) throws ParameterException {
        return setter.edit(document, plain);
    }

    /**
     * The document with that value.
     *
     * @throws ParameterException if the value is not of the kind
     */
    public Document set(Document document, Object plain) throws ParameterException {
        try {
            return edit(document, plain).apply(document);
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof ParameterException wrong) {
                throw wrong;
            }
            throw e;
        }
    }

    /** A value as the knob would tell it: 1 of a real number is 1.0, and 4.0 of a whole one is 4. */
    Object plain(Object given) {
        if (given instanceof Number number && digits().isPresent()) {
            double exact = number.doubleValue();
            if (digits().get() == Digits.REAL) {
                return exact;
            }
            return exact == Math.rint(exact) ? (Object) Math.round(exact) : given;
        }
        return kind == ParameterKind.CHOICE || kind == ParameterKind.TEXT ? given.toString() : given;
    }

    @Override
    public String toString() {
        return name;
    }
}
