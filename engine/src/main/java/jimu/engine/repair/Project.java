package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Padding;
import jimu.engine.layer.Size;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Linear;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Brings one input of a sum to the shape of another by a convolution of 1 × 1, as shortcuts do (He et al., 2015), or a Linear.
 */
final class Project implements Remedy {
    private static final int LARGEST_STEP = 8;

    @Override
    public Set<String> keys() {
        return Set.of("merge.shapes");
    }

    @Override
    public List<Repair> propose(Case problem) {
        Optional<TensorShape> first = problem.arriving("input1").map(TensorType::shape);
        Optional<TensorShape> own = problem.arriving().map(TensorType::shape);
        List<Repair> repairs = new ArrayList<>();
        if (first.isPresent() && own.isPresent()) {
            layer(own.get(), first.get()).ifPresent(layer -> repairs.add(problem.insert(problem.port(), layer)));
            layer(first.get(), own.get()).ifPresent(layer -> repairs.add(problem.insert("input1", layer)));
        }
        return repairs;
    }

    private static Optional<Layer> layer(TensorShape from, TensorShape to) {
        if (from.rank() != to.rank()
                || from.rank() < 2
                || from.slice(1, from.rank()).batched()) {
            return Optional.empty();
        } else if (from.rank() == 4) {
            return step(from, to)
                    .map(stride -> new Conv2d(
                            Size.AUTO,
                            Math.toIntExact(to.dim(1).factor()),
                            IntPair.of(1),
                            IntPair.of(Math.toIntExact(stride)),
                            Padding.NONE,
                            IntPair.of(1),
                            1,
                            true));
        }
        int last = from.rank() - 1;
        return from.slice(0, last).equals(to.slice(0, last))
                ? Optional.of(new Linear(Size.AUTO, Math.toIntExact(to.dim(last).factor()), true))
                : Optional.empty();
    }

    /** The step of a window of one element that makes height and width those of {@code to}. */
    private static Optional<Long> step(TensorShape from, TensorShape to) {
        return LongStream.rangeClosed(1, LARGEST_STEP)
                .filter(step -> (from.dim(2).factor() - 1) / step + 1
                                == to.dim(2).factor()
                        && (from.dim(3).factor() - 1) / step + 1 == to.dim(3).factor())
                .boxed()
                .findFirst();
    }
}
