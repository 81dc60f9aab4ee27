package jimu.app.status;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableDoubleValue;
import jimu.app.session.OpenProblems;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.infer.Inference;
import jimu.engine.infer.Totals;
import jimu.engine.runtime.KernelSet;

/** What the status bar says of the open document. */
public final class StatusViewModel {
    private final Session session;
    private final StringBinding totals;
    private final StringBinding problems;
    private final BooleanBinding faulty;
    private final StringBinding zoom;
    private final StringBinding backend;
    private final StringBinding backendExplanation;

    /** Follows the session's document and the canvas's zoom, 1 being 100 %; {@code sets} compute. */
    public StatusViewModel(Session session, OpenProblems open, ObservableDoubleValue scale, List<KernelSet> sets) {
        this.session = session;
        backend = Bindings.createStringBinding(() -> words(sets, "status.backend.", " + "), Texts.language());
        backendExplanation = Bindings.createStringBinding(
                () -> words(sets, "status.backend.tip.", "\n") + "\n"
                        + Texts.of(
                                "status.backend.threads", Runtime.getRuntime().availableProcessors()),
                Texts.language());
        totals = Bindings.createStringBinding(this::sums, session.inferenceProperty(), Texts.language());
        problems = Bindings.createStringBinding(
                () -> count(open.findingsProperty().get().size()),
                open.findingsProperty(),
                session.inferenceProperty(),
                Texts.language());
        faulty = Bindings.createBooleanBinding(
                () -> !open.findingsProperty().get().isEmpty(), open.findingsProperty());
        zoom = Bindings.createStringBinding(
                () -> Texts.of("status.zoom", Math.round(scale.get() * 100)), scale, Texts.language());
    }

    /** What computes, the preferred first. */
    StringBinding backend() {
        return backend;
    }

    /** The same in sentences. */
    StringBinding backendExplanation() {
        return backendExplanation;
    }

    private static String words(List<KernelSet> sets, String key, String separator) {
        return sets.stream()
                .map(set -> Texts.of(key + set.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(separator));
    }

    /** Parameters and multiply-adds in words. */
    StringBinding totals() {
        return totals;
    }

    /** How many problems there are, in words. */
    StringBinding problems() {
        return problems;
    }

    /** Whether there are any. */
    BooleanBinding faulty() {
        return faulty;
    }

    /** The zoom in words. */
    StringBinding zoom() {
        return zoom;
    }

    private String sums() {
        Inference inference = session.inference();
        if (inference.graph().blocks().isEmpty()) {
            return "";
        }
        Totals sums = inference.totals();
        return Texts.of(
                sums.partial() ? "status.totals.partial" : "status.totals",
                number(sums.parameters()),
                number(sums.multiplyAdds()));
    }

    private String count(int count) {
        if (session.inference().graph().blocks().isEmpty()) {
            return "";
        }
        return switch (count) {
            case 0 -> Texts.of("status.problems.none");
            case 1 -> Texts.of("status.problems.one");
            default -> Texts.of("status.problems", count);
        };
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
