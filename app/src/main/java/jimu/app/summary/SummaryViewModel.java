package jimu.app.summary;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.infer.Inference;
import jimu.engine.infer.Totals;

/** What the summary shows of the open network, and how it follows and steers the selection. */
public final class SummaryViewModel {
    private final Session session;
    private final Consumer<String> reveal;
    private final ObjectBinding<List<SummaryRow>> rows;
    private final ObjectBinding<Set<String>> selected;
    private final StringBinding totals;

    /** Follows the session; {@code reveal} brings a block of the canvas into view. */
    public SummaryViewModel(Session session, Consumer<String> reveal) {
        this.session = session;
        this.reveal = reveal;
        rows = Bindings.createObjectBinding(this::list, session.inferenceProperty());
        selected = Bindings.createObjectBinding(() -> session.selection().blocks(), session.selectionProperty());
        totals = Bindings.createStringBinding(this::sums, session.inferenceProperty());
    }

    /** The layers, in the order in which they are computed. */
    ObjectBinding<List<SummaryRow>> rows() {
        return rows;
    }

    /** The ids of the selected blocks. */
    ObjectBinding<Set<String>> selected() {
        return selected;
    }

    /** The sums in words. */
    StringBinding totals() {
        return totals;
    }

    /** Selects the blocks of these rows, and brings the last one into view. */
    void select(Collection<SummaryRow> chosen) {
        List<String> blocks = chosen.stream().map(SummaryRow::block).distinct().toList();
        if (!Set.copyOf(blocks).equals(session.selection().blocks())) {
            session.select(Selection.ofBlocks(blocks));
        }
        if (!blocks.isEmpty()) {
            reveal.accept(blocks.get(blocks.size() - 1));
        }
    }

    /** The whole table as text with tabs, for a spreadsheet. */
    String text() {
        String heading = String.join(
                "\t",
                Texts.of("summary.name"),
                Texts.of("summary.type"),
                Texts.of("summary.output"),
                Texts.of("summary.parameters"),
                Texts.of("summary.multiplyAdds"));
        return rows.get().stream().map(SummaryRow::line).collect(Collectors.joining("\n", heading + "\n", "\n"));
    }

    private List<SummaryRow> list() {
        Inference inference = session.inference();
        return inference.order().stream()
                .map(path -> SummaryRow.of(inference.graph().require(path), inference))
                .toList();
    }

    private String sums() {
        Totals sums = session.inference().totals();
        String text = Texts.of(
                "summary.totals",
                grouped(sums.parameters()),
                grouped(sums.buffers()),
                grouped(sums.multiplyAdds()),
                grouped(sums.activations()));
        return sums.partial() ? text + " " + Texts.of("summary.partial") : text;
    }

    static String grouped(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }
}
