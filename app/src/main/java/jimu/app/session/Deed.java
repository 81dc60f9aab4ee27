package jimu.app.session;

import java.util.Collection;
import java.util.List;
import jimu.engine.graph.Edit;

/** Edits under the names by which the history tells them, where these say more than what the edits consist of. */
public final class Deed {
    private Deed() {}

    /** Something done to things of these names; of several only their number is told. The texts are {@code history.DEED}. */
    public static Edit of(String deed, Collection<String> names, Edit edit) {
        return names.size() == 1
                ? new Edit.Titled(deed, List.copyOf(names), edit)
                : new Edit.Titled(deed + ".several", List.of(String.valueOf(names.size())), edit);
    }

    /** Something done of which these words tell more. The text is {@code history.DEED}. */
    public static Edit told(String deed, Edit edit, String... words) {
        return new Edit.Titled(deed, List.of(words), edit);
    }
}
