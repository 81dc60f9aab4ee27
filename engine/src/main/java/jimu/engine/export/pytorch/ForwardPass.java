package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jimu.engine.export.ExportedNetwork;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.Port;
import jimu.engine.layer.PyTorch;

/** What stands in {@code forward}: a line for each block, and the variables that lead from one to the next. */
final class ForwardPass {
    private static final String CHAIN = "x";

    private final ExportedNetwork network;
    private final PythonNames names;
    private final Map<Endpoint, String> variables = new HashMap<>();
    private final Set<Endpoint> read = new HashSet<>();

    ForwardPass(ExportedNetwork network, PythonNames names) {
        this.network = network;
        this.names = names;
        read.addAll(network.outputs());
        network.blocks().forEach(block -> block.inputs().values().forEach(read::addAll));
        network.sources().forEach(source -> variables.put(main(source), names.input(source.path())));
        nameMainResults();
        nameFurtherResults();
    }

    /** The variable of a source. */
    String variable(FlatBlock source) {
        return variable(main(source));
    }

    /** Writes the line of a block that {@code module}, an attribute, computes if its layer is a module. */
    void write(PythonText python, FlatBlock block, String module) {
        PyTorch spelling = network.pytorch(block);
        Map<String, String> values = new HashMap<>(Map.of("module", module));
        ExportedNetwork.wires(block)
                .forEach((port, from) -> from.ifPresent(wired -> values.put(port.name(), variable(wired))));
        String call = spelling.call().map(text -> filled(text, values)).orElseGet(() -> module + arguments(block));
        List<Endpoint> outputs = outputs(block);
        String targets = spelling.results()
                .orElseGet(() ->
                        outputs.stream().map(made -> "{" + made.port() + "}").collect(Collectors.joining(", ")));
        Map<String, String> made = new HashMap<>();
        outputs.forEach(output -> made.put(output.port(), variables.getOrDefault(output, "_")));
        String comment = outputs.stream()
                .filter(variables::containsKey)
                .map(output -> network.type(output).toString())
                .collect(Collectors.joining(", "));
        python.assignment(2, withoutUnread(filled(targets, made)), call, comment);
    }

    /** Writes what the network gives. */
    void writeReturn(PythonText python) {
        python.giving(2, network.outputs().stream().map(this::variable).toList());
    }

    /** A value that only the next call reads is called x; another one gets its block's name. */
    private void nameMainResults() {
        List<FlatBlock> blocks = network.blocks();
        String chain = chain();
        for (int i = 0; i < blocks.size(); i++) {
            Endpoint made = main(blocks.get(i));
            List<FlatBlock> readers = readers(made);
            boolean last = i == blocks.size() - 1;
            boolean result = network.outputs().contains(made);
            boolean passing = last
                    ? network.outputs().equals(List.of(made))
                    : !result && readers.equals(List.of(blocks.get(i + 1)));
            if (read.contains(made)) {
                variables.put(made, passing ? chain : names.variable(made.path()));
            }
        }
    }

    /** Another result is called like its port where that says enough, else also after its block. */
    private void nameFurtherResults() {
        List<Endpoint> further = network.blocks().stream()
                .flatMap(block -> outputs(block).stream().skip(1))
                .filter(read::contains)
                .toList();
        for (Endpoint made : further) {
            boolean only = further.stream()
                            .filter(other -> other.port().equals(made.port()))
                            .count()
                    == 1;
            variables.put(made, names.variable(only ? made.port() : made.path() + "_" + made.port()));
        }
    }

    /** The name of passing values; that of the only input if that one passes as well. */
    private String chain() {
        List<Endpoint> sources =
                network.sources().stream().map(ForwardPass::main).toList();
        if (!variables.containsValue(CHAIN)) {
            return names.variable(CHAIN);
        }
        boolean passing = sources.size() == 1
                && !network.outputs().contains(sources.get(0))
                && readers(sources.get(0)).size() == 1;
        return passing ? CHAIN : names.variable("y");
    }

    private List<FlatBlock> readers(Endpoint made) {
        return network.blocks().stream()
                .filter(block -> block.inputs().values().stream().anyMatch(from -> from.contains(made)))
                .toList();
    }

    /** The connected inputs in brackets; after an open port by keyword. */
    private String arguments(FlatBlock block) {
        List<String> arguments = new ArrayList<>();
        boolean gap = false;
        for (Map.Entry<Port, Optional<Endpoint>> wire :
                ExportedNetwork.wires(block).entrySet()) {
            if (wire.getValue().isPresent()) {
                String variable = variable(wire.getValue().get());
                arguments.add(gap ? wire.getKey().name() + "=" + variable : variable);
            }
            gap |= wire.getValue().isEmpty();
        }
        return "(" + String.join(", ", arguments) + ")";
    }

    private String variable(Endpoint made) {
        return variables.getOrDefault(made, "");
    }

    private static String filled(String template, Map<String, String> values) {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    /** {@code (_, _)} as {@code _}. */
    private static String withoutUnread(String targets) {
        return targets.replaceAll("\\(_(, _)*\\)", "_");
    }

    private static List<Endpoint> outputs(FlatBlock block) {
        return block.layer().outputs().stream()
                .map(port -> new Endpoint(block.path(), port))
                .toList();
    }

    private static Endpoint main(FlatBlock block) {
        return outputs(block).get(0);
    }
}
