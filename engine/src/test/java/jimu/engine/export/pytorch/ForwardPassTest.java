package jimu.engine.export.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jimu.engine.Net;
import jimu.engine.export.ExportException;
import jimu.engine.export.ExportedNetwork;
import jimu.engine.graph.Expansion;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.FlatGraph;
import jimu.engine.infer.BlockState;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Cost;
import jimu.engine.infer.Inference;
import jimu.engine.infer.Totals;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Port;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Value;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;

class ForwardPassTest {
    /** A recurrent layer as PyTorch calls it, that does nothing. */
    private record Recurrent() implements Layer {
        @Override
        public List<Port> inputs() {
            return List.of(Port.required("input"), Port.optional("h_0"), Port.optional("c_0"));
        }

        @Override
        public List<String> outputs() {
            return List.of("output", "h_n", "c_n");
        }

        @Override
        public List<Value> lower(Lowering lowering, List<Value> inputs) {
            return List.of(inputs.get(0), inputs.get(0), inputs.get(0));
        }

        @Override
        public PyTorch pytorch(Map<String, TensorType> inputs) {
            String state = inputs.size() == 1 ? "" : ", ({h_0}, {c_0})";
            return PyTorch.expression("lstm({input}" + state + ")").giving("{output}, ({h_n}, {c_n})");
        }
    }

    /** The sum of two inputs of one shape. */
    private record Sum() implements Layer {
        @Override
        public List<Port> inputs() {
            return List.of(Port.required("input"), Port.required("other"));
        }

        @Override
        public List<Value> lower(Lowering lowering, List<Value> inputs) {
            return List.of(inputs.get(0));
        }

        @Override
        public PyTorch pytorch(Map<String, TensorType> inputs) {
            return PyTorch.expression("{input} + {other}");
        }
    }

    @Test
    void resultsThatNobodyReadsAreUnderscores() {
        assertEquals("""
                x, _ = lstm(series)  # N × 4
                x, _ = lstm(x)  # N × 4
                return x
                """, forward(series().then("first", new Recurrent()).then("second", new Recurrent())));
    }

    @Test
    void theInitialStatesStandInATupleWhereTheyAreConnected() {
        assertEquals(
                """
                x, (h_n, c_n) = lstm(series)  # N × 4, N × 4, N × 4
                x, _ = lstm(x, (h_n, c_n))  # N × 4
                return x
                """,
                forward(series().then("encoder", new Recurrent())
                        .add("decoder", new Recurrent(), "encoder", "encoder.h_n", "encoder.c_n")));
    }

    @Test
    void furtherResultsAreCalledLikeTheirPortOrAlsoAfterTheirBlock() {
        assertEquals("""
                _, (h_n, _) = lstm(series)  # N × 4
                x = h_n + series  # N × 4
                return x
                """, forward(series().then("lstm", new Recurrent()).add("sum", new Sum(), "lstm.h_n", "series")));
        assertEquals(
                """
                _, (there_h_n, _) = lstm(series)  # N × 4
                _, (back_h_n, _) = lstm(series)  # N × 4
                x = there_h_n + back_h_n  # N × 4
                return x
                """,
                forward(series().add("there", new Recurrent(), "series")
                        .add("back", new Recurrent(), "series")
                        .add("sum", new Sum(), "there.h_n", "back.h_n")));
    }

    @Test
    void blocksDoNotHideWhatExpressionsSpeakOf() {
        assertEquals(
                """
                torch_ = x + x  # N × 4
                y = x + torch_  # N × 4
                y = torch_ + y  # N × 4
                return y
                """,
                forward(new Net()
                        .add("x", Net.input(4))
                        .add("torch", new Sum(), "x", "x")
                        .add("sum", new Sum(), "x", "torch")
                        .add("again", new Sum(), "torch", "sum")));
    }

    private static Net series() {
        return new Net().add("series", Net.input(4));
    }

    private static String forward(Net net) {
        try {
            ExportedNetwork network = ExportedNetwork.of(infer(net), new WeightSnapshot(Map.of()));
            PythonNames names = new PythonNames(List.of());
            Map<Endpoint, String> inputs = new LinkedHashMap<>();
            network.sources()
                    .forEach(source -> inputs.put(
                            new Endpoint(source.path(), source.layer().outputs().get(0)), names.input(source.path())));
            List<Step> steps = new ModuleScopes(network).steps(ModuleScopes.NETWORK);
            ForwardPass forward = new ForwardPass(ModuleScopes.NETWORK, steps, inputs, network.outputs(), names);
            PythonText python = new PythonText();
            for (Step step : steps) {
                forward.lines(step, "", made -> network.type(made).toString()).forEach(line -> line.write(python));
            }
            python.giving(2, forward.results());
            return python.toString().indent(-8);
        } catch (ExportException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What inference would say if these layers stood in the catalogue. */
    private static Inference infer(Net net) {
        FlatGraph graph = Expansion.of(net.document());
        Map<String, BlockState> states = new LinkedHashMap<>();
        graph.blocks().forEach((path, block) -> states.put(path, known(block, states)));
        return new Inference(graph, List.copyOf(states.keySet()), states, List.of(), new Totals(0, 0, 0, 0, false));
    }

    private static Known known(FlatBlock block, Map<String, BlockState> before) {
        List<TensorType> inputs = new ArrayList<>();
        ExportedNetwork.wires(block)
                .values()
                .forEach(wire -> wire.ifPresent(from -> {
                    if (before.get(from.path()) instanceof Known known) {
                        inputs.add(known.output());
                    }
                }));
        Map<String, TensorType> outputs = block.layer().outputs().stream()
                .collect(Collectors.toMap(port -> port, port -> type(block, inputs), (a, b) -> a, LinkedHashMap::new));
        return new Known(
                inputs,
                outputs,
                Lowering.lower(block.layer(), Mode.EVAL, inputs),
                Map.of(),
                new Cost(0, 0, 0, 0),
                List.of());
    }

    private static TensorType type(FlatBlock block, List<TensorType> inputs) {
        return Lowering.lower(block.layer(), Mode.EVAL, inputs).outputTypes().get(0);
    }
}
