package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Graph;
import jimu.engine.imports.ImportedNetwork;
import jimu.engine.imports.onnx.Held.View;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.io.WeightFile;
import jimu.engine.layer.core.Identity;
import jimu.engine.layer.core.Input;
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorType;

/** Reads a model's nodes one by one into blocks, open sizes of pictures being a certain one. */
final class Attempt {
    private final OnnxModel model;
    private final Blocks blocks = new Blocks();
    private final Importing importing;
    private final List<String> notes = new ArrayList<>();

    private Attempt(OnnxModel model) {
        this.model = model;
        importing = new Importing(model, blocks);
    }

    static ImportedNetwork at(OnnxModel model, Preprocessing preprocessing, int size) throws Refusal {
        return new Attempt(model).read(preprocessing, size);
    }

    private ImportedNetwork read(Preprocessing preprocessing, int size) throws Refusal {
        for (OnnxInput input : model.inputs()) {
            Input layer = Entrances.block(input, model, size);
            importing.put(input.name(), View.of(blocks.source(NodeNames.identifier(input.name()), layer)));
            if (Entrances.leavesOpen(input)) {
                TensorType type = layer.batchType();
                notes.add(Messages.text("import.onnx.assumed", input.name(), type));
            }
        }
        for (OnnxNode node : model.nodes()) {
            Rules.read(node, importing);
        }
        List<Wire> outputs = outputs();
        Graph graph = blocks.graph(outputs);
        boolean scoped =
                model.nodes().stream().anyMatch(node -> !NodeNames.scope(node).isEmpty());
        Modules modules = Modules.of(
                graph, blocks.homes(), scoped, outputs.stream().map(Wire::port).collect(Collectors.toSet()));
        WeightFile weights = new WeightFile(blocks.weights(graph, modules::path), preprocessing);
        return new ImportedNetwork(modules.document(), weights, notes);
    }

    /** The wires that leave; a block that passes on stands where the wire goes elsewhere too, or leaves twice. */
    private List<Wire> outputs() throws Refusal {
        List<Wire> outputs = new ArrayList<>();
        for (String name : model.outputs()) {
            Held value = importing.named(name).orElseThrow(() -> Refusal.because("output", name));
            if (!(value instanceof View) && !(value instanceof Held.Curve)) {
                throw Refusal.because("output", name);
            }
            outputs.add(importing.wire(value));
        }
        List<String> makers = outputs.stream().map(wire -> wire.port().block()).toList();
        List<Wire> shown = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Wire wire = outputs.get(i);
            boolean once = Collections.frequency(makers, wire.port().block()) == 1;
            if (once && blocks.isLoose(wire)) {
                shown.add(wire);
                continue;
            }
            shown.add(blocks.end(NodeNames.identifier(model.outputs().get(i)), new Identity(), wire));
        }
        return shown;
    }
}
