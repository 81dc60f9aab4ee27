package jimu.app.inspector;

import java.util.Optional;
import jimu.app.session.LoadedWeights;
import jimu.engine.data.Dataset;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.infer.Inference;
import jimu.engine.train.Part;
import jimu.engine.train.Run;

/** All that the numbers of a tensor depend on: two equal requests have the same answer. */
sealed interface TensorRequest {
    /** What is asked for. */
    TensorChoice choice();

    /**
     * Numbers of a parameter or buffer.
     *
     * @param choice which one
     * @param seed of its first values
     * @param run whose weights are wanted, where path and shape match
     * @param loaded weights that are wanted instead
     * @param moment when in the run
     */
    record OfWeight(
            TensorChoice.Held choice, long seed, Optional<Run> run, Optional<LoadedWeights> loaded, Moment moment)
            implements TensorRequest {}

    /**
     * Numbers of an output for one sample.
     *
     * @param choice which one
     * @param document the document as shown
     * @param inference its shapes
     * @param data the data; there must be some unless a picture was drawn
     * @param part the part of the data
     * @param sample the number of the sample in that part, from 0
     * @param drawn a picture drawn by hand, in place of the sample
     * @param run whose weights are wanted, where path and shape match
     * @param loaded weights that are wanted instead
     * @param moment when in the run
     */
    record OfOutput(
            TensorChoice.Output choice,
            Document document,
            Inference inference,
            Optional<LoadedData> data,
            Part part,
            int sample,
            Optional<Dataset> drawn,
            Optional<Run> run,
            Optional<LoadedWeights> loaded,
            Moment moment)
            implements TensorRequest {
        /** Equal if the network is, wherever its blocks lie. */
        @Override
        public boolean equals(Object other) {
            return other instanceof OfOutput that
                    && choice.equals(that.choice)
                    && sample == that.sample
                    && part == that.part
                    && drawn.equals(that.drawn)
                    && run.equals(that.run)
                    && loaded.equals(that.loaded)
                    && moment.equals(that.moment)
                    && data.equals(that.data)
                    && document.data().equals(that.document.data())
                    && document.training().seed() == that.document.training().seed()
                    && document.sameNetwork(that.document);
        }

        @Override
        public int hashCode() {
            return 31 * choice.hashCode() + sample;
        }
    }

    /**
     * A moment in a run.
     *
     * @param step how many steps were done
     * @param over whether the run has ended
     */
    record Moment(long step, boolean over) {
        static final Moment BEFORE = new Moment(0, false);
    }
}
