package jimu.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import jimu.engine.sweep.Sweep;
import jimu.engine.sweep.SweepPlanJson;
import jimu.engine.sweep.SweepResult;
import jimu.engine.sweep.SweepResultJson;

/** A JSON object a line: the plan, each variant when it is over, and where all lies. */
final class SweepJson implements SweepReport {
    private final PrintWriter out;

    SweepJson(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void began(Sweep sweep) {
        ObjectNode node = event("started");
        node.put("variants", sweep.space().size());
        node.set("plan", SweepPlanJson.write(sweep.plan()));
        out.println(node);
    }

    @Override
    public void over(SweepResult result) {
        out.println(event("variant").setAll(SweepResultJson.write(result)));
    }

    @Override
    public void ended(Sweep sweep) {
        out.println(event("finished")
                .put("seconds", sweep.seconds())
                .put("folder", sweep.folder().path().toString()));
    }

    private static ObjectNode event(String name) {
        return JsonNodeFactory.instance.objectNode().put("event", name);
    }
}
