package jimu.app.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.History;
import jimu.engine.graph.Link;
import jimu.engine.graph.Remark;
import jimu.engine.message.Messages;

/** What a step of the history did, in a few words: {@code connect conv1 → relu1}. */
public final class StepName {
    /** The deed of a repair: its words are the block's name, the key of what is done, and the arguments of that. */
    static final String MEND = "mend";

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
        if (edit instanceof Edit.Titled titled) {
            return titled.deed().equals(MEND)
                    ? mend(titled.words())
                    : Texts.of("history." + titled.deed(), titled.words().toArray());
        } else if (edit instanceof Edit.Within within) {
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
            return use(use);
        } else if (edit instanceof Edit.RenameDefinition rename) {
            return Texts.of("history.rename", rename.name(), rename.to());
        } else if (edit instanceof Edit.Define define) {
            return blocks(
                    "history.define",
                    define.definitions().stream().map(Definition::name).toList());
        } else if (edit instanceof Edit.Redefine redefine) {
            return Texts.of("history.define", redefine.definition().name());
        } else if (edit instanceof Edit.SetRemark set) {
            return RemarkStep.of(set, Optional.ofNullable(before.remarks().get(set.id())));
        } else if (edit instanceof Edit.RemoveRemarks remove) {
            return remarks(remove);
        } else if (edit instanceof Edit.Sequence sequence) {
            return sequence(sequence.edits());
        }
        return other(edit);
    }

    private String use(Edit.SetUse use) {
        String block = block(after, use.block());
        boolean other = before.graph()
                .block(use.block())
                .filter(old -> old.content() instanceof Content.Use was
                        && !was.definition().equals(use.definition()))
                .isPresent();
        return other
                ? Texts.of("history.replace", block, use.definition())
                : Texts.of("history.set", block, "×", use.repeat());
    }

    private String remarks(Edit.RemoveRemarks remove) {
        Optional<Remark> one = remove.ids().stream()
                .filter(id -> remove.ids().size() == 1)
                .findFirst()
                .flatMap(id -> Optional.ofNullable(before.remarks().get(id)));
        return RemarkStep.removal(remove.ids().size(), one);
    }

    private static String mend(List<String> words) {
        String done = Messages.text(
                "repair." + words.get(1), words.subList(2, words.size()).toArray());
        return words.get(0).isEmpty()
                ? Texts.of("history.mend.network", done)
                : Texts.of("history.mend", words.get(0), done);
    }

    /** A step of several edits is called by what it adds, else by what it removes, or else by the first of them. */
    private String sequence(List<Edit> edits) {
        if (edits.size() > 1
                && edits.get(0) instanceof Edit.SetParameter one
                && edits.stream().allMatch(edit -> edit instanceof Edit.SetParameter set && isAlike(set, one))) {
            return Texts.of("history.set.several", edits.size(), one.parameter(), one.value());
        }
        return first(edits, edit -> edit instanceof Edit.AddBlock || edit instanceof Edit.AddBlocks)
                .or(() -> first(
                        edits,
                        edit -> edit instanceof Edit.Remove remove
                                && !remove.blocks().isEmpty()))
                .or(() -> first(edits, edit -> true))
                .map(this::name)
                .orElse(Texts.of("history.change"));
    }

    private static boolean isAlike(Edit.SetParameter one, Edit.SetParameter other) {
        return one.parameter().equals(other.parameter()) && one.value().equals(other.value());
    }

    private static Optional<Edit> first(List<Edit> edits, Predicate<Edit> wanted) {
        return edits.stream().filter(wanted).findFirst();
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
