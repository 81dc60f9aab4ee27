package jimu.app.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The commands that have an action, in the order of {@link CommandId}. */
public final class Commands {
    private final ObservableList<Command> commands = FXCollections.observableArrayList();
    private final List<Runnable> looks = new ArrayList<>();
    private final ObservableList<Command> all = FXCollections.unmodifiableObservableList(commands);

    /** Adds commands, or puts them in place of earlier ones of the same id. */
    public void add(Command... more) {
        List<Command> added = List.of(more);
        List<Command> changed = new ArrayList<>(commands);
        changed.removeIf(old -> added.stream().anyMatch(command -> command.id() == old.id()));
        changed.addAll(added);
        changed.sort(Comparator.comparing(Command::id));
        commands.setAll(changed);
    }

    /** The commands, to be followed. */
    public ObservableList<Command> all() {
        return all;
    }

    /** Has {@code look} run before anybody is shown what can be done: it finds out what no property tells. */
    public void whenAsked(Runnable look) {
        looks.add(look);
    }

    /** Finds out what can be done now; to be called before commands are shown. */
    public void ask() {
        looks.forEach(Runnable::run);
    }

    /** The command of that id, if it has an action. */
    public Optional<Command> find(CommandId id) {
        return commands.stream().filter(command -> command.id() == id).findFirst();
    }

    /** Does a command that has an action, unless it cannot be done now. */
    public void run(CommandId id) {
        find(id).ifPresent(Command::run);
    }
}
