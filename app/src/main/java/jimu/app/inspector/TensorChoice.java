package jimu.app.inspector;

import jimu.app.text.Texts;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.shape.TensorType;

/** A tensor that can be looked at. */
sealed interface TensorChoice {
    /** What it is called within the selection. */
    String label();

    /** Its shape in words. */
    String shape();

    /** What a person chooses: name and shape. */
    default String text() {
        return Texts.of("tensors.choice", label(), shape());
    }

    /**
     * A parameter or buffer.
     *
     * @param label its name
     * @param name {@code path.name} of the layer whose weights these are
     * @param spec its shape and first values
     */
    record Held(String label, String name, ParameterSpec spec) implements TensorChoice {
        static Held of(String label, FlatBlock block, ParameterSpec spec) {
            return new Held(label, block.weightsPath() + "." + spec.name(), spec);
        }

        @Override
        public String shape() {
            return spec.shape().toString();
        }
    }

    /**
     * An output.
     *
     * @param label its name
     * @param endpoint the layer's output
     * @param type its type for a batch
     */
    record Output(String label, Endpoint endpoint, TensorType type) implements TensorChoice {
        @Override
        public String shape() {
            return type.toString();
        }
    }
}
