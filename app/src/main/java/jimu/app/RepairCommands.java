package jimu.app;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Offered;
import jimu.app.session.OpenProblems;
import jimu.app.session.OpenRepairs;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.infer.Finding;
import jimu.engine.repair.Repair;

/** The command that mends the first problem, and says how. */
final class RepairCommands {
    private RepairCommands() {}

    /** Adds it to the list; {@code reveal} brings the mended block into view. */
    static void addTo(
            Commands commands, Session session, OpenRepairs repairs, OpenProblems problems, Consumer<String> reveal) {
        Observable[] changing = {
            repairs.offersProperty(), problems.findingsProperty(), session.selectionProperty(), Texts.language()
        };
        BooleanBinding some = Bindings.createBooleanBinding(
                () -> repairs.first().isPresent() || repairs.missingData().isPresent(), changing);
        StringBinding name = Bindings.createStringBinding(() -> told(repairs), changing);
        commands.add(new Command(CommandId.REPAIR, name, some, () -> mend(session, repairs, reveal)));
    }

    /** Mends a block's problem if there is one; a network without such takes data, if that is all it lacks. */
    private static void mend(Session session, OpenRepairs repairs, Consumer<String> reveal) {
        Optional<Finding> first = repairs.first();
        if (first.isEmpty()) {
            repairs.missingData().ifPresent(data -> data.take().run());
        }
        first.ifPresent(finding -> {
            repairs.best(finding).ifPresent(repairs::apply);
            if (!finding.blocks().isEmpty() && session.there(finding.blocks())) {
                session.go(finding.blocks(), finding.path());
                reveal.accept(finding.blocks().get(finding.blocks().size() - 1));
            }
        });
    }

    private static String told(OpenRepairs repairs) {
        return repairs.first()
                .flatMap(repairs::best)
                .map(offer -> told(offer.repair()))
                .or(() -> repairs.missingData().map(Offered::text))
                .orElse(Texts.of(CommandId.REPAIR.key()));
    }

    private static String told(Repair repair) {
        return repair.block().isEmpty()
                ? Texts.of("repair.command.network", repair.text())
                : Texts.of("repair.command", repair.block(), repair.text());
    }
}
