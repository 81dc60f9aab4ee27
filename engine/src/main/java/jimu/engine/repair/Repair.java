package jimu.engine.repair;

import java.util.List;
import java.util.Optional;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.message.Messages;

/**
 * A way to mend a problem: an ordinary edit with a name.
 *
 * <p>Blocks that it adds lie at {@link jimu.engine.graph.Position#ORIGIN}: where they go is for those to say who show them.
 *
 * @param key names its words, the text {@code repair.KEY} of the messages
 * @param words the arguments of that text
 * @param block the name of the block that it is about; empty for the network as a whole
 * @param definition the name of the definition whose insides it changes; empty for the network itself
 * @param edit the change, of the document as seen from there
 */
public record Repair(String key, List<String> words, String block, Optional<String> definition, Edit edit) {
    public Repair {
        words = List.copyOf(words);
    }

    /** What it does, as an order without a full stop: {@code let in_features follow the input}. */
    public String text() {
        return Messages.text("repair." + key, words.toArray());
    }

    /** The document as seen from where it changes something. */
    public Document seen(Document whole) {
        return definition.map(whole::inside).orElse(whole);
    }

    /** The edit of the whole document that an edit of what is {@link #seen} amounts to. */
    public Edit whole(Edit seen) {
        return definition.<Edit>map(name -> new Edit.Within(name, seen)).orElse(seen);
    }
}
