package jimu.engine.repair;

import java.util.List;

/** The one list of all kinds of repair, those that mostly hit what was meant first. */
final class Remedies {
    static final List<Remedy> ALL = List.of(
            new InsertFlatten(),
            new RemoveFlatten(),
            new InsertUnflatten(),
            new FollowInput(),
            new FitWindow(),
            new Divide());

    private Remedies() {}
}
