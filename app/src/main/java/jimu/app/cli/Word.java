package jimu.app.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import jimu.app.text.Texts;
import jimu.engine.graph.FinalWeights;
import jimu.engine.graph.Monitor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of several words from the command line, as files spell them. */
abstract class Word<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> type;

    private Word(Class<E> type) {
        this.type = type;
    }

    /** The monitored reading. */
    static final class OfMonitor extends Word<Monitor> {
        OfMonitor() {
            super(Monitor.class);
        }
    }

    /** The weights at the end. */
    static final class OfFinalWeights extends Word<FinalWeights> {
        OfFinalWeights() {
            super(FinalWeights.class);
        }
    }

    @Override
    public E convert(String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> spelt(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(Texts.of("cli.word", words(), text)));
    }

    private String words() {
        return Arrays.stream(type.getEnumConstants()).map(Word::spelt).collect(Collectors.joining(", "));
    }

    private static String spelt(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
