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

    Repacked(Bound bound, Tensor parameter, Format plain, Format wanted) {
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
