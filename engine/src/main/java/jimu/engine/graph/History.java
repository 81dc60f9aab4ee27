package jimu.engine.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documents before and after the present one, immutable: undo is the previous value.
 *
 * @param past earlier documents, the latest last, each with the edit that led on from it
 * @param present the current document
 * @param future documents undone, the next to redo last, each with the edit that leads to it
 */
public record History(List<Step> past, Document present, List<Step> future) {
    private static final int LIMIT = 1000;

    /** A document and the edit between it and the present. */
    public record Step(Document document, Edit edit) {}

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /** The history of a document that was just opened. */
    public static History of(Document document) {
        return new History(List.of(), document, List.of());
    }

    /** The history after an edit; what was undone is forgotten. An edit that changes nothing leaves no step. */
    public History apply(Edit edit) {
        Document next = edit.apply(present);
        if (next.equals(present)) {
            return this;
        }
        List<Step> longer = append(past, new Step(present, edit));
        return new History(longer.size() > LIMIT ? longer.subList(1, longer.size()) : longer, next, List.of());
    }

    /** The history one step back, if there is one. */
    public Optional<History> undo() {
        return last(past)
                .map(step -> new History(
                        past.subList(0, past.size() - 1),
                        step.document(),
                        append(future, new Step(present, step.edit()))));
    }

    /** The history one step on again, if there is one. */
    public Optional<History> redo() {
        return last(future)
                .map(step -> new History(
                        append(past, new Step(present, step.edit())),
                        step.document(),
                        future.subList(0, future.size() - 1)));
    }

    /** The edit that undo would take back. */
    public Optional<Edit> undoable() {
        return last(past).map(Step::edit);
    }

    /** The edit that redo would apply again. */
    public Optional<Edit> redoable() {
        return last(future).map(Step::edit);
    }

    private static Optional<Step> last(List<Step> steps) {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    private static List<Step> append(List<Step> steps, Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }
}
