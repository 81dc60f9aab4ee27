package jimu.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.Question;
import jimu.app.session.BlockNames;
import jimu.app.session.Scope;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterKind;

/**
 * The name and the parameters of one block as a form, for as long as the block keeps its type.
 */
final class BlockForm implements SelectionForm, DocumentTarget {
    /** The entry for the block's name; no parameter of a layer can be called so. */
    static final String NAME = "block_name";

    private final Session session;
    private final String id;
    private final String type;
    private final Ties ties;
    private final int opening;
    private final Scope scope;
    private final GroupEntries group;
    private final FormEntry name;
    private final List<FormEntry> parameters = new ArrayList<>();

    BlockForm(Session session, Block block) {
        this.session = session;
        this.id = block.id();
        this.type = type(block);
        this.ties = Ties.of(session, block);
        this.opening = session.openingsProperty().get();
        this.scope = session.scope();
        this.group = new GroupEntries(session, id);
        this.name = new FormEntry(
                new Question(
                        NAME,
                        Texts.of("inspector.name"),
                        ParameterKind.TEXT,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        List.of(),
                        Texts.of("inspector.name.tip")),
                block.name(),
                this);
        layer(session.document()).ifPresent(layer -> {
            for (Parameter parameter : LayerCatalog.of(layer).parameters()) {
                parameters.add(new FormEntry(
                        LayerParameters.question(LayerCatalog.of(layer), parameter), parameter.get(layer), this));
            }
        });
        parameters.addAll(ties.entries(session.document(), block, this));
        parameters.addAll(group.entries(session.document(), block, this));
    }

    @Override
    public boolean suits(Selection selection) {
        return selection
                .single()
                .flatMap(session.document().graph()::block)
                .filter(block -> isOf(block) && ties.equals(Ties.of(session, block)))
                .isPresent();
    }

    private boolean isOf(Block block) {
        return id.equals(block.id())
                && type.equals(type(block))
                && scope.equals(session.scope())
                && opening == session.openingsProperty().get();
    }

    @Override
    public Optional<FormEntry> name() {
        return Optional.of(name);
    }

    @Override
    public List<FormEntry> parameters() {
        return parameters;
    }

    @Override
    public void refresh() {
        Document document = session.document();
        document.graph().block(id).ifPresent(block -> {
            name.show(block.name(), "");
            parameters.stream()
                    .filter(entry -> GroupEntries.has(entry.question().name()))
                    .forEach(entry -> entry.show(
                            GroupEntries.value(document, block, entry.question().name()), ""));
            parameters.stream()
                    .filter(entry -> Ties.has(entry.question().name()))
                    .forEach(entry -> entry.show(
                            Ties.value(document, block, entry.question().name()), ""));
        });
        Map<String, Integer> automatic = LayerParameters.automatic(session.inference(), id);
        layer(document).ifPresent(layer -> {
            LayerSchema schema = LayerCatalog.of(layer);
            for (FormEntry entry : parameters) {
                String parameter = entry.question().name();
                Integer size = automatic.get(parameter);
                schema.parameter(parameter)
                        .ifPresent(known -> entry.show(known.get(layer), size == null ? "" : size.toString()));
            }
        });
    }

    @Override
    public Optional<String> wrong(String entry, Object plain) {
        if (Ties.has(entry)) {
            return Ties.wrong(entry, plain);
        } else if (GroupEntries.has(entry)) {
            return group.wrong(entry, plain);
        }
        return entry.equals(NAME)
                ? BlockNames.wrong(session.present(), id, plain.toString())
                : layer(session.present()).flatMap(layer -> LayerParameters.wrong(layer, entry, plain));
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public Edit edit(String entry, Object plain) {
        if (Ties.has(entry)) {
            return Ties.edit(session.present(), id, entry, plain);
        } else if (GroupEntries.has(entry)) {
            return group.edit(entry, plain);
        }
        return entry.equals(NAME)
                ? BlockNames.rename(session.present(), id, plain.toString())
                : new Edit.SetParameter(id, entry, plain);
    }

    @Override
    public boolean isThere() {
        return session.present().graph().block(id).filter(this::isOf).isPresent();
    }

    private Optional<Layer> layer(Document document) {
        return document.graph().block(id).flatMap(LayerParameters::layer);
    }

    private static String type(Block block) {
        return block.content() instanceof Content.Of of ? of.layer().type() : "";
    }
}
