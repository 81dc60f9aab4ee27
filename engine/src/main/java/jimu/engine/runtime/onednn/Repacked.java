package jimu.engine.runtime.onednn;

import java.util.Optional;
import jimu.engine.runtime.Bound;
import jimu.engine.tensor.Tensor;

/** A parameter in the format that a primitive wants: a copy, made again after a change, or the parameter itself. */
final class Repacked {
    private final Format format;
    private final Tensor tensor;
    private final Optional<Call> copy;
    private boolean stale = true;

    /** The copies that one parameter needs in one format; kernels that want the same share it. */
    private record Key(long address, PackedLayout plain, PackedLayout wanted) {}

    /** The parameter as {@code wanted}, copied once for all kernels of the binding's memory. */
    static Repacked of(Bound bound, Tensor parameter, Format plain, Format wanted) {
        Key key = new Key(parameter.address(), new PackedLayout(plain), new PackedLayout(wanted));
        return bound.binding().memory().once(key, Repacked.class, () -> new Repacked(bound, parameter, plain, wanted));
    }

    private Repacked(Bound bound, Tensor parameter, Format plain, Format wanted) {
        format = wanted;
        if (plain.same(wanted)) {
            tensor = parameter;
            copy = Optional.empty();
        } else {
            tensor = bound.workspace(wanted.elements());
            copy = Optional.of(Call.reorder(
                    plain, parameter, wanted, tensor, bound.binding().memory()));
        }
    }

    Format format() {
        return format;
    }

    Tensor tensor() {
        return tensor;
    }

    /** Makes the copy if the parameter has changed since. */
    void refresh() {
        if (stale && copy.isPresent()) {
            copy.get().run();
        }
        stale = false;
    }

    void changed() {
        stale = true;
    }
}
