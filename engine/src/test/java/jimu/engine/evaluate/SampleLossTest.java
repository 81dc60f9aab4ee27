package jimu.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.engine.Net;
import jimu.engine.data.Dataset;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Subset;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Loss;
import jimu.engine.layer.NumberList;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.LogSoftmax;
import jimu.engine.layer.activation.Sigmoid;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.BCELoss;
import jimu.engine.layer.loss.BCEWithLogitsLoss;
import jimu.engine.layer.loss.ContrastiveLoss;
import jimu.engine.layer.loss.CosineEmbeddingLoss;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.loss.HuberLoss;
import jimu.engine.layer.loss.KLDivLoss;
import jimu.engine.layer.loss.L1Loss;
import jimu.engine.layer.loss.MSELoss;
import jimu.engine.layer.loss.NLLLoss;
import jimu.engine.layer.loss.SmoothL1Loss;
import jimu.engine.layer.loss.TripletMarginLoss;
import jimu.engine.op.Reduction;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import jimu.engine.train.Part;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A sample's own loss is that of a batch with nothing else in it. */
class SampleLossTest {
    private static final int SAMPLES = 5;

    @TestFactory
    Stream<DynamicTest> aSamplesLossIsThatOfItAlone() {
        NumberList weights = NumberList.of(1.0, 2.0, 0.5);
        return Stream.of(
                        classes(new CrossEntropyLoss(), label()),
                        classes(new CrossEntropyLoss(weights, Reduction.MEAN, 0.1), label()),
                        classes(new CrossEntropyLoss(Reduction.SUM, 0), label()),
                        classes(new CrossEntropyLoss(weights, Reduction.MEAN, 0.1), field("chance")),
                        after(new LogSoftmax(1), new NLLLoss(weights, Reduction.MEAN), label()),
                        after(new LogSoftmax(1), new KLDivLoss(), field("chance")),
                        after(new LogSoftmax(1), new KLDivLoss(KLDivLoss.Sharing.BATCHMEAN, false), field("chance")),
                        classes(new BCEWithLogitsLoss(Reduction.MEAN, weights), field("bits")),
                        after(new Sigmoid(), new BCELoss(), field("bits")),
                        classes(new MSELoss(), field("b")),
                        classes(new MSELoss(Reduction.SUM), field("b")),
                        classes(new L1Loss(), field("b")),
                        classes(new HuberLoss(), field("b")),
                        classes(new SmoothL1Loss(), field("b")),
                        pairs(new ContrastiveLoss(), "similar"),
                        pairs(new CosineEmbeddingLoss(), "sign"),
                        triplets())
                .map(net -> DynamicTest.dynamicTest(name(net), () -> check(net)));
    }

    private static String name(Net net) {
        return net.infer().losses().get(0).layer().toString();
    }

    private static void check(Net net) {
        LoadedData data = Mixed.data(SAMPLES);
        Evaluation all = evaluate(net, data);
        for (int sample = 0; sample < SAMPLES; sample++) {
            Dataset one = new Subset(data.test(), new int[] {sample});
            LoadedData alone =
                    new LoadedData("one", data.fields(), data.train(), data.validation(), one, data.preprocessing());
            assertEquals(evaluate(net, alone).score().loss(), all.losses()[sample], 1e-5, "sample " + sample);
        }
    }

    static Evaluation evaluate(Net net, LoadedData data) {
        Inference inference = net.infer();
        Evaluator evaluator = new Evaluator(net.document(), inference, data, Backends.all());
        Optional<Evaluation> found =
                evaluator.evaluate(Part.TEST, WeightSnapshot.initial(inference, 4), Progress.SILENT);
        return found.orElseThrow();
    }

    static Net classes(Loss loss, Target target) {
        return start().add("y", target).add("loss", loss, "fc", "y");
    }

    private static Net after(Layer last, Loss loss, Target target) {
        return start().then("last", last).add("y", target).add("loss", loss, "last", "y");
    }

    private static Net start() {
        return new Net().add("a", input("a")).then("fc", new Linear(Size.AUTO, Mixed.LENGTH, true));
    }

    static Net pairs(Loss loss, String label) {
        return new Net()
                .add("a", input("a"))
                .add("b", input("b"))
                .add("y", new Target(label, List.of(), 0, DType.FLOAT32))
                .add("loss", loss, "a", "b", "y");
    }

    static Net triplets() {
        return new Net()
                .add("a", input("a"))
                .add("b", input("b"))
                .add("c", input("c"))
                .add("loss", new TripletMarginLoss(), "a", "b", "c");
    }

    static Input input(String field) {
        return new Input(field, List.of(Mixed.LENGTH), 0, DType.FLOAT32);
    }

    static Target field(String field) {
        return new Target(field, List.of(Mixed.LENGTH), 0, DType.FLOAT32);
    }

    static Target label() {
        return new Target("label", List.of(), 0, DType.INT32);
    }
}
