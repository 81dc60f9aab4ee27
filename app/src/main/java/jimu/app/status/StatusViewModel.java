package jimu.app.status;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableDoubleValue;
import jimu.app.session.OpenProblems;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.infer.Totals;
import jimu.engine.layer.Problem.Severity;
import jimu.engine.runtime.KernelSet;

/** What the status bar says of the open document. */
public final class StatusViewModel {
    private final Session session;
    private final StringBinding totals;
    private final StringBinding problems;
    private final ObjectBinding<Optional<Severity>> worst;
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
                () -> count(open.findingsProperty().get()),
                open.findingsProperty(),
                session.inferenceProperty(),
                Texts.language());
        worst = Bindings.createObjectBinding(
                () -> open.findingsProperty().get().stream()
                        .map(finding -> finding.problem().severity())
                        .min(Comparator.naturalOrder()),
                open.findingsProperty());
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

    /** How many problems of each severity there are, in words. */
    StringBinding problems() {
        return problems;
    }

    /** What the worst of them prevents; empty where there are none. */
    ObjectBinding<Optional<Severity>> worst() {
        return worst;
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

    private String count(List<Finding> findings) {
        if (session.inference().graph().blocks().isEmpty()) {
            return "";
        }
        return findings.isEmpty()
                ? Texts.of("status.problems.none")
                : Stream.of(Severity.values())
                        .flatMap(severity -> count(findings, severity).stream())
                        .collect(Collectors.joining(" · "));
    }

    private static Optional<String> count(List<Finding> findings, Severity severity) {
        long count = findings.stream()
                .filter(finding -> finding.problem().severity() == severity)
                .count();
        String key = "status.problems." + severity.name().toLowerCase(Locale.ROOT);
        return count == 0 ? Optional.empty() : Optional.of(Texts.of(count == 1 ? key + ".one" : key, count));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
