package jimu.engine.evaluate;

import java.util.Optional;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.loss.BCELoss;
import jimu.engine.layer.loss.BCEWithLogitsLoss;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.loss.KLDivLoss;
import jimu.engine.layer.loss.NLLLoss;

/** How the numbers of an output are read, as the loss that they go to takes them. */
public enum Reading {
    /** Logits of classes that exclude each other: probabilities by softmax. */
    SOFTMAX,
    /** Logarithms of probabilities. */
    EXPONENTIAL,
    /** Logits of yes: probabilities by the logistic function. */
    SIGMOID,
    /** Probabilities of yes already. */
    PROBABILITY,
    /** No probabilities. */
    PLAIN;

    /** How an output is read: as the first loss does whose prediction it is; plainly if there is none. */
    public static Reading of(Inference inference, Endpoint output) {
        Optional<FlatBlock> loss = inference.losses().stream()
                .filter(block -> Inference.predictions(block).contains(output))
                .findFirst();
        return loss.map(Reading::of).orElse(PLAIN);
    }

    /** How a loss takes its predictions. */
    static Reading of(FlatBlock loss) {
        if (loss.layer() instanceof CrossEntropyLoss) {
            return SOFTMAX;
        } else if (loss.layer() instanceof NLLLoss || loss.layer() instanceof KLDivLoss) {
            return EXPONENTIAL;
        } else if (loss.layer() instanceof BCEWithLogitsLoss) {
            return SIGMOID;
        }
        return loss.layer() instanceof BCELoss ? PROBABILITY : PLAIN;
    }

    /** Whether classes exclude each other, so that each has a number. */
    public boolean exclusive() {
        return this == SOFTMAX || this == EXPONENTIAL;
    }

    /** Whether each number by itself says how likely a yes is. */
    public boolean binary() {
        return this == SIGMOID || this == PROBABILITY;
    }

    /** Makes probabilities of {@code count} numbers that belong together, {@code stride} apart from {@code at} on, in place. */
    public void apply(float[] numbers, int at, int count, int stride) {
        switch (this) {
            case SOFTMAX -> softmax(numbers, at, count, stride);
            case EXPONENTIAL -> {
                for (int i = 0; i < count; i++) {
                    numbers[at + i * stride] = (float) Math.exp(numbers[at + i * stride]);
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < count; i++) {
                    numbers[at + i * stride] = (float) (1 / (1 + Math.exp(-numbers[at + i * stride])));
                }
            }
            case PROBABILITY, PLAIN -> {}
        }
    }

    /** Less the largest first, so that no exponential overflows. */
    private static void softmax(float[] numbers, int at, int count, int stride) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, numbers[at + i * stride]);
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.exp(numbers[at + i * stride] - largest);
        }
        for (int i = 0; i < count; i++) {
            numbers[at + i * stride] = (float) (Math.exp(numbers[at + i * stride] - largest) / sum);
        }
    }
}
