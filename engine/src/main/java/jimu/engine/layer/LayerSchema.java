package jimu.engine.layer;

/** What the catalogue knows of one kind of layer: besides its schema its place in the palette. */
public final class LayerSchema extends Schema<Layer> {
    LayerSchema(Layer defaults) {
        super(defaults);
    }

    /** The last part of the layer's package, such as {@code conv}: its place in the palette. */
    public String category() {
        String name = defaults().getClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
