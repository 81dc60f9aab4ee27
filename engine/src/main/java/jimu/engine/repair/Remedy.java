package jimu.engine.repair;

import java.util.List;
import java.util.Set;

/** A kind of repair. It only proposes: whether a proposal mends anything is tried out by {@link Repairs}. */
interface Remedy {
    /** The keys of the problems that it may mend. */
    Set<String> keys();

    /** What may mend the problem, best first. */
    List<Repair> propose(Case problem);

    /** The keys of problems that may take the place of the mended one at its block, since they are a step on the way. */
    default Set<String> tolerates() {
        return Set.of();
    }
}
