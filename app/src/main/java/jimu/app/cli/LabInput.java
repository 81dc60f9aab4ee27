package jimu.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jimu.app.text.Texts;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the type of an input from the command line: {@code 20,16,50,100} or {@code 5,3:int32}. */
final class LabInput implements ITypeConverter<TensorType> {
    @Override
    public TensorType convert(String text) {
        String[] parts = text.split(":", -1);
        try {
            DType dtype = parts.length > 1 ? dtype(parts[1].strip()) : DType.FLOAT32;
            String sizes = parts[0].strip().replaceAll("^[\\[(]|[\\])]$", "");
            List<Long> axes = sizes.isEmpty()
                    ? List.of()
                    : Arrays.stream(sizes.split("[,x× ]+", -1))
                            .map(Long::valueOf)
                            .toList();
            if (parts.length <= 2 && axes.stream().allMatch(size -> size >= 1 && size <= Integer.MAX_VALUE)) {
                return new TensorType(
                        dtype,
                        TensorShape.of(axes.stream().mapToLong(Long::longValue).toArray()));
            }
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static DType dtype(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "float", "float32" -> DType.FLOAT32;
            case "int", "int32", "int64", "long" -> DType.INT32;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException(Texts.of("cli.lab.input", text));
    }
}
