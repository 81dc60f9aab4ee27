package jimu.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.app.fx.tensor.Shades;
import jimu.app.inspector.TensorRequest.OfOutput;
import jimu.app.inspector.TensorRequest.OfWeight;
import jimu.app.session.CurrentRun;
import jimu.app.session.LoadedWeights;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.data.Dataset;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Source;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.runtime.KernelSet;
import jimu.engine.shape.DType;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.train.Observed;
import jimu.engine.train.Observer;
import jimu.engine.train.Run;

/** Gets the numbers of a tensor: from the current run between two of its batches, else from the seeded first weights. */
final class TensorReader {
    private final CurrentRun current;
    private final List<KernelSet> sets;

    TensorReader(CurrentRun current, List<KernelSet> sets) {
        this.current = current;
        this.sets = sets;
    }

    /** The answer to a request. It may wait for a batch to end, so not on the JavaFX thread; one call at a time. */
    TensorReading read(TensorRequest request) {
        if (request instanceof OfWeight weight) {
            return read(weight);
        }
        return read((OfOutput) request);
    }

    private static TensorReading read(OfWeight request) {
        TensorChoice.Held choice = request.choice();
        Optional<Weight> trained = trained(request)
                .filter(weight -> weight.shape().equals(choice.spec().shape()));
        Weight weight = trained.orElseGet(() -> WeightSnapshot.first(choice.spec(), choice.name(), request.seed()));
        String origin = trained.isPresent()
                ? ofTrained(request.loaded(), request.moment())
                : Texts.of("tensors.first", request.seed());
        return TensorReading.of(
                choice, weight.shape(), DType.FLOAT32, weight.values(), Shades::of, origin, Optional.empty());
    }

    private static Optional<Weight> trained(OfWeight request) {
        String name = request.choice().name();
        return request.loaded().isPresent()
                ? Optional.ofNullable(request.loaded().get().weights().arrays().get(name))
                : request.run().flatMap(run -> run.weight(name).join());
    }

    private TensorReading read(OfOutput request) {
        TensorChoice.Output choice = request.choice();
        Dataset dataset =
                request.drawn().orElseGet(() -> request.part().of(request.data().orElseThrow()));
        int sample = request.drawn().isPresent() ? 0 : request.sample();
        Observed observed = request.run()
                .filter(run -> request.drawn().isEmpty() && request.loaded().isEmpty() && matches(run, request))
                .map(run -> run.observe(Set.of(choice.endpoint()), request.part(), request.sample())
                        .join())
                .orElseGet(() -> observe(request, dataset, sample));
        Observed.Values values = observed.values().get(choice.endpoint());
        if (values == null) {
            throw new IllegalStateException("The observation lacks " + choice.endpoint());
        }
        SampleCard card = SampleCard.of(dataset, sample);
        return TensorReading.of(
                choice,
                ofOneSample(choice.type().shape()),
                choice.type().dtype(),
                values.numbers(),
                isSource(request) ? Shades::grey : Shades::of,
                origin(request),
                Optional.of(card));
    }

    /** Whether the run trains this very network on these very data. */
    private static boolean matches(Run run, OfOutput request) {
        return run.document().sameNetwork(request.document())
                && run.document().data().equals(request.document().data());
    }

    private Observed observe(OfOutput request, Dataset dataset, int sample) {
        Inference inference = request.inference();
        WeightSnapshot weights =
                current.weights(inference, request.document().training().seed()).join();
        Preprocessing preprocessing = current.preprocessing(
                request.data().map(LoadedData::preprocessing).orElse(Preprocessing.NONE));
        return Observer.observe(
                inference, Set.of(request.choice().endpoint()), weights, sets, dataset, preprocessing, sample);
    }

    private static String origin(OfOutput request) {
        if (isSource(request)) {
            return Texts.of("tensors.sample");
        }
        return request.run().isPresent() || request.loaded().isPresent()
                ? ofTrained(request.loaded(), request.moment())
                : Texts.of("tensors.first", request.document().training().seed());
    }

    private static boolean isSource(OfOutput request) {
        String path = request.choice().endpoint().path();
        return request.inference().graph().require(path).layer() instanceof Source;
    }

    private static String ofTrained(Optional<LoadedWeights> loaded, TensorRequest.Moment moment) {
        return loaded.map(weights -> Texts.of("tensors.loaded", weights.name()))
                .orElseGet(() -> Texts.of("tensors.run", Numbers.grouped(moment.step())));
    }

    /** The shape without the axis that counts the samples. */
    private static TensorShape ofOneSample(TensorShape batch) {
        for (int axis = 0; axis < batch.rank(); axis++) {
            if (batch.dim(axis).equals(Dim.N)) {
                List<Dim> rest = new java.util.ArrayList<>(batch.dims());
                rest.remove(axis);
                return new TensorShape(rest);
            }
        }
        return batch.at(1);
    }
}
