package jimu.engine.graph;

import jimu.engine.layer.Layer;

/** What a block holds. */
public sealed interface Content {
    /** The kind in words: the layer's type or the definition's name. */
    String label();

    /** A layer. */
    record Of(Layer layer) implements Content {
        @Override
        public String label() {
            return layer.type();
        }
    }

    /**
     * The use of a named definition, {@code repeat} times one after another.
     *
     * @param definition the definition's name
     * @param repeat how often, at least 1; beyond 1 the outputs of one copy feed the inputs of the next by position
     */
    record Use(String definition, int repeat) implements Content {
        public Use {
            if (repeat < 1) {
                throw new IllegalArgumentException("A definition is used at least once, not " + repeat + " times");
            }
        }

        @Override
        public String label() {
            return repeat == 1 ? definition : definition + " ×" + repeat;
        }
    }
}
