package jimu.app.summary;

import java.util.OptionalLong;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Inference;

/**
 * One layer in the table.
 *
 * @param path its path in the network
 * @param block the id of the block on the canvas that it is or lies in
 * @param type its type
 * @param output the shape of its main output; empty while unknown
 * @param parameters what training changes; empty while unknown, 0 for one that shares another's
 * @param multiplyAdds of one sample; empty while unknown
 */
record SummaryRow(
        String path, String block, String type, String output, OptionalLong parameters, OptionalLong multiplyAdds) {
    static SummaryRow of(FlatBlock block, Inference inference) {
        String canvasBlock = block.blocks().get(0);
        String type = block.layer().type();
        return inference
                .known(block.path())
                .map(known -> new SummaryRow(
                        block.path(),
                        canvasBlock,
                        type,
                        known.output().toString(),
                        OptionalLong.of(own(block, known)),
                        OptionalLong.of(known.multiplyAdds())))
                .orElse(new SummaryRow(
                        block.path(), canvasBlock, type, "", OptionalLong.empty(), OptionalLong.empty()));
    }

    private static long own(FlatBlock block, Known known) {
        return block.sharesWeightsOf().isPresent() ? 0 : known.trainable();
    }

    /** The row as a line of a spreadsheet. */
    String line() {
        return String.join("\t", path, type, output, text(parameters), text(multiplyAdds));
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }
}
