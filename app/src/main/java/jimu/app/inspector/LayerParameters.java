package jimu.app.inspector;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jimu.app.fx.form.FormText;
import jimu.app.fx.form.Question;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Problem;
import jimu.engine.message.Messages;

/** What a form asks for a layer's parameters, and what it takes. */
final class LayerParameters {
    private LayerParameters() {}

    /** The layer in a block; none in a group. */
    static Optional<Layer> layer(Block block) {
        return block.content() instanceof Content.Of of ? Optional.of(of.layer()) : Optional.empty();
    }

    /** What is asked for a parameter of a type of layers. */
    static Question question(LayerSchema schema, Parameter parameter) {
        String key = "layer." + schema.type() + "." + parameter.name();
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

    /** Why a layer cannot have a parameter's value, in a sentence. */
    static Optional<String> wrong(Layer layer, String parameter, Object plain) {
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
    }

    /** The sizes that follow from a block's input at present, by parameter. */
    static Map<String, Integer> automatic(Inference inference, String block) {
        return inference.graph().blocks().values().stream()
                .filter(flat ->
                        flat.blocks().size() == 1 && flat.blocks().get(0).equals(block))
                .flatMap(flat -> inference.known(flat.path()).stream())
                .findFirst()
                .map(Known::automaticSizes)
                .orElse(Map.of());
    }

    /** The sizes that follow from the input at present, by block and parameter. */
    static Map<String, Map<String, Integer>> automatic(Inference inference) {
        Map<String, Map<String, Integer>> sizes = new HashMap<>();
        for (FlatBlock flat : inference.graph().blocks().values()) {
            if (flat.blocks().size() == 1) {
                inference
                        .known(flat.path())
                        .ifPresent(known -> sizes.put(flat.blocks().get(0), known.automaticSizes()));
            }
        }
        return sizes;
    }
}
