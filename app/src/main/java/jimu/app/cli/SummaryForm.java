package jimu.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jimu.app.text.Texts;
import jimu.engine.export.pytorch.ModuleTree;
import jimu.engine.infer.NetworkSummary;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** In what form a network is printed. */
enum SummaryForm {
    /** A table of all layers with the sums below. */
    TABLE {
        @Override
        List<String> lines(Model model, NetworkSummary summary, Terminal terminal) {
            List<String> lines =
                    new ArrayList<>(new SummaryTable(summary, model.file()).lines(terminal.choose('─', '-')));
            TrainingMemory.of(model).ifPresent(memory -> {
                lines.add("");
                lines.addAll(memory.lines());
            });
            return lines;
        }
    },
    /** The same laid out as torchsummary does. */
    TORCHSUMMARY {
        @Override
        List<String> lines(Model model, NetworkSummary summary, Terminal terminal) {
            return Torchsummary.lines(summary);
        }
    },
    /** The structure as PyTorch prints a module. */
    PYTORCH {
        @Override
        List<String> lines(Model model, NetworkSummary summary, Terminal terminal) {
            return ModuleTree.print(model.document(), model.inference(), model.name())
                    .lines()
                    .toList();
        }
    };

    abstract List<String> lines(Model model, NetworkSummary summary, Terminal terminal);

    /** Reads a form from the command line. */
    static final class Converter implements ITypeConverter<SummaryForm> {
        @Override
        public SummaryForm convert(String text) {
            return Arrays.stream(values())
                    .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(Texts.of("cli.summary.form", text)));
        }
    }
}
