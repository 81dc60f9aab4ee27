package jimu.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.export.pytorch.PyTorchCall;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Formula;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.verify.Experiment;
import jimu.engine.verify.Experiment.Reading;

/**
 * What the lab has found out.
 *
 * @param call the line of PyTorch that does the same; empty unless the inputs fit
 * @param facts outputs, parameters and cost
 * @param formulas what the layer computes
 * @param problems why the inputs do not fit, with cures
 * @param readings the tensors of a run; none if it would take long
 */
record LabResult(String call, List<Fact> facts, List<Formula> formulas, List<String> problems, List<Reading> readings) {
    private static final int OPERATIONS = 2;

    /** A line with a label. */
    record Fact(String label, String value) {}

    static LabResult wrong(String sentence) {
        return new LabResult("", List.of(), List.of(), List.of(sentence), List.of());
    }

    static LabResult of(Experiment experiment, List<Reading> readings) {
        Optional<Known> known = experiment.known();
        return known.map(one -> new LabResult(
                        PyTorchCall.of(experiment.layer(), one),
                        facts(experiment, one),
                        experiment.formulas(),
                        List.of(),
                        readings))
                .orElseGet(() -> new LabResult(
                        "",
                        List.of(),
                        List.of(),
                        experiment.problems().stream().map(Finding::advice).toList(),
                        List.of()));
    }

    private static List<Fact> facts(Experiment experiment, Known known) {
        List<Fact> facts = new ArrayList<>();
        experiment.outputs().forEach((port, type) -> facts.add(new Fact(port, type.toString())));
        facts.add(new Fact(Texts.of("lab.samples"), Numbers.grouped(experiment.samples())));
        facts.add(new Fact(Texts.of("summary.parameters"), Numbers.grouped(known.trainable())));
        for (ParameterSpec spec : known.parameters()) {
            String size = Texts.of("lab.size", spec.shape(), Numbers.grouped(spec.elements()));
            facts.add(new Fact("    " + spec.name(), spec.trainable() ? size : Texts.of("lab.buffer", size)));
        }
        facts.add(new Fact(Texts.of("summary.multiplyAdds"), Numbers.grouped(experiment.multiplyAdds())));
        facts.add(new Fact(Texts.of("summary.flops"), Numbers.grouped(OPERATIONS * experiment.multiplyAdds())));
        return facts;
    }
}
