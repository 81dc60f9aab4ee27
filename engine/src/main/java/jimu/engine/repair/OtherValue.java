package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** Sets a parameter to a value that always does where the problem is that parameter alone. */
final class OtherValue implements Remedy {
    private static final Map<String, Function<Case, Stream<Setting>>> SETTINGS = Map.ofEntries(
            Map.entry("axis", problem -> axis(problem, 1)),
            Map.entry("axis.batched", problem -> axis(problem, 1)),
            Map.entry("axis.none", problem -> axis(problem, 0)),
            Map.entry("axis.twice", problem -> one(argument(problem, 1), distinct(problem))),
            Map.entry("flatten.axes", problem -> Stream.of(new Setting("start_dim", 1L), new Setting("end_dim", -1L))),
            Map.entry("conv.same", problem -> one("stride", 1L)),
            Map.entry("conv.line", problem -> one("padding", first(problem.value("padding")))),
            Map.entry("conv.outputPadding", problem -> down(problem, "output_padding")),
            Map.entry("pad.small", problem -> one("padding", 0L)),
            Map.entry("pool.padding", OtherValue::poolPadding),
            Map.entry(
                    "upsample.both",
                    problem -> Stream.of(new Setting("scale_factor", "auto"), new Setting("size", "auto"))),
            Map.entry(
                    "upsample.align",
                    problem -> Stream.of(new Setting("mode", "bilinear"), new Setting("align_corners", false))),
            Map.entry("upsample.small", problem -> one("scale_factor", "auto")),
            Map.entry("embedding.padding", problem -> one("padding_idx", "none")),
            Map.entry("select.index", problem -> one("index", -1L)),
            Map.entry("layernorm.shape", problem -> one("normalized_shape", List.of())),
            Map.entry(
                    "prelu.channels",
                    problem -> Stream.of(
                            new Setting("num_parameters", size(problem, 1)), new Setting("num_parameters", 1L))),
            Map.entry("recurrent.first", problem -> one("batch_first", true)),
            Map.entry("recurrent.second", problem -> one("batch_first", false)),
            Map.entry(
                    "sequence.shape",
                    problem -> one("batch_first", !problem.value("batch_first").equals(true))),
            Map.entry("position.length", problem -> one("max_len", length(problem))),
            Map.entry("reshape.size", OtherValue::open),
            Map.entry("unflatten.batched", OtherValue::open),
            Map.entry("permute.dims", problem -> one("dims", order(problem))),
            Map.entry("loss.weights", problem -> one("weight", List.of())),
            Map.entry("loss.positive", problem -> one("pos_weight", List.of())),
            Map.entry("source.size", problem -> one("shape", positive(problem))),
            Map.entry("source.axis", problem -> one("batch_axis", 0L)),
            Map.entry(
                    "source.dtype",
                    problem -> Stream.of(new Setting("dtype", "float32"), new Setting("dtype", "int32"))));

    private record Setting(String parameter, Object value) {}

    @Override
    public Set<String> keys() {
        return SETTINGS.keySet();
    }

    @Override
    public List<Repair> propose(Case problem) {
        return SETTINGS.getOrDefault(problem.problem().key(), any -> Stream.of())
                .apply(problem)
                .filter(setting -> problem.with(Map.of(setting.parameter(), setting.value()))
                        .isPresent())
                .map(setting -> problem.set(setting.parameter(), setting.value()))
                .toList();
    }

    private static Stream<Setting> one(String parameter, Object value) {
        return Stream.of(new Setting(parameter, value));
    }

    private static String argument(Case problem, int index) {
        List<String> arguments = problem.problem().arguments();
        return index < arguments.size() ? arguments.get(index) : "";
    }

    /** The last axis or, where several may be named, those behind the channels. */
    private static Stream<Setting> axis(Case problem, int argument) {
        String parameter = argument(problem, argument);
        return problem.value(parameter) instanceof List<?>
                ? Stream.of(new Setting(parameter, List.of(2L, 3L)), new Setting(parameter, List.of(-1L)))
                : Stream.of(new Setting(parameter, -1L), new Setting(parameter, 1L));
    }

    private static List<Object> distinct(Case problem) {
        int rank = shape(problem).rank();
        return problem.value(argument(problem, 1)) instanceof List<?> axes
                ? axes.stream()
                        .<Object>map(axis -> (Long) axis < 0 ? (Long) axis + rank : (Long) axis)
                        .distinct()
                        .toList()
                : List.of();
    }

    private static Object first(Object plain) {
        return plain instanceof List<?> several && !several.isEmpty() ? several.get(0) : plain;
    }

    private static Stream<Setting> down(Case problem, String parameter) {
        long from = problem.value(parameter) instanceof Long number ? number : 0;
        return LongStream.iterate(from - 1, next -> next >= 0, next -> next - 1)
                .filter(value -> problem.fits(Map.of(parameter, value)))
                .limit(1)
                .mapToObj(value -> new Setting(parameter, value));
    }

    /** As much padding as the window allows, or a window that allows as much. */
    private static Stream<Setting> poolPadding(Case problem) {
        return Stream.of(
                new Setting("padding", each(problem.value("kernel_size"), size -> size / 2)),
                new Setting("kernel_size", each(problem.value("padding"), size -> 2 * size)));
    }

    private static Object each(Object plain, Function<Long, Long> function) {
        if (plain instanceof List<?> several) {
            return several.stream()
                    .<Object>map(size -> function.apply((Long) size))
                    .toList();
        }
        return plain instanceof Long size ? function.apply(size) : plain;
    }

    private static TensorShape shape(Case problem) {
        return problem.arriving().map(TensorType::shape).orElse(TensorShape.SCALAR);
    }

    private static long size(Case problem, int axis) {
        TensorShape shape = shape(problem);
        return axis < shape.rank() ? shape.dim(axis).factor() : 1;
    }

    private static long length(Case problem) {
        return size(problem, problem.value("batch_first").equals(true) ? 1 : 0);
    }

    /** The sizes with one of them left to what is there. */
    private static Stream<Setting> open(Case problem) {
        String parameter = argument(problem, 0);
        if (!(problem.value(parameter) instanceof List<?> sizes)) {
            return Stream.of();
        }
        return IntStream.range(0, sizes.size()).mapToObj(axis -> {
            List<Object> open = new ArrayList<>();
            for (int i = 0; i < sizes.size(); i++) {
                open.add(i == axis ? -1L : Math.max(1, (Long) sizes.get(i)));
            }
            return new Setting(parameter, open);
        });
    }

    /** The axes as they are named, as far as there are such, and then the others. */
    private static List<Object> order(Case problem) {
        int rank = shape(problem).rank();
        List<?> named = problem.value("dims") instanceof List<?> dims ? dims : List.of();
        return LongStream.concat(
                        named.stream().mapToLong(axis -> (Long) axis < 0 ? (Long) axis + rank : (Long) axis),
                        LongStream.range(0, rank))
                .filter(axis -> axis >= 0 && axis < rank)
                .distinct()
                .<Object>mapToObj(axis -> axis)
                .toList();
    }

    private static List<Object> positive(Case problem) {
        return problem.value("shape") instanceof List<?> sizes
                ? sizes.stream().<Object>map(size -> Math.max(1, (Long) size)).toList()
                : List.of();
    }
}
