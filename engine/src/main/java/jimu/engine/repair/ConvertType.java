package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.layer.Source;
import jimu.engine.layer.core.Embedding;
import jimu.engine.shape.DType;

/** Makes numbers of indices by an Embedding, or lets the source of the wrong type have the right one. */
final class ConvertType implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("type");
    }

    @Override
    public List<Repair> propose(Case problem) {
        List<Repair> repairs = new ArrayList<>();
        boolean indices =
                problem.arriving().filter(type -> type.dtype() == DType.INT32).isPresent();
        Optional<Block> source = problem.wire(problem.port())
                .map(Link::from)
                .flatMap(from -> problem.document().graph().block(from.block()))
                .filter(block ->
                        Case.layer(block).filter(Source.class::isInstance).isPresent());
        String right = indices ? DType.FLOAT32.label() : DType.INT32.label();
        if (indices) {
            repairs.add(problem.insert(problem.port(), new Embedding()));
        }
        source.ifPresent(block -> repairs.add(problem.repair(
                "set.at", new Edit.SetParameter(block.id(), "dtype", right), "dtype", block.name(), right)));
        return repairs;
    }
}
