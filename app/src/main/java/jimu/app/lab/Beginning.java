package jimu.app.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jimu.engine.layer.Layer;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import jimu.engine.verify.Experiment;

/** Inputs with which a layer can be tried at first: the first of some usual ones that it takes. */
final class Beginning {
    private static final TensorType ROWS = TensorType.float32(4, 10);
    private static final TensorType CLASSES = new TensorType(DType.INT32, TensorShape.of(4));
    private static final List<TensorType> USUAL = List.of(
            TensorType.float32(2, 3, 8, 8),
            ROWS,
            TensorType.float32(5, 3, 10),
            TensorType.float32(2, 16, 12),
            TensorType.float32(2, 5, 64),
            TensorType.float32(2, 5, 512),
            new TensorType(DType.INT32, TensorShape.of(4, 6)),
            TensorType.float32(4, 4),
            TensorType.float32(2, 784));

    private Beginning() {}

    /** Types for the layer's required ports. */
    static List<TensorType> of(Layer layer) {
        int ports =
                (int) layer.inputs().stream().filter(port -> !port.optional()).count();
        List<List<TensorType>> candidates = new ArrayList<>();
        if (ports > 1) {
            List<TensorType> labelled = new ArrayList<>(Collections.nCopies(ports - 1, ROWS));
            labelled.add(CLASSES);
            candidates.add(labelled);
            List<TensorType> scored = new ArrayList<>(Collections.nCopies(ports - 1, ROWS));
            scored.add(TensorType.float32(4));
            candidates.add(scored);
        }
        USUAL.forEach(type -> candidates.add(Collections.nCopies(ports, type)));
        return candidates.stream()
                .filter(types -> Experiment.of(layer, types)
                        .filter(experiment -> experiment.known().isPresent())
                        .isPresent())
                .findFirst()
                .orElse(Collections.nCopies(ports, ROWS));
    }
}
