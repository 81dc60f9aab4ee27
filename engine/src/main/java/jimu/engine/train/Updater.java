package jimu.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jimu.engine.runtime.Magnitude;
import jimu.engine.runtime.Weights;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import jimu.engine.train.clipping.Clipping;
import jimu.engine.train.optimizer.Optimizer;

/**
 * Applies an optimiser to all parameters, through arrays that stay in the processor's cache; the chunks of a large network are
 * shared between all processors. The numbers are the same whatever their count.
 */
public final class Updater {
    private static final int CHUNK = Magnitude.CHUNK;

    /** Parameters from which a second thread saves more than it costs. */
    private static final long WORTH_SHARING = 1 << 19;

    private Optional<Clipping> clipping;
    private final Weights weights;
    private final Tensor values;
    private final Tensor gradients;
    private final Tensor[] states;
    private final int chunks;
    private final double[] measures;
    private final double[] squares;
    private final Desk[] desks;
    private final Crew measuring;
    private final Crew moving;
    private Optimizer rule;
    private long now;
    private double measured;

    /** The arrays of one worker. */
    private static final class Desk {
        final float[] values = new float[CHUNK];
        final float[] gradients = new float[CHUNK];
        final float[][] states;
        final Magnitude magnitude = new Magnitude();

        Desk(int states) {
            this.states = new float[states][CHUNK];
        }
    }

    /** An updater of {@code weights} by an optimiser like this one; {@code memory} owns what it remembers. */
    public Updater(Optimizer optimizer, Optional<Clipping> clipping, Weights weights, Memory memory) {
        this(
                optimizer,
                clipping,
                weights,
                memory,
                weights.flatValues().length() < WORTH_SHARING
                        ? 1
                        : Runtime.getRuntime().availableProcessors());
    }

    Updater(Optimizer optimizer, Optional<Clipping> clipping, Weights weights, Memory memory, int workers) {
        this.clipping = clipping;
        this.weights = weights;
        this.rule = optimizer;
        this.values = weights.flatValues();
        this.gradients = weights.flatGradients();
        this.states = new Tensor[optimizer.states()];
        for (int i = 0; i < states.length; i++) {
            states[i] = memory.allocate(values.dtype(), values.length());
        }
        chunks = Math.toIntExact((values.length() + CHUNK - 1) / CHUNK);
        measures = new double[chunks];
        squares = new double[chunks];
        desks = new Desk[workers];
        for (int i = 0; i < workers; i++) {
            desks[i] = new Desk(states.length);
        }
        measuring = new Crew(workers, this::measure);
        moving = new Crew(workers, this::move);
        memory.own(measuring);
        memory.own(moving);
    }

    /** Has gradients clipped so from now on. */
    void clip(Optional<Clipping> rules) {
        clipping = rules;
    }

    /**
     * Looks at the gradients of all parameters, as {@link #update} must find them; allocates nothing.
     *
     * @return their Euclidean norm before clipping; not finite if one of them is not
     */
    public double measure() {
        measuring.run();
        measured = 0;
        double square = 0;
        for (int i = 0; i < chunks; i++) {
            measured += measures[i];
            square += squares[i];
        }
        return Math.sqrt(square);
    }

    /**
     * Lays hands on the memory of gradients and of what the optimiser remembers, all zeros, before the first step: a system gives memory
     * only when it is first written, which in a large network takes longer than a kernel or an update, that nobody can halt, should.
     *
     * @param halt asked again and again; the rest is left if it says so
     */
    void prepare(BooleanSupplier halt) {
        float[] zeros = new float[CHUNK];
        for (Tensor tensor : touched()) {
            for (int chunk = 0; chunk < chunks && !halt.getAsBoolean(); chunk++) {
                tensor.write((long) chunk * CHUNK, zeros, 0, count(chunk));
            }
        }
    }

    private List<Tensor> touched() {
        List<Tensor> tensors = new ArrayList<>(List.of(states));
        tensors.add(gradients);
        return tensors;
    }

    /** Moves the parameters by their clipped gradients, which were measured; the first step is 1. Allocates nothing. */
    public void update(Optimizer optimizer, long step) {
        rule = optimizer;
        now = step;
        moving.run();
        float bound = 0;
        for (Desk desk : desks) {
            bound = Math.max(bound, desk.magnitude.bound());
        }
        weights.changed(bound);
    }

    private void measure(int worker) {
        Desk desk = desks[worker];
        for (int chunk = first(worker); chunk < first(worker + 1); chunk++) {
            int count = count(chunk);
            gradients.read((long) chunk * CHUNK, desk.gradients, 0, count);
            squares[chunk] = SquareSum.of(desk.gradients, count);
            measures[chunk] = clipping.isPresent() ? clipping.get().measure(desk.gradients, count) : 0;
        }
    }

    private void move(int worker) {
        Desk desk = desks[worker];
        desk.magnitude.clear();
        for (int chunk = first(worker); chunk < first(worker + 1); chunk++) {
            long from = (long) chunk * CHUNK;
            int count = count(chunk);
            values.read(from, desk.values, 0, count);
            gradients.read(from, desk.gradients, 0, count);
            for (int i = 0; i < states.length; i++) {
                states[i].read(from, desk.states[i], 0, count);
            }
            if (clipping.isPresent()) {
                clipping.get().clip(desk.gradients, count, measured);
            }
            rule.update(desk.values, desk.gradients, desk.states, count, now);
            desk.magnitude.add(desk.values, count);
            values.write(from, desk.values, 0, count);
            for (int i = 0; i < states.length; i++) {
                states[i].write(from, desk.states[i], 0, count);
            }
        }
    }

    /** The first chunk of a worker's share. */
    private int first(int worker) {
        return (int) ((long) chunks * worker / desks.length);
    }

    private int count(int chunk) {
        return (int) Math.min(CHUNK, values.length() - (long) chunk * CHUNK);
    }

    /** What the optimiser remembers, each in the places of {@link Weights#flatValues}. */
    public Tensor[] states() {
        return states.clone();
    }
}
