package jimu.engine.runtime.onednn;

import jimu.engine.runtime.Layout;
import jimu.engine.shape.TensorType;

/** A layout that oneDNN chose, such as blocks of eight channels; equal if the library says so. */
final class PackedLayout implements Layout {
    private final Format format;

    PackedLayout(Format format) {
        this.format = format;
    }

    Format format() {
        return format;
    }

    @Override
    public long elements(TensorType type) {
        return format.elements();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedLayout packed && format.same(packed.format);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(format.elements());
    }
}
