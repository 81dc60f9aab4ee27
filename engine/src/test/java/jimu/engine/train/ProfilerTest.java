package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jimu.engine.Net;
import jimu.engine.graph.Document;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.Tanh;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.runtime.Backends;
import jimu.engine.tensor.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ProfilerTest {
    private static final TrainOptions OPTIONS = TrainOptions.with(Backends.all());

    @Test
    void everyLayerIsToldInTheOrderOfComputingAndAllSharesMakeOne() throws TrainingException {
        Document document = Stripes.net(new Flatten(), new Linear(Size.AUTO, 64, true), new Tanh())
                .document();
        StepProfile profile = profile(document, () -> true);
        assertEquals(
                ShapeInference.infer(document).order(),
                profile.layers().stream().map(LayerProfile::path).toList());
        for (String path : List.of("linear", "tanh", "fc", "loss")) {
            LayerProfile layer = profile.at(path).orElseThrow();
            assertTrue(layer.forward() > 0 && layer.backward() > 0, layer::toString);
        }
        assertEquals(0, profile.at("flatten").orElseThrow().nanos());
        assertEquals(1, profile.layers().stream().mapToDouble(profile::share).sum(), 1e-9);
        assertEquals(
                profile.longest().get(0).nanos(),
                profile.layers().stream().mapToLong(LayerProfile::nanos).max().orElseThrow());
    }

    @Test
    void aLayersMemoryIsWhatItMakesWithGradientsAndItsWeightsWithTheOptimisersStates() throws TrainingException {
        StepProfile profile = profile(Stripes.net(new Flatten()).document(), () -> true);
        LayerProfile fc = profile.at("fc").orElseThrow();
        assertEquals(40, profile.batch());
        assertEquals(4 * (36 * 3 + 3) * 4, fc.weights());
        assertEquals(2 * 40 * 3 * 4, fc.values());
        assertEquals(2 * 40 * 36 * 4, profile.at("x").orElseThrow().values());
        assertEquals(fc.values() + fc.scratch() + fc.weights(), fc.bytes());
    }

    @Test
    void theWholeStepsMemoryIsWhatARunIsToldToTakeForItsSteps() throws Exception {
        Document document = Stripes.net().document();
        MemoryNeed need = MemoryNeed.ofFullBatches(document, ShapeInference.infer(document), OPTIONS);
        StepProfile profile = profile(document, () -> true);
        assertTrue(profile.bytes() <= need.allocated() && profile.bytes() > need.parameters(), profile::toString);
    }

    @Test
    void aLayerThatAnotherOnesOperationComputesTooSaysSo() throws TrainingException {
        StepProfile profile = profile(
                Stripes.net(new Flatten(), new Linear(Size.AUTO, 64, true), new ReLU())
                        .document(),
                () -> true);
        LayerProfile relu = profile.at("relu").orElseThrow();
        assertEquals(relu.within().isPresent(), relu.nanos() == 0);
        assertEquals(relu.within().isPresent() ? Optional.of("linear") : Optional.empty(), relu.within());
    }

    @Test
    void aGroupTakesWhatItsLayersTakeTogether() throws TrainingException {
        Net inside = new Net().add("fc1", new Linear(Size.AUTO, 8, true)).then("act", new Tanh());
        Net net = new Net().define("stage", inside, "fc1", "act");
        Document document = net.add("x", Net.input(1, 6, 6))
                .then("flat", new Flatten())
                .thenUse("body", "stage", 2)
                .add("fc", new Linear(Size.AUTO, 3, true), "body.out")
                .add("y", Net.label())
                .add("loss", new jimu.engine.layer.loss.CrossEntropyLoss(), "fc", "y")
                .document();
        StepProfile profile = profile(document, () -> true);
        List<LayerProfile> layers = profile.layers().stream()
                .filter(layer -> layer.path().startsWith("body."))
                .toList();
        LayerProfile body = profile.under("body").orElseThrow();
        assertEquals(4, layers.size());
        assertEquals(layers.stream().mapToLong(LayerProfile::nanos).sum(), body.nanos());
        assertEquals(layers.stream().mapToLong(LayerProfile::bytes).sum(), body.bytes());
        assertEquals(profile.at("fc"), profile.under("fc"));
    }

    @Test
    void itCanBeGivenUpAndFreesItsMemory() throws TrainingException {
        long before = Memory.totalBytes();
        StepProfile profile = profile(Stripes.net().document(), () -> false);
        assertEquals(1, profile.steps());
        assertEquals(before, Memory.totalBytes());
    }

    @Test
    void aNetworkThatCannotBeTrainedIsRefusedInASentence() {
        Document document = new Net().add("x", Net.input(4)).document();
        TrainingException refused = assertThrows(TrainingException.class, () -> profile(document, () -> true));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("The network has no loss"));
    }

    private static StepProfile profile(Document document, BooleanSupplier goOn) throws TrainingException {
        return Profiler.profile(document, Stripes.data(), OPTIONS, goOn);
    }
}
