package jimu.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCombination;
import jimu.app.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandsTest {
    private final Commands commands = new Commands();
    private final List<String> done = new ArrayList<>();

    @Test
    void theyStandInTheOrderOfTheMenus() {
        commands.add(Command.of(CommandId.UNDO, () -> {}), Command.of(CommandId.NEW, () -> {}));
        commands.add(Command.of(CommandId.SAVE, () -> {}));
        assertEquals(
                List.of(CommandId.NEW, CommandId.SAVE, CommandId.UNDO),
                commands.all().stream().map(Command::id).toList());
    }

    @Test
    void aLaterOneTakesThePlaceOfAnEarlier() {
        commands.add(Command.of(CommandId.TRAIN, () -> done.add("earlier")));
        commands.add(Command.of(CommandId.TRAIN, () -> done.add("later")));
        commands.run(CommandId.TRAIN);
        assertEquals(List.of("later"), done);
    }

    @Test
    void whatCannotBeDoneNowIsNotDone() {
        SimpleBooleanProperty enabled = new SimpleBooleanProperty(false);
        commands.add(Command.of(CommandId.UNDO, enabled, () -> done.add("undo")));
        commands.run(CommandId.UNDO);
        assertEquals(List.of(), done);
        enabled.set(true);
        commands.run(CommandId.UNDO);
        assertEquals(List.of("undo"), done);
    }

    @ParameterizedTest
    @EnumSource(CommandId.class)
    void eachHasItsTexts(CommandId id) {
        assertTrue(!Texts.of(id.key()).isBlank());
        assertTrue(!Texts.of(id.key() + ".tip").isBlank());
        assertTrue(!id.inBar() || !id.icon().isEmpty());
    }

    @Test
    void noTwoHaveTheSameShortcut() {
        Set<KeyCombination> seen = new HashSet<>();
        for (CommandId id : CommandId.values()) {
            id.shortcut().ifPresent(keys -> assertTrue(seen.add(keys), id::toString));
        }
    }

    @Test
    void everyShortcutIsAKeyThatThereIs() {
        for (CommandId id : CommandId.values()) {
            String keys = id.keys();
            assertFalse(
                    id.shortcut()
                                    .filter(KeyCharacterCombination.class::isInstance)
                                    .isPresent()
                            && keys.contains("_"),
                    keys);
        }
    }
}
