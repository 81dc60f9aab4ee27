package jimu.engine.repair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.Net;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.BlockState.Wrong;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Problem;
import jimu.engine.train.Readiness;

/** A document with a problem, for tests of repairs. */
record Patient(Document document, Optional<LoadedData> data) {
    static Patient of(Net net) {
        return new Patient(net.document(), Optional.empty());
    }

    Patient on(LoadedData fields) {
        return new Patient(document, Optional.of(fields));
    }

    private Inference infer() {
        return ShapeInference.infer(document);
    }

    /** The repairs offered for the first problem of a key. */
    List<Offer> offers(String key) {
        Inference inference = infer();
        List<Finding> findings = new java.util.ArrayList<>(inference.findings());
        data.ifPresent(there -> findings.addAll(Readiness.check(inference, there)));
        Finding finding = findings.stream()
                .filter(one -> one.problem().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + key + " but " + findings));
        return new Repairs(document, inference, data).of(finding);
    }

    /** What those repairs say they do. */
    List<String> words(String key) {
        return offers(key).stream().map(offer -> offer.repair().text()).toList();
    }

    /** The document after the repair that says so. */
    Patient mended(String key, String words) {
        Repair repair = offers(key).stream()
                .map(Offer::repair)
                .filter(one -> one.text().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not among " + words(key)));
        return new Patient(repair.whole(repair.edit()).apply(document), data);
    }

    /** What each layer makes, or the key of its first problem, by path in the order of the network. */
    Map<String, String> shapes() {
        Inference inference = infer();
        Map<String, String> shapes = new LinkedHashMap<>();
        for (String path : inference.order()) {
            if (inference.states().get(path) instanceof Known known) {
                shapes.put(path, known.output().toString());
            } else if (inference.states().get(path) instanceof Wrong wrong) {
                shapes.put(path, wrong.problems().get(0).key());
            } else {
                shapes.put(path, "?");
            }
        }
        return shapes;
    }

    /** The keys of all problems, those of the data too, but that no loss is there. */
    List<String> problems() {
        Inference inference = infer();
        List<Finding> findings = new java.util.ArrayList<>(inference.findings());
        data.ifPresent(there -> findings.addAll(Readiness.check(inference, there)));
        return findings.stream()
                .map(Finding::problem)
                .map(Problem::key)
                .filter(key -> !key.equals("loss.missing"))
                .toList();
    }
}
