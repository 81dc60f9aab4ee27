package jimu.app.inspector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jimu.app.fx.form.Question;
import jimu.engine.graph.Document;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Parameter;

/** The parameters that several blocks have in common: those of one name and kind. */
final class CommonParameters {
    private static final int TYPES_EXPLAINED = 3;

    private CommonParameters() {}

    /** What is asked for them, in the order of the first block's; nothing if a group is among the blocks. */
    static List<Question> of(Document document, Collection<String> blocks) {
        Map<String, LayerSchema> types = new LinkedHashMap<>();
        for (String id : blocks) {
            Optional<Layer> layer = document.graph().block(id).flatMap(LayerParameters::layer);
            if (layer.isEmpty()) {
                return List.of();
            }
            types.computeIfAbsent(layer.get().type(), type -> LayerCatalog.of(layer.get()));
        }
        return types.values().stream()
                .findFirst()
                .map(first -> common(first, List.copyOf(types.values())))
                .orElse(List.of());
    }

    private static List<Question> common(LayerSchema first, List<LayerSchema> types) {
        List<Question> questions = new ArrayList<>();
        for (Parameter parameter : first.parameters()) {
            List<Question> ofTypes = types.stream()
                    .flatMap(type -> type.parameter(parameter.name()).stream()
                            .map(other -> LayerParameters.question(type, other)))
                    .filter(other -> isAlike(other, LayerParameters.question(first, parameter)))
                    .toList();
            if (ofTypes.size() == types.size()) {
                questions.add(one(ofTypes, types));
            }
        }
        return questions;
    }

    private static boolean isAlike(Question one, Question other) {
        return one.kind() == other.kind() && one.choices().equals(other.choices());
    }

    /** One question for several types: what each of them allows. */
    private static Question one(List<Question> ofTypes, List<LayerSchema> types) {
        Question first = ofTypes.get(0);
        return new Question(
                first.name(),
                first.label(),
                first.kind(),
                ofTypes.stream().mapToDouble(Question::min).max().orElse(first.min()),
                ofTypes.stream().mapToDouble(Question::max).min().orElse(first.max()),
                first.choices(),
                explanation(ofTypes, types));
    }

    private static String explanation(List<Question> ofTypes, List<LayerSchema> types) {
        Map<String, String> byWords = new LinkedHashMap<>();
        for (int i = 0; i < types.size(); i++) {
            byWords.merge(ofTypes.get(i).explanation(), types.get(i).type(), (one, other) -> one + ", " + other);
        }
        if (byWords.size() == 1) {
            return byWords.keySet().iterator().next();
        }
        return byWords.entrySet().stream()
                .limit(TYPES_EXPLAINED)
                .map(entry -> entry.getValue() + ": " + entry.getKey())
                .collect(Collectors.joining("\n"));
    }
}
