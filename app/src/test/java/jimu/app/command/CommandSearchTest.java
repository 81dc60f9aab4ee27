package jimu.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class CommandSearchTest {
    private final Commands commands = new Commands();
    private final CommandSearch search = new CommandSearch(commands);

    CommandSearchTest() {
        for (CommandId id : CommandId.values()) {
            commands.add(Command.of(id, () -> {}));
        }
    }

    @Test
    void withoutAQueryAllAreFoundButTheSearchItself() {
        assertEquals(CommandId.values().length - 1, search.find(" ").size());
    }

    @Test
    void theBeginningOfANameComesBeforeItsMiddle() {
        assertEquals(CommandId.ZOOM_IN, search.find("zoom").get(0).id());
        assertEquals(CommandId.SELECT_ALL, search.find("sel").get(0).id());
    }

    @Test
    void theyAreFoundInChineseWhileEnglishIsSpoken() {
        assertEquals(CommandId.UNDO, search.find("撤销").get(0).id());
        assertEquals(CommandId.THEME_DARK, search.find("深色").get(0).id());
    }

    @Test
    void initialsFindThem() {
        assertTrue(ids("fa").contains(CommandId.FIT));
    }

    @Test
    void whatTheyDoFindsThem() {
        assertTrue(ids("clipboard").contains(CommandId.CUT));
    }

    @Test
    void whatCannotBeDoneNowComesLast() {
        commands.add(Command.of(CommandId.ZOOM_IN, new SimpleBooleanProperty(false), () -> {}));
        List<CommandId> found = ids("zoom");
        assertEquals(CommandId.ZOOM_IN, found.get(found.size() - 1));
    }

    @Test
    void digitsAreToldAsOnTheKeys() {
        assertEquals("Ctrl+0", CommandId.FIT.keys());
    }

    private List<CommandId> ids(String query) {
        return search.find(query).stream().map(Command::id).toList();
    }
}
