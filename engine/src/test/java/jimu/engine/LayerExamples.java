package jimu.engine;

import java.lang.reflect.Constructor;
import java.util.stream.Stream;
import jimu.engine.layer.Layer;

/** Implemented by the test of each layer: what the contract of layers is tried on. */
public interface LayerExamples {
    /** Examples that reach every branch of the layer, small enough for numeric gradients. */
    Stream<LayerExample> examples();

    /** The examples in the test of a layer, which is called like the layer with {@code Test} after it. */
    static Stream<LayerExample> of(Class<? extends Layer> layer) {
        try {
            Constructor<?> constructor = Class.forName(layer.getName() + "Test").getDeclaredConstructor();
            constructor.setAccessible(true);
            return ((LayerExamples) constructor.newInstance()).examples();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(layer.getSimpleName() + " needs a test with examples", e);
        }
    }
}
