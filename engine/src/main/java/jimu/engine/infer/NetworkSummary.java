package jimu.engine.infer;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Every layer of a network with its output shapes, parameters, cost and memory, and what they sum up to. Sums are those of the
 * layers that inference knows, and are said to be partial where that is not all of them; beyond a long they stay at the largest.
 *
 * @param inference the network
 * @param batch the samples of a batch; where it is open, shapes show N and counts are those of one sample
 * @param layers in the order in which they are computed
 */
public record NetworkSummary(Inference inference, OptionalLong batch, List<LayerSummary> layers) {
    public NetworkSummary {
        layers = List.copyOf(layers);
    }

    /** The summary of a network. */
    public static NetworkSummary of(Inference inference, OptionalLong batch) {
        List<LayerSummary> layers = inference.order().stream()
                .map(path -> new LayerSummary(inference.graph().require(path), inference.known(path), batch))
                .toList();
        return new NetworkSummary(inference, batch, layers);
    }

    /** The elements that training changes; shared weights count once. */
    public long parameters() {
        return inference.totals().parameters();
    }

    /** The elements that are saved and not trained. */
    public long buffers() {
        return inference.totals().buffers();
    }

    /** The multiply-adds of one forward pass. */
    public long multiplyAdds() {
        return sum(LayerSummary::multiplyAdds);
    }

    /** The floating-point operations of one forward pass, two for each multiply-add. */
    public long flops() {
        return sum(LayerSummary::flops);
    }

    /** The memory, as torchsummary counts it. */
    public Footprint footprint() {
        return Footprint.of(inference, batch.orElse(1));
    }

    /** Whether some layer is unknown, so that the sums lack its share. */
    public boolean partial() {
        return inference.totals().partial();
    }

    private long sum(Function<LayerSummary, OptionalLong> count) {
        long sum = 0;
        for (LayerSummary layer : layers) {
            long more = count.apply(layer).orElse(0);
            sum = sum > Long.MAX_VALUE - more ? Long.MAX_VALUE : sum + more;
        }
        return sum;
    }
}
