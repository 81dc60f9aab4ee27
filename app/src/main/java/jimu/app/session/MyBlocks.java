package jimu.app.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.Observable;
import jimu.app.fx.Dialogs;
import jimu.app.library.BlockLibrary;
import jimu.app.library.StoredBlock;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Origin;

/** What a person does with blocks of her own: keeps groups of the document, changes what is kept, and lets groups follow it. */
public final class MyBlocks {
    private final Session session;
    private final BlockLibrary library;
    private final Dialogs dialogs;

    public MyBlocks(Session session, BlockLibrary library, Dialogs dialogs) {
        this.session = session;
        this.library = library;
        this.dialogs = dialogs;
    }

    /** What {@link #group} and {@link #outdated} follow from. */
    public Observable[] grounds() {
        return new Observable[] {
            session.documentProperty(), session.selectionProperty(), session.scopeProperty(), library.shelfProperty()
        };
    }

    /** The group selected, or else the one shown. */
    public Optional<Definition> group() {
        Document document = session.document();
        Optional<String> selected = session.selection()
                .single()
                .flatMap(document.graph()::block)
                .flatMap(block ->
                        block.content() instanceof Content.Use use ? Optional.of(use.definition()) : Optional.empty());
        return session.selection().isEmpty() || selected.isPresent()
                ? selected.or(() -> session.scope().definition(session.whole()))
                        .flatMap(name -> Optional.ofNullable(
                                session.whole().definitions().get(name)))
                : Optional.empty();
    }

    /** Asks for a name and a note, and keeps the group under them; it follows what is kept from then on. */
    public void save() {
        group().ifPresent(group -> {
            Optional<StoredBlock> before = group.origin()
                    .map(Origin::block)
                    .flatMap(name -> library.shelf().find(name));
            Dialogs.Named proposed = new Dialogs.Named(
                    before.map(StoredBlock::name).orElse(group.name()),
                    before.map(StoredBlock::note).orElse(""));
            dialogs.askNamed(Texts.of("library.save"), proposed, MyBlocks::wrong)
                    .filter(named -> (before.isPresent() && named.name().equals(proposed.name())) || mayReplace(named))
                    .ifPresent(named -> keep(group, named));
        });
    }

    private boolean mayReplace(Dialogs.Named named) {
        return library.shelf().find(named.name()).isEmpty()
                || dialogs.ask(
                        Texts.of("library.save"),
                        Texts.of("library.replace", named.name()),
                        Texts.of("library.replace.yes"));
    }

    private static Optional<String> wrong(String name) {
        return Block.isIdentifier(name)
                ? Optional.empty()
                : Optional.of(Texts.of(name.isEmpty() ? "inspector.name.empty" : "inspector.name.identifier"));
    }

    private void keep(Definition group, Dialogs.Named named) {
        StoredBlock stored = StoredBlock.of(session.wholePresent(), group, named.name(), named.note());
        library.save(stored, () -> {
            Document now = session.wholePresent();
            if (group.equals(now.definitions().get(group.name()))) {
                Definition following = group.withOrigin(Optional.of(stored.origin()));
                session.applyWhole(Deed.told("save_block", new Edit.Define(List.of(following)), group.name()));
            }
        });
    }

    /** Asks for another name and another note of a block that is kept. */
    public void rename(StoredBlock block) {
        Function<String, Optional<String>> wrong = name -> wrong(name)
                .or(() -> library.shelf()
                        .find(name)
                        .filter(other -> !other.name().equals(block.name()))
                        .map(other -> Texts.of("library.rename.taken", name)));
        dialogs.askNamed(Texts.of("library.rename"), new Dialogs.Named(block.name(), block.note()), wrong)
                .ifPresent(named -> library.rename(block, named.name(), named.note()));
    }

    /** Takes a block away, if a person really wants that. */
    public void delete(StoredBlock block) {
        String question = Texts.of("library.delete.text", block.name());
        if (dialogs.ask(Texts.of("library.delete"), question, Texts.of("library.delete.yes"))) {
            library.delete(block);
        }
    }

    /** The groups that follow a block which is another by now. */
    public List<Definition> outdated() {
        return session.whole().definitions().values().stream()
                .filter(group -> newer(group).isPresent())
                .toList();
    }

    /** What the block that a group follows is now, if that is not what the group took. */
    public Optional<StoredBlock> newer(Definition group) {
        return group.origin()
                .flatMap(origin -> library.shelf()
                        .find(origin.block())
                        .filter(stored -> !stored.version().equals(origin.version())));
    }

    /** Makes a group what the block that it follows is now. */
    public void update(Definition group) {
        Document whole = session.wholePresent();
        Optional.ofNullable(whole.definitions().get(group.name()))
                .flatMap(there -> newer(there).map(stored -> Taking.update(whole, there, stored)))
                .ifPresent(session::applyWhole);
    }
}
