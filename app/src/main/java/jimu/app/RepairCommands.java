package jimu.app;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.session.OpenRepairs;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.repair.Repair;

/** The command that mends the first problem, and says how. */
final class RepairCommands {
    private RepairCommands() {}

    /** Adds it to the list; {@code reveal} brings the mended block into view. */
    static void addTo(Commands commands, Session session, OpenRepairs repairs, Consumer<String> reveal) {
        BooleanBinding some = Bindings.createBooleanBinding(
                () -> repairs.first().isPresent(), repairs.offersProperty(), session.selectionProperty());
        StringBinding name = Bindings.createStringBinding(
                () -> repairs.first()
                        .flatMap(repairs::best)
                        .map(offer -> told(offer.repair()))
                        .orElse(Texts.of(CommandId.REPAIR.key())),
                repairs.offersProperty(),
                session.selectionProperty(),
                Texts.language());
        commands.add(new Command(
                CommandId.REPAIR,
                name,
                some,
                () -> repairs.first().ifPresent(finding -> {
                    repairs.best(finding).ifPresent(repairs::apply);
                    if (!finding.blocks().isEmpty() && session.there(finding.blocks())) {
                        session.go(finding.blocks(), finding.path());
                        reveal.accept(finding.blocks().get(finding.blocks().size() - 1));
                    }
                })));
    }

    private static String told(Repair repair) {
        return repair.block().isEmpty()
                ? Texts.of("repair.command.network", repair.text())
                : Texts.of("repair.command", repair.block(), repair.text());
    }
}
