package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.layer.Layer;
import jimu.engine.layer.core.Permute;
import jimu.engine.layer.core.Reshape;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** Brings the batch to the front of what arrives, or takes out the Permute that put it elsewhere. */
final class BatchToFront implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("reshape.batch", "linear.batched");
    }

    @Override
    public List<Repair> propose(Case problem) {
        List<Repair> repairs = new ArrayList<>();
        mover(problem)
                .ifPresent(block -> repairs.add(
                        problem.repair("remove", Rewiring.remove(problem.document(), block), block.name())));
        problem.arriving()
                .map(TensorType::shape)
                .flatMap(BatchToFront::layer)
                .ifPresent(layer -> repairs.add(problem.insert(problem.port(), layer)));
        return repairs;
    }

    /** The Permute that what arrives comes from. */
    private static Optional<Block> mover(Case problem) {
        return problem.wire(problem.port())
                .flatMap(wire -> problem.document().graph().block(wire.from().block()))
                .filter(block ->
                        Case.layer(block).filter(Permute.class::isInstance).isPresent());
    }

    /** One number a sample has no other axis to change places with: it gets one. */
    private static Optional<Layer> layer(TensorShape shape) {
        if (shape.rank() == 1) {
            return Optional.of(new Reshape(List.of(1)));
        }
        List<Integer> dims = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            dims.add(shape.dim(axis).batched() ? 0 : dims.size(), axis);
        }
        return shape.batched() ? Optional.of(new Permute(dims)) : Optional.empty();
    }
}
