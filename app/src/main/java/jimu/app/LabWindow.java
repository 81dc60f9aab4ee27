package jimu.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.stage.Stage;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Appearance;
import jimu.app.fx.Background;
import jimu.app.lab.LabView;
import jimu.app.lab.LabViewModel;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Source;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.TensorType;

/** The Layer Lab in a window of its own beside the main one. */
final class LabWindow {
    private static final int SAMPLES = 4;

    private final Stage main;
    private final Session session;
    private final Background background;
    private final Appearance appearance;
    private Optional<Stage> window = Optional.empty();
    private Optional<LabViewModel> model = Optional.empty();

    LabWindow(Stage main, Session session, Background background, Appearance appearance) {
        this.appearance = appearance;
        this.main = main;
        this.session = session;
        this.background = background;
        Texts.follow(this, LabWindow::retell);
    }

    /** Puts a lab that speaks the new language in place of the old one, with the same layer in it. */
    private void retell() {
        model.ifPresent(old -> {
            LabViewModel lab = new LabViewModel(background, Backends.all());
            lab.show(old.layer(), old.types());
            model = Optional.of(lab);
            window.ifPresent(stage -> stage.getScene().setRoot(new LabView(lab)));
        });
    }

    void addTo(Commands commands) {
        commands.add(Command.of(CommandId.LAB, this::open));
    }

    /** Opens the lab, with the selected block in it if there is one. */
    void open() {
        LabViewModel lab = model.orElseGet(() -> new LabViewModel(background, Backends.all()));
        model = Optional.of(lab);
        session.selection().single().ifPresent(id -> tryBlock(lab, id));
        Stage stage = window.orElseGet(() -> SideWindow.beside(main, "lab.title", new LabView(lab), appearance));
        window = Optional.of(stage);
        SideWindow.bringForward(stage);
    }

    private void tryBlock(LabViewModel lab, String id) {
        Map<String, FlatBlock> blocks = session.inference().graph().blocks();
        blocks.values().stream()
                .filter(block -> block.blocks().equals(List.of(id)) && !(block.layer() instanceof Source))
                .findFirst()
                .ifPresent(block -> session.inference()
                        .known(block.path())
                        .map(Known::inputs)
                        .ifPresent(inputs -> lab.show(block.layer(), fixed(inputs))));
    }

    /** The types with a few samples in place of N. */
    private static List<TensorType> fixed(List<TensorType> types) {
        return types.stream().map(type -> type.at(SAMPLES)).toList();
    }
}
