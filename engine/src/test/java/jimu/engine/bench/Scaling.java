package jimu.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.Net;
import jimu.engine.graph.Document;
import jimu.engine.graph.Expansion;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;

/** What grows with the number of blocks: inference, whole and after an edit, and the document's file. */
final class Scaling {
    private static final int REPEATS = 15;
    private static final double MILLIS = 1e-6;
    private static final int[] BLOCKS = {10, 100, 1000, 10000};
    private static final int FILE_BLOCKS = 1000;

    private interface Work {
        void run() throws IOException, FileException;
    }

    private Scaling() {}

    /** Milliseconds by what was measured. */
    static Map<String, Spread> measure() throws IOException, FileException {
        Map<String, Spread> measured = new LinkedHashMap<>();
        for (int blocks : BLOCKS) {
            Document document = chain(blocks, 8);
            Document edited = chain(blocks, 9);
            Inference before = ShapeInference.infer(document);
            measured.put("inference of " + blocks + " blocks", time(() -> ShapeInference.infer(document)));
            measured.put(
                    "inference of " + blocks + " blocks after an edit",
                    time(() -> ShapeInference.infer(Expansion.of(edited), Optional.of(before))));
        }
        Path file = Files.createTempFile("bench", ".jimu");
        Document document = chain(FILE_BLOCKS, 8);
        measured.put("saving " + FILE_BLOCKS + " blocks", time(() -> DocumentFile.save(file, document)));
        measured.put("opening " + FILE_BLOCKS + " blocks", time(() -> DocumentFile.open(file)));
        Files.delete(file);
        return measured;
    }

    /** A chain of convolutions and activations; the one in the middle has so many channels. */
    private static Document chain(int blocks, int middle) {
        Net net = new Net().add("x", Net.input(8, 32, 32));
        for (int i = 1; i < blocks; i++) {
            int channels = i / 2 == blocks / 4 ? middle : 8;
            net.then(
                    "b" + i,
                    i % 2 == 0
                            ? Net.layer("ReLU", Map.of())
                            : Net.layer("Conv2d", Map.of("out_channels", channels, "kernel_size", 3, "padding", 1)));
        }
        return net.document();
    }

    private static Spread time(Work work) throws IOException, FileException {
        List<Double> times = new ArrayList<>();
        for (int i = -REPEATS / 3; i < REPEATS; i++) {
            long began = System.nanoTime();
            work.run();
            if (i >= 0) {
                times.add((System.nanoTime() - began) * MILLIS);
            }
        }
        return Spread.of(times);
    }
}
