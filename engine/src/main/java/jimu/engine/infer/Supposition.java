package jimu.engine.infer;

import java.util.List;

/**
 * What would become of one layer.
 *
 * @param state its state
 * @param findings its problems
 */
public record Supposition(BlockState state, List<Finding> findings) {
    public Supposition {
        findings = List.copyOf(findings);
    }
}
