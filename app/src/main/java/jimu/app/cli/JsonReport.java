package jimu.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Optional;
import jimu.engine.train.RunFolder;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainEventJson;

/** A JSON object a line for each event; the last one also says where the weights lie. Steps stand in the run's folder only. */
final class JsonReport implements Report {
    private final PrintWriter out;
    private final RunFolder folder;
    private Optional<String> metric = Optional.empty();

    JsonReport(PrintWriter out, RunFolder folder) {
        this.out = out;
        this.folder = folder;
    }

    @Override
    public void reading(long step, float loss, float reading) {}

    @Override
    public void happened(TrainEvent event) {
        if (event instanceof TrainEvent.Started started) {
            metric = started.metric();
        }
        ObjectNode node = TrainEventJson.of(event, metric);
        if (event instanceof TrainEvent.Finished) {
            node.put("weights", folder.weights().toString());
        }
        out.println(node);
    }

    @Override
    public void refresh() {}
}
