package jimu.app.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.session.Session;
import jimu.app.session.StepName;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.graph.History;

/** The names of all steps, done and undone, and which of them was the last done. */
public final class HistoryViewModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<List<String>> steps = new ReadOnlyObjectWrapper<>(this, "steps", List.of());
    private final ReadOnlyIntegerWrapper present = new ReadOnlyIntegerWrapper(this, "present");

    /** Follows the session's history. */
    public HistoryViewModel(Session session) {
        this.session = session;
        session.historyProperty().addListener((value, old, now) -> refresh());
        Texts.follow(this, HistoryViewModel::refresh);
        refresh();
    }

    /** The names, the opened document first. */
    ReadOnlyObjectProperty<List<String>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /** The place among them of what is shown. */
    ReadOnlyIntegerProperty presentProperty() {
        return present.getReadOnlyProperty();
    }

    /** Goes to the document as it was after a step. */
    void goTo(int step) {
        session.travel(step - present.get());
    }

    private void refresh() {
        History history = session.historyProperty().get();
        List<String> names = new ArrayList<>(List.of(Texts.of("history.opened")));
        List<History.Step> past = history.past();
        for (int i = 0; i < past.size(); i++) {
            Document after = i + 1 < past.size() ? past.get(i + 1).document() : history.present();
            names.add(StepName.of(past.get(i).edit(), past.get(i).document(), after));
        }
        List<History.Step> future = new ArrayList<>(history.future());
        Collections.reverse(future);
        Document before = history.present();
        for (History.Step step : future) {
            names.add(StepName.of(step.edit(), before, step.document()));
            before = step.document();
        }
        present.set(past.size());
        steps.set(List.copyOf(names));
    }
}
