package jimu.app.summary;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.text.Numbers;
import jimu.app.text.ProfileText;
import jimu.app.text.Texts;
import jimu.engine.infer.Footprint;
import jimu.engine.infer.LayerSummary;
import jimu.engine.infer.NetworkSummary;
import jimu.engine.train.LayerProfile;
import jimu.engine.train.StepProfile;

/** What the summary shows of the open network, and how it follows and steers the selection. */
public final class SummaryViewModel {
    /** The keys of the columns' headings; each has an explanation under the key with {@code .tip} behind it. */
    static final List<String> COLUMNS = List.of(
            "summary.name",
            "summary.type",
            "summary.output",
            "summary.parameters",
            "summary.multiplyAdds",
            "summary.flops",
            "summary.memory");

    /** The keys of further columns while a training step is measured. */
    static final List<String> MEASURED = List.of("profile.time", "profile.share", "profile.memory");

    private final ReadOnlyObjectProperty<Optional<StepProfile>> profile;
    private final BooleanBinding measured;
    private final Session session;
    private final Consumer<String> reveal;
    private final ObjectBinding<List<SummaryRow>> rows;
    private final ObjectBinding<Set<String>> selected;
    private final StringBinding totals;

    /** Follows the session without a profile; {@code reveal} brings a block of the canvas into view. */
    public SummaryViewModel(Session session, Consumer<String> reveal) {
        this(session, new ReadOnlyObjectWrapper<>(Optional.empty()), reveal);
    }

    /** Follows the session and what was measured of a training step. */
    public SummaryViewModel(
            Session session, ReadOnlyObjectProperty<Optional<StepProfile>> profile, Consumer<String> reveal) {
        this.profile = profile;
        measured = Bindings.createBooleanBinding(() -> profile.get().isPresent(), profile);
        this.session = session;
        this.reveal = reveal;
        rows = Bindings.createObjectBinding(this::list, session.inferenceProperty(), profile, Texts.language());
        selected = Bindings.createObjectBinding(() -> session.selection().blocks(), session.selectionProperty());
        totals = Bindings.createStringBinding(this::sums, session.inferenceProperty(), profile, Texts.language());
    }

    /** The layers, in the order in which they are computed. */
    ObjectBinding<List<SummaryRow>> rows() {
        return rows;
    }

    /** Whether there is a profile, so that the further columns have something to show. */
    BooleanBinding measured() {
        return measured;
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
        return lines("\t", cell -> cell);
    }

    /** The whole table as comma-separated values (RFC 4180). */
    String csv() {
        return lines(",", SummaryViewModel::quoted);
    }

    private String lines(String separator, UnaryOperator<String> write) {
        Stream<List<String>> heading =
                Stream.of(Stream.concat(COLUMNS.stream(), measured.get() ? MEASURED.stream() : Stream.empty())
                        .map(Texts::of)
                        .toList());
        return Stream.concat(heading, rows.get().stream().map(SummaryRow::cells))
                .map(cells -> cells.stream().map(write).collect(Collectors.joining(separator)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private List<SummaryRow> list() {
        return NetworkSummary.of(session.inference(), OptionalLong.empty()).layers().stream()
                .map(this::row)
                .toList();
    }

    private SummaryRow row(LayerSummary layer) {
        Optional<LayerProfile> own =
                profile.get().flatMap(measured -> measured.at(layer.block().path()));
        double share =
                own.flatMap(one -> profile.get().map(all -> all.share(one))).orElse(0.0);
        return new SummaryRow(layer, own, share);
    }

    private String sums() {
        String plain = plainSums();
        return profile.get().map(all -> longest(all) + "\n" + plain).orElse(plain);
    }

    /** The layers that take longest, and what the whole step takes. */
    private static String longest(StepProfile profile) {
        return ProfileText.longest(profile) + "    "
                + Texts.of(
                        "profile.sum",
                        Numbers.milliseconds(profile.step()),
                        Numbers.milliseconds(profile.update()),
                        Numbers.bytes(profile.bytes()));
    }

    private String plainSums() {
        NetworkSummary summary = NetworkSummary.of(session.inference(), OptionalLong.empty());
        Footprint footprint = summary.footprint();
        String text = Texts.of(
                "summary.totals",
                Numbers.grouped(summary.parameters()),
                Numbers.grouped(summary.buffers()),
                Numbers.grouped(summary.multiplyAdds()),
                Numbers.grouped(summary.flops()),
                Numbers.bytes(footprint.inputs()),
                Numbers.bytes(footprint.forwardBackward()),
                Numbers.bytes(footprint.parameters()));
        return summary.partial() ? text + " " + Texts.of("summary.partial") : text;
    }
}
