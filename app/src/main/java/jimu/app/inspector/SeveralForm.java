package jimu.app.inspector;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.Question;
import jimu.app.session.Scope;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;

/**
 * The parameters that several blocks have in common as one form: an answer goes to all of them, as one step.
 */
final class SeveralForm implements SelectionForm, DocumentTarget {
    private final Session session;
    private final int opening;
    private final Scope scope;
    private final List<Question> questions;
    private final List<FormEntry> entries;
    private Set<String> blocks;

    SeveralForm(Session session, Set<String> blocks) {
        this.session = session;
        this.blocks = blocks;
        opening = session.openingsProperty().get();
        scope = session.scope();
        questions = CommonParameters.of(session.document(), blocks);
        entries = questions.stream()
                .map(question -> new FormEntry(
                        question, values(session.document(), question.name()).get(0), this))
                .toList();
    }

    /** Other blocks of which the same is asked keep the form, unless an answer is under way. */
    @Override
    public boolean suits(Selection selection) {
        boolean same = selection.blocks().equals(blocks) || entries.stream().noneMatch(FormEntry::isAnswering);
        boolean suits = same
                && isOfNow()
                && selection.single().isEmpty()
                && !selection.blocks().isEmpty()
                && CommonParameters.of(session.document(), selection.blocks()).equals(questions);
        if (suits) {
            blocks = selection.blocks();
        }
        return suits;
    }

    private boolean isOfNow() {
        return scope.equals(session.scope())
                && opening == session.openingsProperty().get();
    }

    @Override
    public Optional<FormEntry> name() {
        return Optional.empty();
    }

    @Override
    public List<FormEntry> parameters() {
        return entries;
    }

    @Override
    public void refresh() {
        if (entries.isEmpty()) {
            return;
        }
        Map<String, Map<String, Integer>> automatic = LayerParameters.automatic(session.inference());
        for (FormEntry entry : entries) {
            String parameter = entry.question().name();
            List<Object> values = values(session.document(), parameter);
            if (values.stream().distinct().count() == 1) {
                entry.show(values.get(0), size(automatic, parameter));
            } else {
                entry.showMixed(values.get(0));
            }
        }
    }

    /** The size that follows for all of the blocks, if it is one. */
    private String size(Map<String, Map<String, Integer>> automatic, String parameter) {
        List<Optional<Integer>> sizes = blocks.stream()
                .map(block -> Optional.ofNullable(
                        automatic.getOrDefault(block, Map.of()).get(parameter)))
                .distinct()
                .toList();
        return sizes.size() == 1 ? sizes.get(0).map(String::valueOf).orElse("") : "";
    }

    private List<Object> values(Document document, String parameter) {
        return blocks.stream().map(block -> value(document, block, parameter)).toList();
    }

    private static Object value(Document document, String block, String parameter) {
        Layer layer = layer(document, block);
        return requireNonNull(LayerCatalog.of(layer).values(layer).get(parameter));
    }

    private static Layer layer(Document document, String block) {
        return LayerParameters.layer(document.graph().require(block)).orElseThrow();
    }

    @Override
    public Optional<String> wrong(String entry, Object plain) {
        if (!isThere()) {
            return Optional.empty();
        }
        return blocks.stream()
                .map(block -> layer(session.present(), block))
                .distinct()
                .flatMap(layer -> LayerParameters.wrong(layer, entry, plain).stream())
                .findFirst();
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public Edit edit(String entry, Object plain) {
        return new Edit.Sequence(blocks.stream()
                .filter(block -> !value(session.present(), block, entry).equals(plain))
                .map(block -> new Edit.SetParameter(block, entry, plain))
                .collect(Collectors.toUnmodifiableList()));
    }

    @Override
    public boolean isThere() {
        return isOfNow() && CommonParameters.of(session.present(), blocks).equals(questions);
    }
}
