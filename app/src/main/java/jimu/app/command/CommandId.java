package jimu.app.command;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCombination;

/** All commands, in the order of the menus; their texts are {@code command.NAME} and {@code command.NAME.tip}. */
public enum CommandId {
    NEW(Section.FILE, 0, Bar.SHOWN, "Shortcut+N", "mdomz-note_add"),
    OPEN(Section.FILE, 0, Bar.SHOWN, "Shortcut+O", "mdoal-folder_open"),
    CLOSE(Section.FILE, 0, Bar.HIDDEN, "Shortcut+W", ""),
    SAVE(Section.FILE, 1, Bar.SHOWN, "Shortcut+S", "mdomz-save"),
    SAVE_AS(Section.FILE, 1, Bar.HIDDEN, "Shortcut+Shift+S", ""),
    EXPORT_ONNX(Section.FILE, 2, Bar.HIDDEN, "", ""),
    EXPORT_PYTORCH(Section.FILE, 2, Bar.HIDDEN, "", ""),
    QUIT(Section.FILE, 3, Bar.HIDDEN, "Shortcut+Q", ""),
    UNDO(Section.EDIT, 0, Bar.SHOWN, "Shortcut+Z", "mdomz-undo"),
    REDO(Section.EDIT, 0, Bar.SHOWN, "Shortcut+Shift+Z", "mdomz-redo"),
    HISTORY(Section.EDIT, 0, Bar.HIDDEN, "Shortcut+H", "mdoal-history"),
    CUT(Section.EDIT, 1, Bar.HIDDEN, "Shortcut+X", "mdoal-content_cut"),
    COPY(Section.EDIT, 1, Bar.HIDDEN, "Shortcut+C", "mdoal-content_copy"),
    PASTE(Section.EDIT, 1, Bar.HIDDEN, "Shortcut+V", "mdoal-content_paste"),
    DUPLICATE(Section.EDIT, 1, Bar.HIDDEN, "Shortcut+D", ""),
    DELETE(Section.EDIT, 1, Bar.HIDDEN, "Delete", "mdoal-delete"),
    DELETE_WIRES(Section.EDIT, 1, Bar.HIDDEN, "Shift+Delete", ""),
    SELECT_ALL(Section.EDIT, 2, Bar.HIDDEN, "Shortcut+A", "mdomz-select_all"),
    SELECT_PATH(Section.EDIT, 2, Bar.HIDDEN, "Shortcut+Shift+A", ""),
    INSERT(Section.BLOCKS, 0, Bar.HIDDEN, "Shortcut+I", "mdoal-add_box"),
    REPLACE(Section.BLOCKS, 0, Bar.HIDDEN, "Shortcut+R", ""),
    CONNECT(Section.BLOCKS, 0, Bar.HIDDEN, "Shortcut+K", ""),
    RENAME(Section.BLOCKS, 0, Bar.HIDDEN, "F2", "mdoal-edit"),
    REPAIR(Section.BLOCKS, 0, Bar.HIDDEN, "Shortcut+PERIOD", "mdoal-build"),
    GROUP(Section.BLOCKS, 1, Bar.HIDDEN, "Shortcut+G", "mdoal-folder"),
    UNGROUP(Section.BLOCKS, 1, Bar.HIDDEN, "Shortcut+Shift+G", ""),
    STEP_IN(Section.BLOCKS, 1, Bar.HIDDEN, "Shortcut+Page Down", ""),
    OPEN_HERE(Section.BLOCKS, 1, Bar.HIDDEN, "Shortcut+Shift+Page Down", ""),
    STEP_OUT(Section.BLOCKS, 1, Bar.HIDDEN, "Shortcut+Page Up", ""),
    OWN_GROUP(Section.BLOCKS, 1, Bar.HIDDEN, "", ""),
    SAVE_BLOCK(Section.BLOCKS, 1, Bar.HIDDEN, "Shortcut+Shift+B", "mdoal-bookmark_border"),
    UPDATE_BLOCK(Section.BLOCKS, 1, Bar.HIDDEN, "", ""),
    ALIGN_LEFT(Sub.ALIGN),
    ALIGN_CENTRE(Sub.ALIGN),
    ALIGN_RIGHT(Sub.ALIGN),
    ALIGN_TOP(Sub.ALIGN),
    ALIGN_MIDDLE(Sub.ALIGN),
    ALIGN_BOTTOM(Sub.ALIGN),
    DISTRIBUTE_ACROSS(Sub.ALIGN),
    DISTRIBUTE_DOWN(Sub.ALIGN),
    NOTE(Section.BLOCKS, 2, Bar.HIDDEN, "Shortcut+Shift+N", ""),
    FRAME(Section.BLOCKS, 2, Bar.HIDDEN, "Shortcut+Shift+F", ""),
    ZOOM_IN(Section.VIEW, 0, Bar.HIDDEN, "Shortcut+EQUALS", "mdomz-zoom_in"),
    ZOOM_OUT(Section.VIEW, 0, Bar.HIDDEN, "Shortcut+MINUS", "mdomz-zoom_out"),
    ZOOM_NONE(Section.VIEW, 0, Bar.HIDDEN, "Shortcut+'1'", ""),
    FIT(Section.VIEW, 0, Bar.SHOWN, "Shortcut+'0'", "mdomz-zoom_out_map"),
    FIT_SELECTION(Section.VIEW, 0, Bar.HIDDEN, "Shortcut+'2'", "mdoal-center_focus_strong"),
    GRID(Section.VIEW, 1, Bar.HIDDEN, "", "mdoal-grid_on"),
    WIRE_WEIGHTS(Section.VIEW, 1, Bar.HIDDEN, "Shortcut+Shift+W", "mdoal-line_weight"),
    BOUNDARY(Section.VIEW, 1, Bar.HIDDEN, "", "mdomz-scatter_plot"),
    LAYOUT(Section.VIEW, 1, Bar.SHOWN, "Shortcut+L", "mdoal-account_tree"),
    LAYOUT_DOWN(Section.VIEW, 1, Bar.HIDDEN, "Shortcut+Alt+L", ""),
    HEAT(Section.VIEW, 1, Bar.HIDDEN, "Shortcut+Alt+H", "mdomz-whatshot"),
    GO_PALETTE(Section.VIEW, 2, Bar.HIDDEN, "Shortcut+P", ""),
    GO_CANVAS(Section.VIEW, 2, Bar.HIDDEN, "Shortcut+J", ""),
    GO_INSPECTOR(Section.VIEW, 2, Bar.HIDDEN, "Shortcut+E", ""),
    THEME_LIGHT(Sub.THEME),
    THEME_DARK(Sub.THEME),
    THEME_CONTRAST(Sub.THEME),
    TEXT_85(Sub.TEXT_SIZE),
    TEXT_100(Sub.TEXT_SIZE),
    TEXT_115(Sub.TEXT_SIZE),
    TEXT_130(Sub.TEXT_SIZE),
    TEXT_150(Sub.TEXT_SIZE),
    LANGUAGE_ENGLISH(Sub.LANGUAGE),
    LANGUAGE_CHINESE(Sub.LANGUAGE),
    TRAIN(Section.RUN, 0, Bar.LABELLED, "F5", "mdomz-play_arrow"),
    PAUSE(Section.RUN, 0, Bar.LABELLED, "F6", "mdomz-pause"),
    STEP(Section.RUN, 0, Bar.LABELLED, "F10", "mdomz-skip_next"),
    STEP_EPOCH(Section.RUN, 0, Bar.LABELLED, "Shift+F10", "mdoal-last_page"),
    STOP(Section.RUN, 0, Bar.LABELLED, "Shift+F5", "mdomz-stop"),
    PROFILE(Section.RUN, 1, Bar.HIDDEN, "Shortcut+F5", "mdomz-timer"),
    CONTINUE(Section.RUN, 0, Bar.HIDDEN, "Shift+F6", "mdoal-fast_forward"),
    SWEEP(Section.RUN, 1, Bar.HIDDEN, "Shortcut+Shift+E", "mdomz-tune"),
    TWINS(Section.RUN, 1, Bar.HIDDEN, "Shortcut+Shift+T", "mdoal-call_split"),
    LAB(Section.TOOLS, 0, Bar.SHOWN, "Shortcut+Shift+L", "mdomz-science"),
    COMMANDS(Section.TOOLS, 1, Bar.HIDDEN, "Shortcut+Shift+P", "mdomz-search"),
    SHORTCUTS(Section.HELP, 0, Bar.HIDDEN, "F1", "mdoal-keyboard"),
    ABOUT(Section.HELP, 0, Bar.HIDDEN, "", "mdoal-info");

    /** The menus, in order; their texts are {@code menu.NAME}. */
    public enum Section {
        FILE,
        EDIT,
        BLOCKS,
        VIEW,
        RUN,
        TOOLS,
        HELP
    }

    /** Menus within a menu; their texts are {@code menu.NAME}. */
    public enum Sub {
        ALIGN(Section.BLOCKS, 2),
        THEME(Section.VIEW, 3),
        TEXT_SIZE(Section.VIEW, 3),
        LANGUAGE(Section.VIEW, 3);

        private final Section section;
        private final int group;

        Sub(Section section, int group) {
            this.section = section;
            this.group = group;
        }
    }

    private enum Bar {
        SHOWN,
        LABELLED,
        HIDDEN
    }

    private final Section section;
    private final int group;
    private final Bar bar;
    private final String shortcut;
    private final String icon;
    private final Optional<Sub> sub;

    CommandId(Section section, int group, Bar bar, String shortcut, String icon) {
        this.section = section;
        this.group = group;
        this.bar = bar;
        this.shortcut = shortcut;
        this.icon = icon;
        this.sub = Optional.empty();
    }

    CommandId(Sub sub) {
        this.section = sub.section;
        this.group = sub.group;
        this.bar = Bar.HIDDEN;
        this.shortcut = "";
        this.icon = "";
        this.sub = Optional.of(sub);
    }

    /** The key of its texts. */
    public String key() {
        return "command." + name().toLowerCase(Locale.ROOT);
    }

    /** The menu it stands in. */
    public Section section() {
        return section;
    }

    /** The group within the menu; groups are set apart by lines. */
    public int group() {
        return group;
    }

    /** The menu within the menu that it stands in. */
    public Optional<Sub> sub() {
        return sub;
    }

    /** Whether the toolbar has it. */
    public boolean inBar() {
        return bar != Bar.HIDDEN;
    }

    /** Whether its name stands beside its icon in the toolbar. */
    public boolean labelled() {
        return bar == Bar.LABELLED;
    }

    /** The keys that start it. */
    public Optional<KeyCombination> shortcut() {
        return shortcut.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(shortcut));
    }

    /** Those keys as they are told; empty for none. */
    public String keys() {
        return shortcut().map(KeyCombination::getDisplayText).orElse("");
    }

    /** The ikonli literal of its icon; empty for none. */
    public String icon() {
        return icon;
    }
}
