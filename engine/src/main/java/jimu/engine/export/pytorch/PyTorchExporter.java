package jimu.engine.export.pytorch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.data.DataException;
import jimu.engine.data.Preprocessing;
import jimu.engine.export.ExportException;
import jimu.engine.export.ExportedNetwork;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.infer.Inference;
import jimu.engine.io.AtomicFile;
import jimu.engine.io.FileException;
import jimu.engine.io.NumberArray;
import jimu.engine.io.Safetensors;
import jimu.engine.io.WeightFile;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.shape.TensorShape;

/**
 * Writes a network as readable PyTorch source, {@code NAME.py}, with its weights beside it in {@code NAME.safetensors}.
 *
 * <p>The source holds the network's nn.Module class, those of its groups and of layers that PyTorch does not have, what is needed to load the weights, and a function that trains the network; it needs torch
 * and nothing else. Losses and targets are no part of the class. The keys of the weights are those of the module's state dict: {@code path.name}.
 */
public final class PyTorchExporter {
    private static final String RUNNING = "running_var";
    private static final String COUNTER = "num_batches_tracked";

    private PyTorchExporter() {}

    /** Writes a network whose data need no preparation, as {@link #export(Inference, WeightSnapshot, Optional, Optional, String, Path)}. */
    public static void export(Inference inference, WeightSnapshot weights, String className, Path file)
            throws ExportException {
        export(inference, weights, Optional.empty(), Optional.empty(), className, file);
    }

    /**
     * Writes {@code file} and the weights beside it, each in one go.
     *
     * @param preprocessingJson what is done to raw data; it becomes a function of the source, and stands in the weights' metadata
     * @param training becomes a function that trains the network so, if it has losses
     * @param className the name of the class, made legal Python where it is not; the name of the model will do
     * @throws ExportException if there is nothing to export, a part is not right, or a file cannot be written
     */
    public static void export(
            Inference inference,
            WeightSnapshot weights,
            Optional<String> preprocessingJson,
            Optional<TrainingSettings> training,
            String className,
            Path file)
            throws ExportException {
        ExportedNetwork network = ExportedNetwork.of(inference, weights);
        Path beside = file.resolveSibling(fileName(file).replaceFirst("\\.py$", "") + ".safetensors");
        Set<String> taken = PythonNames.classes(ModuleClass.definitions(network));
        taken.addAll(PythonNames.classes(TrainingFunction.definitions(network)));
        String name = PythonNames.className(className, taken);
        ModuleClass module = new ModuleClass(network, name, taken);
        Map<String, String> metadata = new LinkedHashMap<>();
        preprocessingJson.ifPresent(json -> metadata.put(WeightFile.PREPROCESSING, json));
        try {
            Preprocessing preprocessing = preprocessingJson.isPresent()
                    ? Preprocessing.fromJson(preprocessingJson.get())
                    : Preprocessing.NONE;
            String source = new PythonFile(
                            network, module, preprocessing, function(network, training), name, fileName(beside))
                    .text();
            Safetensors.write(beside, metadata, stateDict(network, module));
            AtomicFile.write(file, out -> out.write(source.getBytes(StandardCharsets.UTF_8)));
        } catch (DataException | FileException | ParameterException e) {
            throw ExportException.because(e);
        }
    }

    private static Optional<TrainingFunction> function(ExportedNetwork network, Optional<TrainingSettings> training)
            throws ParameterException {
        return training.isPresent() && TrainingFunction.possible(network)
                ? Optional.of(new TrainingFunction(network, training.get()))
                : Optional.empty();
    }

    private static String fileName(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    /** All arrays by the state dict's keys. PyTorch's normalisations count batches beside their running statistics. */
    private static Map<String, NumberArray> stateDict(ExportedNetwork network, ModuleClass module) {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        for (FlatBlock block : network.blocks()) {
            for (ParameterSpec spec : network.known(block).parameters()) {
                String key = module.module(block) + "." + spec.name();
                Weight weight = network.weight(block, spec);
                arrays.put(key, NumberArray.of(weight.shape(), weight.values()));
                if (key.endsWith(RUNNING)) {
                    String counter = key.substring(0, key.length() - RUNNING.length()) + COUNTER;
                    arrays.put(counter, NumberArray.of(TensorShape.SCALAR, new long[] {0}));
                }
            }
        }
        return arrays;
    }
}
