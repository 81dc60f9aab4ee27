package jimu.engine.repair;

import java.util.List;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Graph;

/** Gives a block a free name that can stand in Python code, as like its own as can be. */
final class RenameBlock implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("name.taken", "name.identifier");
    }

    @Override
    public List<Repair> propose(Case problem) {
        Graph graph = problem.document().graph();
        return problem.block().stream()
                .map(block -> graph.freeName(identifier(block)))
                .map(name -> problem.repair("rename", new Edit.Rename(problem.id(), name), name))
                .toList();
    }

    private static String identifier(Block block) {
        String letters = block.name().strip().replaceAll("[^A-Za-z0-9_]+", "_");
        String word = letters.matches("_*") ? block.content().label().replaceAll("[^A-Za-z0-9_]+", "_") : letters;
        return Character.isDigit(word.charAt(0)) ? "_" + word : word;
    }
}
