package jimu.app.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.History;
import jimu.engine.graph.Link;

/** What a step of the history did, in a few words: {@code connect conv1 → relu1}. */
public final class StepName {
    private final Document before;
    private final Document after;

    private StepName(Document before, Document after) {
        this.before = before;
        this.after = after;
    }

    /** The name of an edit that led from one document to another. */
    public static String of(Edit edit, Document before, Document after) {
        return new StepName(before, after).name(edit);
    }

    /** The name of the step that undo would take back. */
    public static Optional<String> undoable(History history) {
        return history.undo()
                .flatMap(back -> history.undoable().map(edit -> of(edit, back.present(), history.present())));
    }

    /** The name of the step that redo would do again. */
    public static Optional<String> redoable(History history) {
        return history.redo().flatMap(on -> history.redoable().map(edit -> of(edit, history.present(), on.present())));
    }

    private String name(Edit edit) {
        if (edit instanceof Edit.Within within) {
            return within(within);
        } else if (edit instanceof Edit.AddBlock add) {
            return Texts.of("history.add", add.block().name());
        } else if (edit instanceof Edit.AddBlocks add) {
            return blocks("history.add", add.blocks().stream().map(Block::name).toList());
        } else if (edit instanceof Edit.Remove remove) {
            return removal(remove);
        } else if (edit instanceof Edit.Connect connect) {
            return Texts.of("history.connect", wire(after, connect.link()));
        } else if (edit instanceof Edit.Reconnect reconnect) {
            return Texts.of("history.reconnect", wire(after, reconnect.link()));
        } else if (edit instanceof Edit.Disconnect disconnect) {
            return Texts.of("history.disconnect", wire(before, disconnect.link()));
        } else if (edit instanceof Edit.SetParameter set) {
            return Texts.of("history.set", block(after, set.block()), set.parameter(), set.value());
        } else if (edit instanceof Edit.Replace replace) {
            return Texts.of(
                    "history.replace",
                    block(before, replace.block().id()),
                    replace.block().name());
        } else if (edit instanceof Edit.Rename rename) {
            return Texts.of("history.rename", block(before, rename.block()), rename.name());
        } else if (edit instanceof Edit.Move move) {
            return blocks(
                    "history.move",
                    move.positions().keySet().stream()
                            .filter(id -> !before.position(id).equals(after.position(id)))
                            .map(id -> block(after, id))
                            .toList());
        } else if (edit instanceof Edit.ShareWeights share) {
            return Texts.of("history.share", block(after, share.block()));
        } else if (edit instanceof Edit.SetLossWeight set) {
            return Texts.of("history.set", block(after, set.block()), "weight", set.weight());
        } else if (edit instanceof Edit.MakeGroup make) {
            return Texts.of("history.group", make.name());
        } else if (edit instanceof Edit.Ungroup ungroup) {
            return Texts.of("history.ungroup", block(before, ungroup.block()));
        } else if (edit instanceof Edit.SetUse use) {
            return Texts.of("history.set", block(after, use.block()), "×", use.repeat());
        } else if (edit instanceof Edit.Sequence sequence) {
            return sequence(sequence.edits());
        }
        return other(edit);
    }

    /** A step of several edits is called by what it adds, or else by the first of them. */
    private String sequence(List<Edit> edits) {
        return edits.stream()
                .filter(edit -> edit instanceof Edit.AddBlock || edit instanceof Edit.AddBlocks)
                .findFirst()
                .or(() -> edits.stream().findFirst())
                .map(this::name)
                .orElse(Texts.of("history.change"));
    }

    private String within(Edit.Within within) {
        String name = within.definition();
        return new StepName(before.inside(name), after.inside(name)).name(within.edit());
    }

    private static String other(Edit edit) {
        if (edit instanceof Edit.SetData) {
            return Texts.of("history.data");
        } else if (edit instanceof Edit.SetTraining) {
            return Texts.of("history.training");
        } else if (edit instanceof Edit.Define) {
            return Texts.of("history.define");
        } else if (edit instanceof Edit.SetRemark || edit instanceof Edit.RemoveRemarks) {
            return Texts.of("history.remark");
        }
        return Texts.of(edit instanceof Edit.SetNotes ? "history.notes" : "history.change");
    }

    private String removal(Edit.Remove remove) {
        if (remove.blocks().isEmpty()) {
            return remove.links().size() == 1
                    ? Texts.of(
                            "history.disconnect",
                            wire(before, remove.links().iterator().next()))
                    : Texts.of("history.disconnect.several", remove.links().size());
        }
        return blocks(
                "history.delete",
                remove.blocks().stream().map(id -> block(before, id)).toList());
    }

    private static String blocks(String key, Collection<String> names) {
        return names.size() == 1 ? Texts.of(key, names.iterator().next()) : Texts.of(key + ".several", names.size());
    }

    private static String wire(Document document, Link link) {
        return block(document, link.from().block()) + " → "
                + block(document, link.to().block());
    }

    private static String block(Document document, String id) {
        return document.graph().block(id).map(Block::name).orElse(id);
    }
}
