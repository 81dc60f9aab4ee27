package jimu.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import jimu.app.session.Scope;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import org.jspecify.annotations.Nullable;

/** The way into the group shown, step by step; a click on a step goes back to it. Nothing in the network itself. */
final class CrumbsView extends HBox {
    private final Session session;

    CrumbsView(Session session) {
        this.session = session;
        setId("crumbs");
        getStyleClass().add("crumbs");
        setManaged(false);
        session.scopeProperty().addListener((value, old, now) -> follow());
        session.documentProperty().addListener((value, old, now) -> follow());
        Texts.follow(this, CrumbsView::follow);
        follow();
    }

    private void follow() {
        Scope scope = session.scope();
        setVisible(!scope.equals(Scope.ROOT));
        List<Node> steps = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of(Texts.of("canvas.network")));
        names.addAll(scope.names(session.whole()));
        List<Integer> repeats = scope.repeats(session.whole());
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                steps.add(new Label("›"));
            }
            steps.add(i == names.size() - 1 ? last(names.get(i)) : link(names.get(i), i));
            if (i > 0 && i <= repeats.size() && repeats.get(i - 1) > 1) {
                steps.add(copies(i - 1, repeats.get(i - 1)));
            }
        }
        if (!scope.equals(Scope.ROOT)) {
            getChildren().setAll(steps);
            applyCss();
            autosize();
        }
    }

    /** Lets a person choose which copy of a repeated group is shown. */
    private Node copies(int step, int count) {
        ComboBox<Integer> copies = new ComboBox<>();
        copies.setId("crumb-copy-" + step);
        copies.getStyleClass().addAll("small", "crumb-copy");
        copies.setFocusTraversable(false);
        copies.getItems().setAll(IntStream.range(0, count).boxed().toList());
        copies.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer copy) {
                return copy == null ? "" : Texts.of("canvas.copy", copy + 1, count);
            }

            @Override
            public Integer fromString(String text) {
                throw new UnsupportedOperationException("A copy is chosen, not written");
            }
        });
        copies.setValue(session.scope().copies().get(step));
        copies.valueProperty().addListener((value, old, now) -> session.showCopy(step, now));
        return copies;
    }

    private Node last(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("crumb-here");
        return label;
    }

    private Node link(String name, int steps) {
        Hyperlink link = new Hyperlink(name);
        link.setId("crumb-" + steps);
        link.setFocusTraversable(false);
        link.setOnAction(event -> session.go(session.scope().trail().subList(0, steps + 1)));
        return link;
    }
}
