package jimu.app.data;

import java.util.List;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.form.FormEntry;
import jimu.app.session.OpenData;
import jimu.app.session.Samples;
import jimu.app.session.Session;
import jimu.engine.graph.Document;

/** What stands behind the Data tab of an empty document, in the hands of a test. */
final class DataTab {
    private final Session session = new Session();
    private final Answers dialogs = new Answers();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final DataViewModel model =
            new DataViewModel(session, data, Background.onCurrentThread(), dialogs, Samples.installed());

    DataTab() {
        session.openNew(Document.EMPTY, "empty");
    }

    Session session() {
        return session;
    }

    Answers dialogs() {
        return dialogs;
    }

    OpenData data() {
        return data;
    }

    DataViewModel model() {
        return model;
    }

    /** The names of all that is asked. */
    List<String> questions() {
        return model.entries().stream().map(entry -> entry.question().name()).toList();
    }

    /** The question of that name. */
    FormEntry entry(String name) {
        return model.entries().stream()
                .filter(entry -> entry.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
