package jimu.app.inspector;

import java.util.List;
import java.util.stream.Stream;
import jimu.app.fx.form.Question;
import jimu.app.text.Texts;
import jimu.engine.graph.Remark;

/** The colours that groups, notes and frames can have, as they are called in the language now spoken. */
final class ColorChoice {
    private ColorChoice() {}

    /** The question for a group's colour, which may be the usual one. */
    static Question ofGroup(String entry) {
        return question(entry, Stream.concat(Stream.of(""), Remark.COLORS.stream()), "inspector.group_color.tip");
    }

    /** The question for the colour of a note or frame. */
    static Question ofRemark(String entry) {
        return question(entry, Remark.COLORS.stream(), "inspector.remark_color.tip");
    }

    /** What a colour is called; the usual one has no name. */
    static String told(String name) {
        return Texts.of(name.isEmpty() ? "color.usual" : "color." + name);
    }

    /** The name of what is called so. */
    static String named(Object told) {
        return Remark.COLORS.stream()
                .filter(one -> told(one).equals(told))
                .findFirst()
                .orElse("");
    }

    private static Question question(String entry, Stream<String> names, String tip) {
        List<String> all = names.map(ColorChoice::told).toList();
        return Question.choice(entry, Texts.of("inspector.group_color"), all, Texts.of(tip));
    }
}
