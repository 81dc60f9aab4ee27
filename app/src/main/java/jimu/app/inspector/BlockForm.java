package jimu.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormTarget;
import jimu.app.fx.form.FormText;
import jimu.app.fx.form.Question;
import jimu.app.session.BlockNames;
import jimu.app.session.Scope;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.ParameterKind;
import jimu.engine.layer.Problem;
import jimu.engine.message.Messages;

/**
 * The name and the parameters of one block as a form, for as long as the block keeps its type.
 *
 * <p>An answer that comes too late, since its block or document is gone, is dropped.
 */
final class BlockForm implements FormTarget {
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
                parameters.add(new FormEntry(question(layer, parameter), parameter.get(layer), this));
            }
        });
        parameters.addAll(ties.entries(session.document(), block, this));
        parameters.addAll(group.entries(session.document(), block, this));
    }

    /** Whether it is the form for what {@code block} is now. */
    boolean suits(Block block) {
        return isOf(block) && ties.equals(Ties.of(session, block));
    }

    private boolean isOf(Block block) {
        return id.equals(block.id())
                && type.equals(type(block))
                && scope.equals(session.scope())
                && opening == session.openingsProperty().get();
    }

    FormEntry name() {
        return name;
    }

    List<FormEntry> parameters() {
        return parameters;
    }

    /** Shows the values of the document as shown. */
    void refresh() {
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
        Map<String, Integer> automatic = session.inference().graph().blocks().values().stream()
                .filter(block -> block.blocks().equals(List.of(id)))
                .findFirst()
                .map(FlatBlock::path)
                .flatMap(session.inference()::known)
                .map(Known::automaticSizes)
                .orElse(Map.of());
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
                : wrongValue(entry, plain);
    }

    private Optional<String> wrongValue(String parameter, Object plain) {
        return layer(session.present()).flatMap(layer -> {
            LayerSchema schema = LayerCatalog.of(layer);
            try {
                Layer changed = schema.with(layer, Map.of(parameter, plain));
                Optional<Problem> outside = schema.outOfRange(changed).stream()
                        .filter(problem -> problem.arguments().contains(parameter))
                        .findFirst();
                return outside.map(problem -> String.valueOf(
                        ParameterException.outOfRange(schema.type(), problem).getMessage()));
            } catch (ParameterException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }

    @Override
    public void preview(String entry, Object plain) {
        if (isThere()) {
            session.preview(edit(entry, plain));
        }
    }

    @Override
    public void commit(String entry, Object plain) {
        if (isThere()) {
            session.apply(edit(entry, plain));
        }
    }

    @Override
    public void cancel() {
        if (isThere()) {
            session.endPreview();
        }
    }

    private Edit edit(String entry, Object plain) {
        if (Ties.has(entry)) {
            return Ties.edit(session.present(), id, entry, plain);
        } else if (GroupEntries.has(entry)) {
            return group.edit(entry, plain);
        }
        return entry.equals(NAME)
                ? BlockNames.rename(session.present(), id, plain.toString())
                : new Edit.SetParameter(id, entry, plain);
    }

    private boolean isThere() {
        return session.present().graph().block(id).filter(this::isOf).isPresent();
    }

    private Optional<Layer> layer(Document document) {
        return document.graph()
                .block(id)
                .map(Block::content)
                .filter(Content.Of.class::isInstance)
                .map(content -> ((Content.Of) content).layer());
    }

    private static String type(Block block) {
        return block.content() instanceof Content.Of of ? of.layer().type() : "";
    }

    private static Question question(Layer layer, Parameter parameter) {
        String key = "layer." + layer.type() + "." + parameter.name();
        String explanation = Messages.has(key) ? Messages.text(key) : "";
        String usual = FormText.write(parameter.defaultValue());
        if (!usual.isEmpty()) {
            explanation += " "
                    + (parameter.range().isEmpty()
                            ? Texts.of("inspector.default", usual)
                            : Texts.of("inspector.range", parameter.range(), usual));
        }
        return Question.of(parameter, explanation.strip());
    }
}
