package jimu.app.session;

import java.util.Optional;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;

/** What blocks can be called. */
public final class BlockNames {
    private BlockNames() {}

    /** Why a block cannot be called so; empty if it can. */
    public static Optional<String> wrong(Document document, String id, String wanted) {
        if (!Block.isIdentifier(wanted)) {
            return Optional.of(Texts.of(wanted.isEmpty() ? "inspector.name.empty" : "inspector.name.identifier"));
        }
        return document.graph().blocks().stream()
                .filter(other -> !other.id().equals(id) && other.name().equals(wanted))
                .findFirst()
                .map(other -> Texts.of("inspector.name.taken", other.content().label(), wanted));
    }

    /** Gives a block another name; a group that is called as its block is, and is used by no other, goes along. */
    public static Edit rename(Document document, String id, String to) {
        Edit rename = new Edit.Rename(id, to);
        Block block = document.graph().require(id);
        boolean alone = block.content() instanceof Content.Use use
                && use.definition().equals(block.name())
                && document.definitions().containsKey(use.definition())
                && !document.definitions().containsKey(to)
                && Groups.uses(document, use.definition()) == 1;
        return alone
                ? new Edit.Sequence(java.util.List.of(rename, new Edit.RenameDefinition(block.name(), to)))
                : rename;
    }
}
