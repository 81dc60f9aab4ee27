package jimu.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import jimu.app.text.Texts;
import jimu.engine.export.ExportException;
import jimu.engine.export.onnx.OnnxExporter;
import jimu.engine.export.pytorch.PyTorchExporter;
import jimu.engine.plan.WeightSnapshot;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** As what a network can be taken away. */
enum ExportFormat {
    ONNX {
        @Override
        void write(Model model, WeightSnapshot weights, Optional<String> preprocessing, Path to)
                throws ExportException {
            OnnxExporter.export(model.inference(), weights, preprocessing, Optional.of(model.document()), to);
        }
    },
    PYTORCH {
        @Override
        void write(Model model, WeightSnapshot weights, Optional<String> preprocessing, Path to)
                throws ExportException {
            PyTorchExporter.export(
                    model.inference(),
                    weights,
                    preprocessing,
                    Optional.of(model.document().training()),
                    model.name(),
                    to);
        }
    };

    /** Writes a network with weights, and what is done to raw data in JSON if anything is. */
    abstract void write(Model model, WeightSnapshot weights, Optional<String> preprocessing, Path to)
            throws ExportException;

    /** The key of the sentence that says what was written. */
    String key() {
        return "cli.export." + name().toLowerCase(Locale.ROOT);
    }

    /** Reads a format from the command line. */
    static final class Converter implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String text) {
            return Arrays.stream(values())
                    .filter(format -> format.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(Texts.of("cli.export.format", text)));
        }
    }
}
