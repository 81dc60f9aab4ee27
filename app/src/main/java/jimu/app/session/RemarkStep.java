package jimu.app.session;

import java.util.Locale;
import java.util.Optional;
import jimu.app.text.Texts;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Remark;

/** What a step did to notes and frames, in a few words. */
final class RemarkStep {
    private RemarkStep() {}

    /** The name of an edit that led from {@code before}; empty where there was none. */
    static String of(Edit.SetRemark edit, Optional<Remark> before) {
        return Texts.of("history.remark." + change(edit.remark(), before), kind(edit.remark()));
    }

    /** The name of a removal, of which {@code one} is the only remark, if there is only one. */
    static String removal(int count, Optional<Remark> one) {
        return one.map(remark -> Texts.of("history.remark.delete", kind(remark)))
                .orElseGet(() -> Texts.of("history.remark.delete.several", count));
    }

    private static String change(Remark now, Optional<Remark> before) {
        if (before.isEmpty()) {
            return "add";
        }
        Remark old = before.get();
        if (!old.text().equals(now.text())) {
            return "write";
        } else if (!old.color().equals(now.color())) {
            return "color";
        }
        return old.width() == now.width() && old.height() == now.height() ? "move" : "size";
    }

    private static String kind(Remark remark) {
        return Texts.of("history.remark." + remark.kind().name().toLowerCase(Locale.ROOT));
    }
}
