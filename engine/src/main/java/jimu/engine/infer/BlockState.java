package jimu.engine.infer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.layer.Lowered;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.layer.Problem;
import jimu.engine.shape.TensorType;

/** What inference knows of one layer. */
public sealed interface BlockState {
    /**
     * Everything fits.
     *
     * @param inputs the types at the connected input ports, in the ports' order
     * @param outputs the types at the outputs, by name, the main one first
     * @param lowered what the layer consists of in training
     * @param automaticSizes the values of sizes that follow from the input, by PyTorch's name
     * @param cost its counts
     * @param remarks what is wrong with it all the same, though its types are known
     */
    record Known(
            List<TensorType> inputs,
            Map<String, TensorType> outputs,
            Lowered lowered,
            Map<String, Integer> automaticSizes,
            Cost cost,
            List<Problem> remarks)
            implements BlockState {
        public Known {
            inputs = List.copyOf(inputs);
            remarks = List.copyOf(remarks);
        }

        /** The type of the main output. */
        public TensorType output() {
            return outputs.values().iterator().next();
        }

        /** The parameters and buffers. */
        public List<ParameterSpec> parameters() {
            return lowered.parameters();
        }

        /** The number of elements that training changes. */
        public long trainable() {
            return cost.parameters();
        }

        /** The multiply-adds for one sample. */
        public long multiplyAdds() {
            return cost.multiplyAdds();
        }
    }

    /** Nothing is known, since layers before it are not. */
    record Blocked(Set<String> by) implements BlockState {
        public Blocked {
            by = Set.copyOf(by);
        }
    }

    /** Something is wrong here. */
    record Wrong(List<Problem> problems) implements BlockState {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }
}
