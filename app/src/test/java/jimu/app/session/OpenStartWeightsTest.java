package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenStartWeightsTest {
    private static final WeightSnapshot GIVEN = WeightSnapshot.initial(ShapeInference.infer(Iris.DOCUMENT), 77);

    private final Session session = new Session();
    private final CurrentRun run = new CurrentRun(session, new HandPump());
    private final List<String> told = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void follow() {
        new OpenStartWeights(session, run, Background.onCurrentThread(), told::add);
    }

    private static Document beginning(Path file) {
        return Iris.DOCUMENT.withTraining(Iris.DOCUMENT.training().withStartWeights(Optional.of(file.toString())));
    }

    private float[] first() {
        return values(run.weights(session.wholeInference(), 1).join());
    }

    private static float[] values(WeightSnapshot weights) {
        return Optional.ofNullable(weights.arrays().get("fc1.weight"))
                .orElseThrow()
                .values();
    }

    @Test
    void theyStandInThePlaceOfTheSeededOnesUntilTheSeedIsAskedFor() throws Exception {
        Path file = folder.resolve("w.safetensors");
        WeightFile.write(file, GIVEN, Preprocessing.NONE);
        session.openNew(beginning(file), "net");
        assertArrayEquals(values(GIVEN), first());
        assertEquals(Optional.empty(), run.loadedProperty().get().orElseThrow().preprocessing());
        session.apply(new Edit.SetTraining(session.present().training().withStartWeights(Optional.empty())));
        assertArrayEquals(values(WeightSnapshot.initial(session.wholeInference(), 1)), first());
        session.undo();
        assertArrayEquals(values(GIVEN), first());
        assertEquals(List.of(), told);
    }

    @Test
    void aFileThatIsGoneIsToldOnceAndTheSeedDraws() {
        session.openNew(beginning(folder.resolve("gone.safetensors")), "net");
        session.apply(new Edit.SetNotes("still here"));
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("gone.safetensors"), told.get(0));
        assertArrayEquals(values(WeightSnapshot.initial(session.wholeInference(), 1)), first());
    }

    @Test
    void aFileWithoutWeightsOfThisNetworkIsTold() throws Exception {
        Path file = folder.resolve("other.safetensors");
        WeightFile.write(file, new WeightSnapshot(Map.of()), Preprocessing.NONE);
        session.openNew(beginning(file), "net");
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("None of the weights in " + file), told.get(0));
    }
}
