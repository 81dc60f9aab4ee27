package jimu.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import jimu.app.fx.form.FormText;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.ParameterKind;
import jimu.engine.layer.Source;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.TensorType;
import jimu.engine.verify.Experiment;
import jimu.engine.verify.Experiment.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries one layer on inputs of given shapes; the exit code is 1 if they do not fit. */
@Command(name = "lab")
public final class Lab implements Callable<Integer> {
    private static final int WRONG = 1;

    @Parameters(index = "0", paramLabel = "LAYER", descriptionKey = "layer")
    private String type = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME=VALUE", descriptionKey = "parameter")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--input", paramLabel = "SIZE,SIZE,...[:int32]", converter = LabInput.class)
    private List<TensorType> inputs = new ArrayList<>();

    @Option(names = "--values")
    private boolean values;

    @Option(names = "--seed", paramLabel = "S", converter = Seed.class)
    private long seed = 1;

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandException {
        Layer layer = layer();
        if (inputs.isEmpty()) {
            throw CommandException.of("lab.none", type, ports(layer));
        }
        Experiment experiment = Experiment.of(layer, inputs)
                .orElseThrow(() -> inputs.size() > layer.inputs().size()
                        ? CommandException.of("lab.many", type, ports(layer), inputs.size())
                        : CommandException.of("lab.samples", type));
        boolean fits = experiment.known().isPresent();
        List<Reading> readings =
                fits && (values || LabReport.isSmall(experiment)) ? experiment.run(seed, Backends.all()) : List.of();
        LabReport report = new LabReport(experiment, readings, values);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json().toPrettyString());
        } else if (fits) {
            report.lines().forEach(out::println);
        } else {
            experiment.problems().forEach(problem -> out.println(problem.advice()));
        }
        return fits ? ExitCode.OK : WRONG;
    }

    private Layer layer() throws CommandException {
        List<String> all = LayerCatalog.all().stream()
                .filter(schema -> !(schema.defaults() instanceof Source))
                .map(LayerSchema::type)
                .toList();
        LayerSchema schema = LayerCatalog.all().stream()
                .filter(one -> all.contains(one.type()) && one.type().equalsIgnoreCase(type))
                .findFirst()
                .orElseThrow(() -> CommandException.saying(
                        String.valueOf(ParameterException.unknownType(type, all).getMessage())));
        Map<String, Object> plain = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw CommandException.of("lab.setting", setting);
            }
            String name = setting.substring(0, equals);
            String text = setting.substring(equals + 1);
            plain.put(
                    name, schema.parameter(name).map(found -> read(found, text)).orElse(text));
        }
        try {
            return schema.create(plain);
        } catch (ParameterException e) {
            throw CommandException.saying(String.valueOf(e.getMessage()));
        }
    }

    private static Object read(Parameter parameter, String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (parameter.kind() == ParameterKind.FLAG && (lower.equals("true") || lower.equals("false"))) {
            return Boolean.valueOf(lower);
        }
        return FormText.read(parameter.kind(), parameter.kind() == ParameterKind.CHOICE ? lower : text);
    }

    private static String ports(Layer layer) {
        return String.join(
                ", ", layer.inputs().stream().map(port -> port.name()).toList());
    }
}
