package jimu.app.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.fx.Background;
import jimu.app.fx.Offered;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.repair.Offer;
import jimu.engine.repair.Repair;
import jimu.engine.repair.Repairs;
import jimu.engine.train.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The repairs of the open document's problems, found in the background; only the latest search counts. One of them can be looked
 * at before it is made. For the JavaFX thread only.
 */
public final class OpenRepairs {
    private static final Logger LOG = LoggerFactory.getLogger(OpenRepairs.class);
    private static final int MOST_PROBLEMS = 40;
    private static final String NO_DATA = "data.missing";

    private final Session session;
    private final OpenData data;
    private final Background background;
    private final AtomicInteger latest = new AtomicInteger();
    private final ReadOnlyObjectWrapper<Map<Finding, List<Offer>>> offers =
            new ReadOnlyObjectWrapper<>(this, "offers", Map.of());
    private final ReadOnlyObjectWrapper<Optional<Offer>> previewed =
            new ReadOnlyObjectWrapper<>(this, "previewed", Optional.empty());
    private Supplier<List<Finding>> ofRun = List::of;
    private Question asked;
    private Document base = Document.EMPTY;

    /** What repairs depend on. */
    private record Question(Document document, Inference inference, Optional<LoadedData> data, List<Finding> ofRun) {
        @SuppressWarnings(
                "ReferenceEquality") // graphs are taken over as they are; comparing them in depth would cost more
        boolean same(Question other) {
            return document.graph() == other.document.graph()
                    && document.definitions() == other.document.definitions()
                    && document.training().equals(other.document.training())
                    && document.data().equals(other.document.data())
                    && inference.findings().equals(other.inference.findings())
                    && ofRun.equals(other.ofRun)
                    && data.equals(other.data);
        }
    }

    /** Follows the session's document and its data. */
    public OpenRepairs(Session session, OpenData data, Background background) {
        this.session = session;
        this.data = data;
        this.background = background;
        asked = new Question(Document.EMPTY, session.wholeInference(), Optional.empty(), List.of());
        session.historyProperty().addListener((value, old, now) -> refresh());
        session.wholeInferenceProperty().addListener((value, old, now) -> refresh());
        data.stateProperty().addListener((value, old, now) -> refresh());
        refresh();
    }

    /** Looks for cures of what went wrong in the run too. */
    public void add(ReadOnlyObjectProperty<List<Finding>> found) {
        ofRun = found::get;
        found.addListener((value, old, now) -> refresh());
        refresh();
    }

    /** The repairs of each problem that has some, as far as they are found. */
    public ReadOnlyObjectProperty<Map<Finding, List<Offer>>> offersProperty() {
        return offers.getReadOnlyProperty();
    }

    /** The repair that is looked at: while there is one, the session shows the document as it would be. */
    public ReadOnlyObjectProperty<Optional<Offer>> previewedProperty() {
        return previewed.getReadOnlyProperty();
    }

    /** The repairs of a problem in words, best first; {@code then} follows when one is made. */
    public List<Offered> offered(Finding finding, Runnable then) {
        if (finding.problem().key().equals(NO_DATA)) {
            return dataToTake(then);
        }
        return offers.get().getOrDefault(finding, List.of()).stream()
                .map(offer -> new Offered(
                        Texts.of("repair.offer", offer.repair().text()),
                        outcome(offer),
                        () -> preview(offer),
                        () -> endPreview(offer),
                        () -> {
                            if (apply(offer)) {
                                then.run();
                            }
                        }))
                .toList();
    }

    /** The best data for a network that could be trained if it had some. */
    public Optional<Offered> missingData() {
        boolean missing = data.state() instanceof DataState.None
                && !session.wholeInference().losses().isEmpty();
        return missing ? dataToTake(() -> {}).stream().findFirst() : Optional.empty();
    }

    private List<Offered> dataToTake(Runnable then) {
        return Samples.installed()
                .map(samples -> OfferData.of(session, samples, then))
                .orElse(List.of());
    }

    /** The problems that have repairs and lie in a block of what is shown, or in what that holds. */
    public List<Finding> at(String block) {
        return offers.get().keySet().stream()
                .filter(finding -> session.scope()
                        .of(session.whole(), finding)
                        .filter(seen ->
                                !seen.blocks().isEmpty() && seen.blocks().get(0).equals(block))
                        .isPresent())
                .toList();
    }

    /** The problem that is best mended first: of the selected block, or else the first that can be mended. */
    public Optional<Finding> first() {
        return session.selection()
                .single()
                .flatMap(block -> at(block).stream().findFirst())
                .or(() -> offers.get().keySet().stream().findFirst());
    }

    /** The best repair of a problem, if there is one. */
    public Optional<Offer> best(Finding finding) {
        return offers.get().getOrDefault(finding, List.of()).stream().findFirst();
    }

    /** Shows what a repair would do. */
    public void preview(Offer offer) {
        if (current()) {
            previewed.set(Optional.of(offer));
            session.previewWhole(edit(offer.repair()));
        }
    }

    /** Shows the document as it is again, if that repair is still looked at. */
    public void endPreview(Offer offer) {
        if (previewed.get().equals(Optional.of(offer))) {
            session.endPreview();
            previewed.set(Optional.empty());
        }
    }

    /** Shows the document as it is again, whichever repair is looked at. */
    public void endPreview() {
        previewed.get().ifPresent(this::endPreview);
    }

    /** Makes a repair, as one step; says whether it could be made. */
    public boolean apply(Offer offer) {
        boolean current = current();
        if (current) {
            session.applyWhole(edit(offer.repair()));
        }
        previewed.set(Optional.empty());
        return current;
    }

    /** Repairs found for an earlier network are not made any more. */
    private boolean current() {
        Document present = session.wholePresent();
        return present.sameNetwork(base)
                && present.training().equals(base.training())
                && present.data().equals(base.data());
    }

    private Edit edit(Repair repair) {
        Document seen = repair.seen(session.wholePresent());
        List<String> words = new ArrayList<>(List.of(repair.block(), repair.key()));
        words.addAll(repair.words());
        return repair.whole(new Edit.Titled(StepName.MEND, words, Settling.of(seen, repair.edit())));
    }

    private static String outcome(Offer offer) {
        return offer.made().stream()
                .map(made -> Texts.of(
                        made.parameters() == 0 ? "repair.made.plain" : "repair.made",
                        made.path(),
                        made.type(),
                        Numbers.grouped(made.parameters())))
                .collect(Collectors.joining(Texts.of("repair.made.and")));
    }

    private void refresh() {
        Question question = new Question(session.wholePresent(), session.wholeInference(), data.loaded(), ofRun.get());
        if (previewing() || question.same(asked)) {
            return;
        }
        asked = question;
        previewed.set(Optional.empty());
        int mine = latest.incrementAndGet();
        background.run(
                () -> search(question, mine),
                found -> finish(mine, question, found),
                failure -> LOG.error("Looking for repairs broke off", failure));
    }

    @SuppressWarnings("ReferenceEquality") // without a preview the session shows the very document that it has
    private boolean previewing() {
        return session.whole() != session.wholePresent();
    }

    private Map<Finding, List<Offer>> search(Question question, int mine) {
        List<Finding> findings = new ArrayList<>(question.inference().findings());
        question.data().ifPresent(there -> findings.addAll(Readiness.check(question.inference(), there)));
        findings.addAll(question.ofRun());
        Repairs repairs = new Repairs(question.document(), question.inference(), question.data());
        Map<Finding, List<Offer>> found = new LinkedHashMap<>();
        for (Finding finding : findings.subList(0, Math.min(MOST_PROBLEMS, findings.size()))) {
            if (latest.get() != mine) {
                break;
            }
            List<Offer> some = repairs.of(finding);
            if (!some.isEmpty()) {
                found.put(finding, some);
            }
        }
        return found;
    }

    private void finish(int mine, Question question, Map<Finding, List<Offer>> found) {
        if (mine == latest.get()) {
            base = question.document();
            if (!found.equals(offers.get())) {
                offers.set(found);
            }
        }
    }
}
