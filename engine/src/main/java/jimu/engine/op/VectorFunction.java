package jimu.engine.op;

/** What some vectors of one length, and perhaps a label, cost together; and the slopes of that. */
public sealed interface VectorFunction permits Contrastive, CosineEmbedding, TripletMargin {
    /** How many vectors it compares. */
    int vectors();

    /** Whether a label belongs to them. */
    boolean labelled();

    /** The loss of the vectors; the label is not read if there is none. */
    double value(double[][] vectors, double label);

    /** Overwrites {@code slopes} with the derivatives of the loss by the vectors' elements. */
    void slopes(double[][] vectors, double label, double[][] slopes);

    /** The derivative of the loss by the label. */
    double labelSlope(double[][] vectors, double label);
}
