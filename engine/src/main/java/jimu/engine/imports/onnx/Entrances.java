package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jimu.engine.layer.core.Input;

/** The Input blocks that a file's inputs become: which axis counts the samples, and what sizes are that the file leaves open. */
final class Entrances {
    private static final Set<String> RECURRENT = Set.of("RNN", "LSTM", "GRU");

    /** What a picture's height and width may be where a file leaves them open, the usual one first. */
    static final List<Integer> PICTURES =
            List.of(224, 32, 28, 64, 96, 112, 128, 160, 192, 256, 299, 320, 384, 416, 512, 640);

    private static final int SEQUENCE = 16;
    private static final int PICTURE_RANK = 4;

    private Entrances() {}

    /** The block of an input, open sizes of a picture being {@code size}. Throws Refusal if it has no axis for the samples. */
    static Input block(OnnxInput input, OnnxModel model, int size) throws Refusal {
        List<Long> sizes = input.sizes();
        if (sizes.isEmpty()) {
            throw Refusal.because("scalar", input.name());
        }
        int batch = batchAxis(input, model);
        List<Integer> sample = new ArrayList<>();
        for (int axis = 0; axis < sizes.size(); axis++) {
            if (axis == batch) {
                continue;
            }
            long given = sizes.get(axis);
            boolean channels = (sizes.size() == PICTURE_RANK && axis == 1) || sizes.size() == 2;
            if (given == 0 || (given == OnnxInput.OPEN && channels)) {
                throw Refusal.because("open", input.name(), axis);
            }
            int usual = sizes.size() == PICTURE_RANK ? size : SEQUENCE;
            sample.add(given == OnnxInput.OPEN ? usual : Math.toIntExact(given));
        }
        String field = input.field().matches("[A-Za-z_][A-Za-z0-9_]*") ? input.field() : input.name();
        return new Input(field, sample, batch, input.dtype());
    }

    /** The only open axis; else the first one, or the second where the input is a sequence for a recurrent operator. */
    private static int batchAxis(OnnxInput input, OnnxModel model) {
        List<Integer> open = new ArrayList<>();
        for (int axis = 0; axis < input.sizes().size(); axis++) {
            if (input.sizes().get(axis) == OnnxInput.OPEN) {
                open.add(axis);
            }
        }
        if (open.size() == 1) {
            return open.get(0);
        }
        boolean steps = model.nodes().stream()
                .anyMatch(node -> RECURRENT.contains(node.operator())
                        && node.inputs().get(0).equals(input.name()));
        return steps && input.sizes().size() == 3 ? 1 : 0;
    }

    /** Whether a size other than the number of samples is open. */
    static boolean leavesOpen(OnnxInput input) {
        return input.sizes().stream().filter(size -> size == OnnxInput.OPEN).count() > 1;
    }
}
