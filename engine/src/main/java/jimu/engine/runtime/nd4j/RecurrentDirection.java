package jimu.engine.runtime.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.op.Recurrence;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.nd4j.Product.Lies;
import jimu.engine.tensor.Tensor;

/**
 * One direction of a recurrent layer: the inputs of all steps go through weight_ih in one product, then each step adds its
 * product with weight_hh; backwards the weights' gradients are one product over all steps too.
 */
final class RecurrentDirection {
    private final Bound bound;
    private final int direction;
    private final Recurrence op;
    private final RecurrentMemory memory;
    private final RecurrentCell cell;
    private final int rows;
    private final Product input;
    private final Product recurrent;
    private final Tensor bias;
    private final double[] biases;
    private final double[] recurrentBiases;
    private final List<Product> ends = new ArrayList<>();
    private final Optional<Product> back;
    private final Optional<Product> inputGradient;

    RecurrentDirection(Bound bound, int direction) {
        this.bound = bound;
        this.direction = direction;
        op = (Recurrence) bound.signature().op();
        memory = new RecurrentMemory(bound, direction);
        int place = op.weights(direction);
        cell = RecurrentCell.of(memory, op.bias() ? bound.operand(place + 3) : bound.workspace(0));
        rows = memory.steps * memory.samples;
        int in = (int) bound.shape(0).dim(2).factor();
        int hidden = memory.hidden;
        int width = op.cell().gates() * hidden;
        Tensor x = bound.operand(0);
        Tensor weight = bound.operand(place);
        Tensor recurrentWeight = bound.operand(place + 1);
        bias = bound.workspace(width);
        biases = new double[width];
        recurrentBiases = new double[width];
        input = new Product(x, Lies.PLAIN, weight, Lies.TRANSPOSED, memory.gates, rows, width, in);
        recurrent = new Product(
                memory.h,
                Lies.PLAIN,
                recurrentWeight,
                Lies.TRANSPOSED,
                memory.recurrent,
                memory.samples,
                width,
                hidden);
        if (!bound.backward()) {
            back = Optional.empty();
            inputGradient = Optional.empty();
            return;
        }
        back = Optional.of(new Product(
                memory.recurrentSlopes,
                Lies.PLAIN,
                recurrentWeight,
                Lies.PLAIN,
                memory.dh,
                memory.samples,
                hidden,
                width));
        inputGradient = bound.gradient(0)
                .map(dx -> new Product(memory.slopes, Lies.PLAIN, weight, Lies.PLAIN, dx, rows, in, width));
        bound.gradient(place)
                .ifPresent(dw ->
                        ends.add(new Product(memory.slopes, Lies.TRANSPOSED, x, Lies.PLAIN, dw, width, in, rows)));
        bound.gradient(place + 1).ifPresent(dw -> {
            Product product =
                    new Product(memory.recurrentSlopes, Lies.TRANSPOSED, memory.h, Lies.PLAIN, dw, width, hidden, rows);
            product.move(0, memory.before(0), 0);
            ends.add(product);
        });
        if (op.bias()) {
            Tensor ones = bound.workspace(rows);
            ones.fill(1);
            bound.gradient(place + 2).ifPresent(db -> ends.add(sums(ones, memory.slopes, db, width)));
            bound.gradient(place + 3).ifPresent(db -> ends.add(sums(ones, memory.recurrentSlopes, db, width)));
        }
    }

    private Product sums(Tensor ones, Tensor slopes, Tensor to, int width) {
        return new Product(ones, Lies.PLAIN, slopes, Lies.PLAIN, to, 1, width, rows);
    }

    void forward() {
        if (op.bias()) {
            addBiases();
            Rows.repeat(bias, memory.gates);
            input.add();
        } else {
            input.write();
        }
        int first = memory.step(0);
        int last = memory.step(memory.steps - 1);
        if (op.initial()) {
            memory.h.write(memory.before(first), bound.operand(1), part(), memory.block());
            if (op.cell().states() == 2) {
                memory.c.write(memory.before(first), bound.operand(2), part(), memory.block());
            }
        }
        for (int s = 0; s < memory.steps; s++) {
            step(memory.step(s));
        }
        int hidden = memory.hidden;
        Rows.copy(
                memory.h,
                memory.reversed ? 0 : memory.block(),
                hidden,
                result(0),
                (long) direction * hidden,
                op.directions() * hidden,
                hidden,
                rows);
        result(1).write(part(), memory.h, memory.after(last), memory.block());
        if (op.cell().states() == 2) {
            result(2).write(part(), memory.c, memory.after(last), memory.block());
        }
    }

    private void step(int t) {
        if (cell.passesOn()) {
            recurrent.move(memory.before(t), 0, 0);
            recurrent.write();
        } else {
            recurrent.move(memory.before(t), 0, (long) t * memory.gateBlock());
            recurrent.add();
        }
        cell.forward(t);
    }

    void backward() {
        gather();
        Product product = back.orElseThrow();
        for (int s = memory.steps - 1; s >= 0; s--) {
            int t = memory.step(s);
            cell.backward(t);
            product.move((long) t * memory.gateBlock(), 0, 0);
            if (cell.passesOn()) {
                product.add();
            } else {
                product.write();
            }
        }
        if (op.initial()) {
            give(1, memory.dh);
            if (op.cell().states() == 2) {
                give(2, memory.dc);
            }
        }
        if (inputGradient.isPresent() && direction == 0) {
            inputGradient.get().write();
        } else if (inputGradient.isPresent()) {
            inputGradient.get().add();
        }
        for (int i = 0; i < ends.size(); i++) {
            ends.get(i).write();
        }
    }

    /** The gradients of the results, zeros where there are none. */
    private void gather() {
        Optional<Tensor> dy = resultGradient(0);
        if (dy.isPresent()) {
            int hidden = memory.hidden;
            Rows.copy(
                    dy.get(), (long) direction * hidden, op.directions() * hidden, memory.dy, 0, hidden, hidden, rows);
        }
        take(1, memory.dh);
        if (op.cell().states() == 2) {
            take(2, memory.dc);
        }
    }

    private void take(int result, Tensor to) {
        Optional<Tensor> gradient = resultGradient(result);
        if (gradient.isPresent()) {
            to.write(0, gradient.get(), part(), to.length());
        } else {
            to.fill(0);
        }
    }

    private void give(int operand, Tensor from) {
        Optional<Tensor> gradient = bound.gradient(operand);
        if (gradient.isPresent()) {
            gradient.get().write(part(), from, 0, from.length());
        }
    }

    /** Where this direction's states begin among those of all directions. */
    private long part() {
        return (long) direction * memory.block();
    }

    private Tensor result(int place) {
        return bound.binding().results().get(place);
    }

    private Optional<Tensor> resultGradient(int place) {
        return bound.binding().resultGradients().get(place);
    }

    /** What is added to every step: both biases, but bias_hh of a GRU's last gate, which belongs inside its product. */
    private void addBiases() {
        int place = op.weights(direction);
        bound.operand(place + 2).read(0, biases, 0, biases.length);
        bound.operand(place + 3).read(0, recurrentBiases, 0, biases.length);
        int both = cell.passesOn() ? 2 * memory.hidden : biases.length;
        for (int i = 0; i < both; i++) {
            biases[i] += recurrentBiases[i];
        }
        bias.write(0, biases, 0, biases.length);
    }
}
