package jimu.app.command;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jimu.app.text.Language;
import jimu.app.text.Texts;

/** Finds commands by what they are called or do, in every language. */
public final class CommandSearch {
    private static final int WORD = 1;
    private static final int WITHIN = 2;
    private static final int TOLD = 3;
    private static final int INITIALS = 4;
    private static final int NEVER = 9;

    private final Commands commands;

    /** Searches these commands. */
    public CommandSearch(Commands commands) {
        this.commands = commands;
    }

    /** The commands that answer {@code query}, those that can be done now first, then the closest. */
    public List<Command> find(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        return commands.all().stream()
                .filter(command -> command.id() != CommandId.COMMANDS && rank(command, wanted) < NEVER)
                .sorted(Comparator.<Command, Boolean>comparing(
                                command -> !command.enabled().get())
                        .thenComparing(command -> rank(command, wanted)))
                .toList();
    }

    /** What a command is called where it stands alone: its menu, and its name. */
    static String title(Command command) {
        String menu = command.id()
                .sub()
                .<Enum<?>>map(sub -> sub)
                .orElse(command.id().section())
                .name();
        return Texts.of(
                "commands.row",
                Texts.of("menu." + menu.toLowerCase(Locale.ROOT)),
                command.text().get());
    }

    private static int rank(Command command, String wanted) {
        return Stream.concat(
                        Stream.of(rank(command.text().get(), wanted)),
                        Arrays.stream(Language.values()).map(language -> rank(command.id(), language, wanted)))
                .min(Comparator.naturalOrder())
                .orElse(NEVER);
    }

    private static int rank(CommandId id, Language language, String wanted) {
        int name = rank(Texts.in(language, id.key()), wanted);
        String menu = id.sub().<Enum<?>>map(sub -> sub).orElse(id.section()).name();
        String told = Texts.in(language, id.key() + ".tip") + " "
                + Texts.in(language, "menu." + menu.toLowerCase(Locale.ROOT));
        boolean tells = told.toLowerCase(Locale.ROOT).contains(wanted);
        return tells ? Math.min(name, TOLD) : name;
    }

    private static int rank(String name, String wanted) {
        String low = name.toLowerCase(Locale.ROOT);
        if (low.startsWith(wanted)) {
            return 0;
        } else if (low.contains(" " + wanted)) {
            return WORD;
        } else if (low.contains(wanted)) {
            return WITHIN;
        }
        String initials = Arrays.stream(low.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .reduce("", String::concat);
        return initials.startsWith(wanted) ? INITIALS : NEVER;
    }
}
